package minsheng.functions.minimumlivingallowance;

import static minsheng.functions.minimumlivingallowance.Parameters.*;
import static minsheng.functions.minimumlivingallowance.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.LocalStandard;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.vocabulary.RegistrationType;

/**
 * 最低生活保障. 《社会救助暂行办法》第九条: 国家对共同生活的家庭成员人均收入低于当地最低生活保障标准,且符合当地最低生活保障家庭财产状况规定的家庭,给予最低生活保障。 第十二条:
 * 按照共同生活的家庭成员人均收入低于当地最低生活保障标准的差额,按月发给最低生活保障金。
 */
@Singleton
public class MinimumLivingAllowance implements PolicyRule {

  private static final LocalStandard STANDARD =
      new LocalStandard(
          DISTRICT_URBAN_STANDARD_YUAN,
          DISTRICT_RURAL_STANDARD_YUAN,
          COUNTY_URBAN_STANDARD_YUAN,
          COUNTY_RURAL_STANDARD_YUAN);

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Fact<Division> division = facts.registrationDivision();
    Fact<RegistrationType> type = facts.registrationType();
    Fact<Integer> size = facts.householdSize();
    Fact<Money> income = countedIncome(facts);
    Fact<Parameter<Money>> standard = STANDARD.of(division, type);
    Condition isBelowStandard =
        Condition.of(
            STANDARD.whichever(division, type, each -> isBelow(law, income, each, size).asFact()));
    Condition isStandardStated = STANDARD.isConfigured(law, division, type);

    return PolicyRule.decide(situation)
        .require(division.test(Division::isInHarbin))
        .otherwise(OUTSIDE_HARBIN)
        .require(isBelowStandard)
        .because(INCOME_BELOW_STANDARD)
        .otherwise(INCOME_NOT_BELOW_STANDARD)
        .require(facts.propertyWithinLimits())
        .because(PROPERTY_WITHIN_LIMITS)
        .otherwise(PROPERTY_TEST_FAILED)
        .note(income.is(Money.ZERO))
        .because(ZERO_INCOME)
        .note(Condition.of(facts.childcareSubsidyMonthlyYuan().isPositive()))
        .because(CHILDCARE_SUBSIDY_NOT_COUNTED)
        .note(Condition.of(facts.orphanAllowanceMonthlyYuan().isPositive()))
        .because(ORPHAN_ALLOWANCE_NOT_COUNTED)
        .note(standard.test(law::isSuperseded))
        .because(OLD_STANDARD)
        // Those of the 9县(市) are stated on every day, so a standard that is not is one of the 9区.
        .note(isStandardStated.not())
        .because(OLD_VALUE_NOT_STATED)
        .note(Condition.of(law.get(CALCULATION_METHOD) == CalculationMethod.TIERS))
        .because(TIER_METHOD_CONFIGURED)
        .grant(
            new Result()
                .standardYuan(standard.then(law::value))
                .standardProvisional(standard.then(law::isProvisional))
                .countedMonthlyIncomeYuan(income)
                .perCapitaMonthlyIncomeYuan(income.with(size, Money::perPersonRounded))
                .monthlyYuan(
                    STANDARD.whichever(
                        division, type, each -> allowance(law, each, size, income))));
  }

  /** 育儿补贴不计入家庭或个人收入; 孤儿基本生活费不计入孤儿监护人的家庭收入. */
  private static Fact<Money> countedIncome(Facts facts) {
    return facts
        .householdMonthlyIncomeYuan()
        .map(
            income ->
                income
                    .minus(facts.childcareSubsidyMonthlyYuan())
                    .minus(facts.orphanAllowanceMonthlyYuan())
                    .atLeastZero());
  }

  /** 人均收入低于当地最低生活保障标准, compared for the whole household, so that nothing is rounded. */
  private static Condition isBelow(
      Law law, Fact<Money> income, Parameter<Money> standard, Fact<Integer> size) {
    return income.test(law.value(standard).with(size, Money::times), Money::isLessThan);
  }

  /**
   * 人均收入低于标准的差额, or the tier's amount where the locality pays by tiers; never under its least
   * payment, if it has one.
   */
  private static Fact<Money> allowance(
      Law law, Parameter<Money> standard, Fact<Integer> size, Fact<Money> income) {
    Money least = law.optional(MINIMUM_PAYMENT_YUAN).known().orElse(Money.ZERO);
    Fact<Money> found =
        switch (law.get(CALCULATION_METHOD)) {
          case DIFFERENCE ->
              law.value(standard).with(size, Money::times).with(income, Money::minus);
          case TIERS -> law.value(TIER_YUAN).with(size, Money::times);
        };
    return found.map(amount -> amount.atLeast(least));
  }
}
