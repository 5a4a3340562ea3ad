package minsheng.functions.minimumlivingallowance;

import static minsheng.functions.minimumlivingallowance.Parameters.*;
import static minsheng.functions.minimumlivingallowance.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Decision;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import minsheng.vocabulary.RegistrationType;

/**
 * 最低生活保障. 《社会救助暂行办法》第九条: 国家对共同生活的家庭成员人均收入低于当地最低生活保障标准,且符合当地最低生活保障家庭财产状况规定的家庭,给予最低生活保障。
 * 第十二条: 按照共同生活的家庭成员人均收入低于当地最低生活保障标准的差额,按月发给最低生活保障金。
 */
@Singleton
public class MinimumLivingAllowance implements Rule {

  private static final List<RegistrationType> TYPES = List.of(RegistrationType.values());

  @Override
  public Policy policy() {
    return PolicyData.POLICY;
  }

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = new Facts(situation.asOf(), situation.facts());
    Law law = situation.law();

    Fact<Division> division = facts.registrationDivision();
    Fact<RegistrationType> type = facts.registrationType();
    Fact<Integer> size = facts.householdSize();
    Fact<Money> income = countedIncome(facts);
    Fact<Parameter<Money>> parameter = type.then(each -> parameter(division, each));
    Fact<Money> standard = parameter.then(law::value);

    return Decision.of(PolicyData.POLICY, situation)
        .require(division.test(Division::isInHarbin))
        .otherwise(OUTSIDE_HARBIN)
        .require(type.whichever(TYPES, each -> isBelow(law, income, parameter(division, each), size)))
        .because(INCOME_BELOW_STANDARD)
        .otherwise(INCOME_NOT_BELOW_STANDARD)
        .require(facts.propertyWithinLimits())
        .because(PROPERTY_WITHIN_LIMITS)
        .otherwise(PROPERTY_TEST_FAILED)
        .note(income.test(Money::isZero))
        .because(ZERO_INCOME)
        .note(Condition.of(facts.childcareSubsidyMonthlyYuan().isPositive()))
        .because(CHILDCARE_SUBSIDY_NOT_COUNTED)
        .note(Condition.of(facts.orphanAllowanceMonthlyYuan().isPositive()))
        .because(ORPHAN_ALLOWANCE_NOT_COUNTED)
        .note(parameter.test(law::isSuperseded))
        .because(OLD_STANDARD)
        .note(type.whichever(TYPES, each -> isNotStated(law, division, each)))
        .because(OLD_VALUE_NOT_STATED)
        .note(Condition.of(law.get(CALCULATION_METHOD) == CalculationMethod.TIERS))
        .because(TIER_METHOD_CONFIGURED)
        .grant(
            new Result()
                .standardYuan(standard)
                .standardProvisional(parameter.then(law::isProvisional))
                .countedMonthlyIncomeYuan(income)
                .perCapitaMonthlyIncomeYuan(income.with(size, Money::perPersonRounded))
                .monthlyYuan(allowance(law, standard, size, income)));
  }

  /** 育儿补贴不计入家庭或个人收入; 孤儿基本生活费不计入孤儿监护人的家庭收入. */
  private static Fact<Money> countedIncome(Facts facts) {
    return facts
        .householdMonthlyIncomeYuan()
        .map(income -> income.minus(facts.childcareSubsidyMonthlyYuan()).minus(facts.orphanAllowanceMonthlyYuan()).atLeastZero());
  }

  /** 9区 and 9县(市) have standards of their own, and so have 城市居民 and 农村居民; outside Harbin there is none. */
  private static Fact<Parameter<Money>> parameter(Fact<Division> division, RegistrationType type) {
    return division.then(
        each -> {
          if (!each.isInHarbin()) {
            return Fact.notApplicable();
          }
          return Fact.of(
              switch (type) {
                case URBAN -> each.isDistrict() ? DISTRICT_URBAN_STANDARD_YUAN : COUNTY_URBAN_STANDARD_YUAN;
                case RURAL -> each.isDistrict() ? DISTRICT_RURAL_STANDARD_YUAN : COUNTY_RURAL_STANDARD_YUAN;
              });
        });
  }

  /** 人均收入低于当地最低生活保障标准, compared for the whole household, so that nothing is rounded. */
  private static Condition isBelow(Law law, Fact<Money> income, Fact<Parameter<Money>> parameter, Fact<Integer> size) {
    return income.test(parameter.then(law::value).with(size, Money::times), Money::isLessThan);
  }

  private static Condition isNotStated(Law law, Fact<Division> division, RegistrationType type) {
    return division
        .test(Division::isDistrict)
        .and(parameter(division, type).test(each -> !law.isConfigured(each)));
  }

  /** The difference to the standard, or the tier's amount where the locality pays by tiers; never under its least payment. */
  private static Fact<Money> allowance(Law law, Fact<Money> standard, Fact<Integer> size, Fact<Money> income) {
    Fact<Money> found =
        switch (law.get(CALCULATION_METHOD)) {
          case DIFFERENCE -> standard.with(size, Money::times).with(income, Money::minus);
          case TIERS -> law.value(TIER_YUAN).with(size, Money::times);
        };
    return law.optional(MINIMUM_PAYMENT_YUAN).known().map(least -> found.map(amount -> amount.atLeast(least))).orElse(found);
  }
}
