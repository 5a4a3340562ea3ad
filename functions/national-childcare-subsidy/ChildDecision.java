package minsheng.functions.nationalchildcaresubsidy;

import static minsheng.functions.nationalchildcaresubsidy.Parameters.*;
import static minsheng.functions.nationalchildcaresubsidy.Reasons.*;

import java.time.LocalDate;
import java.time.YearMonth;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Death;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Months;
import minsheng.vocabulary.Relation;

/**
 * The decision of one child. 《黑龙江省育儿补贴制度实施细则》第五条 (the registration), 第十四条 (the first application
 * and the number of claims), 第十六条 (a child that has died).
 */
final class ChildDecision {

  private final Case situation;
  private final Law law;
  private final Facts.Child facts;
  private final LocalDate start;
  private final LocalDate birth;
  private final LocalDate thirdBirthday;
  private final boolean isBornFromStart;
  private final Death death;

  ChildDecision(Case situation, Facts.Child facts, LocalDate birth) {
    this.situation = situation;
    this.facts = facts;
    this.birth = birth;
    law = situation.law();
    start = law.get(START_DATE);
    thirdBirthday = birth.plusYears(law.get(UNTIL_AGE));
    isBornFromStart = !birth.isBefore(start);
    death = new Death(facts.deathDate());
  }

  Assessment assess() {
    Condition isBorn = Condition.of(!birth.isAfter(situation.asOf()));
    Condition isFromStart = Condition.of(isBornFromStart);
    Condition isUnderThree = Condition.of(isUnderThree());
    Condition isProrated = isFromStart.not().and(isUnderThree);
    Condition isLate =
        isUnderThree.and(Condition.of(facts.applicationDate().isAfter(firstApplicationBy())));
    Condition isOnlyClaimLost = isLate.and(isProrated).and(Condition.of(claims() == 1));
    Condition hasDied = Condition.of(hasDied());
    Condition hasDiedBefore = hasDied.and(Condition.of(death.isBefore(start)));

    return PolicyRule.decide(situation)
        .require(NationalChildcareSubsidy.isStarted(situation))
        .otherwise(SCHEME_NOT_STARTED)
        .require(isBorn)
        .otherwise(NOT_YET_BORN)
        .require(isUnderThree)
        .otherwise(THREE_BEFORE_2025)
        .note(isFromStart.and(isBorn))
        .because(BORN_ON_OR_AFTER_2025_01_01)
        .note(isProrated)
        .because(BORN_BEFORE_2025_PRORATED)
        .require(Condition.of(facts.bornWithinPolicy()))
        .otherwise(CHILD_OUTSIDE_POLICY)
        .note(Condition.of(facts.relation() == Relation.ADOPTED))
        .because(ADOPTED_CHILD_COUNTS_NATIONALLY)
        .require(facts.registrationDivision().test(Division::isInHeilongjiang))
        .otherwise(REGISTRATION_OUTSIDE_HEILONGJIANG)
        // 第十四条: 逾期未提交申请的,视为自动放弃当年申请资格. Who had more than one year left is the agency's case.
        .note(isLate.and(isProrated))
        .because(FIRST_APPLICATION_AFTER_DEADLINE)
        .exclude(isOnlyClaimLost)
        .because(FIRST_APPLICATION_AFTER_DEADLINE)
        .refer(isLate.and(isOnlyClaimLost.not()))
        .because(LATE_FIRST_APPLICATION_CHECKED_BY_AGENCY)
        // 第十六条: 在2025年1月1日及以后死亡的,可申领死亡当年的育儿补贴.
        .exclude(hasDiedBefore)
        .because(DIED_BEFORE_2025)
        .note(hasDied.and(isFromStart))
        .because(YEAR_OF_DEATH_PAYABLE)
        .refer(hasDied.and(hasDiedBefore.not()).and(isProrated))
        .because(DEATH_CHECKED_BY_AGENCY)
        .grant(
            new Result.Child()
                .annualYuan(law.value(ANNUAL_YUAN))
                .months(isFromStart.choose(Fact::notApplicable, () -> Fact.of(months())))
                .claims(claims())
                .totalYuan(total())
                .firstApplicationBy(firstApplicationBy()));
  }

  /** What all claims bring together: years, or months for a child born before the scheme. */
  Fact<Money> total() {
    return isBornFromStart
        ? law.value(ANNUAL_YUAN).map(year -> year.times(claims()))
        : law.value(MONTHLY_YUAN).map(month -> month.times(months()));
  }

  /** 从2025年1月1日起…3周岁以下: there is a month of it left at the start. */
  private boolean isUnderThree() {
    boolean isUnderThreeAtStart =
        law.get(BIRTHS_ON20220101_INCLUDED)
            ? !thirdBirthday.isBefore(start)
            : thirdBirthday.isAfter(start);
    return isUnderThreeAtStart && months() > 0;
  }

  /** 应补贴月数为自2025年1月1日起至其年满三周岁期间的月数. */
  private int months() {
    YearMonth third = YearMonth.from(thirdBirthday);
    YearMonth last =
        switch (law.get(PRE2025_MONTH_RULE)) {
          case INCLUSIVE_THIRD_BIRTHDAY_MONTH -> third;
          case MONTH_BEFORE_THIRD_BIRTHDAY -> third.minusMonths(1);
        };
    return new Months(YearMonth.from(start), last).count();
  }

  /**
   * 2022年出生的婴幼儿,可申领1次…2023年…2次…2024年…3次: one for each year from the start of the scheme to the
   * third birthday, or to the death of a child born since.
   */
  private int claims() {
    int first = Math.max(start.getYear(), birth.getYear());
    int last =
        death.date().filter(_ -> isBornFromStart && hasDied()).orElse(thirdBirthday).getYear();
    return Math.clamp(last - first + 1, 1, law.get(MAX_CLAIMS));
  }

  private boolean hasDied() {
    return death.isBy(situation.asOf());
  }

  /**
   * 第十四条(一): in the year of birth or the next; (二): of a child born before the scheme, its first
   * year.
   */
  private LocalDate firstApplicationBy() {
    return isBornFromStart
        ? Months.ofYear(birth.getYear() + 1).last().atEndOfMonth()
        : law.get(PRE2025_FIRST_CLAIM_DEADLINE);
  }
}
