package minsheng.functions.infantcaretaxdeduction;

import static minsheng.functions.infantcaretaxdeduction.Parameters.*;
import static minsheng.functions.infantcaretaxdeduction.Reasons.*;

import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Months;
import minsheng.kernel.Reason;
import minsheng.kernel.UnroundedMoney;
import minsheng.vocabulary.DeductionShare;

/** The deduction for one child in the tax year. 从婴幼儿出生的当月至满3周岁的前一个月. */
final class ChildDeduction {

  private final Case situation;
  private final Law law;
  private final Fact<DeductionShare> share;

  /** 出生的当月至满3周岁的前一个月; unknown only in a year that has no deduction. */
  private final Fact<Months> care;

  /** Those of them that count in the tax year. */
  private final Months months;

  private ChildDeduction(Case situation, Fact<Months> care, Months months) {
    this.situation = situation;
    this.care = care;
    this.months = months;
    law = situation.law();
    share = Facts.of(situation).deductionShare();
  }

  /**
   * Known as soon as the birth is, or at once where no month can count.
   *
   * @param deductible the months of the tax year that can count
   */
  static Fact<ChildDeduction> of(Case situation, Facts.Child child, Months deductible) {
    int untilAge = situation.law().get(UNTIL_AGE);
    Fact<Months> care = child.birthDate().map(birth -> Months.untilBirthday(birth, untilAge));
    Fact<Months> counted =
        deductible.isEmpty() ? Fact.of(deductible) : care.map(deductible::within);
    return counted.map(months -> new ChildDeduction(situation, care, months));
  }

  Assessment assess() {
    Condition isDeducted = Condition.of(!months.isEmpty());
    return PolicyRule.decide(situation)
        .note(care.test(each -> months.contains(each.first())))
        .because(BIRTH_MONTH_COUNTS)
        .note(care.test(each -> months.contains(each.last())))
        .because(LAST_MONTH_BEFORE_THIRD_BIRTHDAY_MONTH)
        .note(isAtRateOf(RATE_1000_IN_2022))
        .because(RATE_1000_IN_2022)
        .note(isAtRateOf(RATE_2000_FROM_2023_01_01))
        .because(RATE_2000_FROM_2023_01_01)
        .note(isDeducted.and(share.is(DeductionShare.HALF)))
        .because(SPLIT_FIFTY_FIFTY)
        .note(isDeducted.and(share.is(DeductionShare.FULL)))
        .because(ONE_PARENT_FULL)
        .grant(
            new Result.Child()
                .months(count())
                .deductionYuan(deduction().map(UnroundedMoney::rounded)));
  }

  int count() {
    return months.count();
  }

  /** What this parent deducts, not rounded yet; without a month it needs no share. */
  Fact<UnroundedMoney> deduction() {
    return months.isEmpty()
        ? Fact.of(UnroundedMoney.ZERO)
        : ofBothParents().with(share, ChildDeduction::ofThisParent);
  }

  /** 按照每个婴幼儿每月…的标准定额扣除: at the rate of each month's first day. */
  private Fact<Money> ofBothParents() {
    return Fact.all(
            months.stream().toList(), month -> law.value(MONTHLY_DEDUCTION_YUAN, month.atDay(1)))
        .map(rates -> rates.stream().reduce(Money.ZERO, Money::plus));
  }

  /** One parent deducts all, or both deduct half each. */
  private static UnroundedMoney ofThisParent(Money sum, DeductionShare share) {
    return switch (share) {
      case FULL -> UnroundedMoney.of(sum);
      case HALF -> sum.dividedBy(2);
    };
  }

  private Condition isAtRateOf(Reason rate) {
    return Condition.of(
        months.stream()
            .anyMatch(month -> law.isStatedBy(rate, MONTHLY_DEDUCTION_YUAN, month.atDay(1))));
  }
}
