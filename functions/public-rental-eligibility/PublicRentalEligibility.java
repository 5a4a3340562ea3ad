package minsheng.functions.publicrentaleligibility;

import static minsheng.functions.publicrentaleligibility.Parameters.*;
import static minsheng.functions.publicrentaleligibility.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.vocabulary.RegistrationType;

/**
 * 公租房(保障性住房)资格. 主城六区城镇户籍; 申请家庭人均年收入低于准入线; 未享受保障性住房实物配租或领取租赁补贴等。
 *
 * <p>The conditions are those of a batch. Where no ceiling is in force, no batch is, and none of
 * them is applied.
 */
@Singleton
public class PublicRentalEligibility implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    LocalDate asOf = situation.asOf();

    Fact<Money> ceiling = law.value(PER_CAPITA_ANNUAL_INCOME_CEILING_YUAN);
    Fact<Integer> size = facts.householdSize();
    Fact<Money> income = facts.householdAnnualIncomeYuan();
    Fact<LocalDate> from = law.optional(APPLICATION_WINDOW_FROM);
    Fact<LocalDate> to = law.optional(APPLICATION_WINDOW_TO);
    Result result =
        new Result()
            .perCapitaAnnualIncomeYuan(income.with(size, Money::perPersonRounded))
            .ceilingYuan(ceiling)
            .applyFrom(from)
            .applyTo(to);

    if (!ceiling.isKnown()) {
      return PolicyRule.decide(situation).needs(ceiling).because(CEILING_NOT_KNOWN).grant(result);
    }
    return PolicyRule.decide(situation)
        .require(facts.registrationDivision().test(law.get(MAIN_SIX_DISTRICT_CODES)::contains))
        .because(REGISTRATION_IN_MAIN_SIX_DISTRICTS)
        .otherwise(REGISTRATION_OUTSIDE_MAIN_SIX_DISTRICTS)
        .require(facts.registrationType().is(RegistrationType.URBAN))
        .because(URBAN_REGISTRATION)
        .otherwise(NOT_URBAN_REGISTRATION)
        .require(isBelow(income, ceiling, size))
        .because(INCOME_BELOW_CEILING)
        .otherwise(INCOME_NOT_BELOW_CEILING)
        .require(facts.ownsDwelling().not())
        .because(NO_DWELLING)
        .otherwise(OWNS_DWELLING)
        .require(facts.ownsNonResidentialProperty().not())
        .otherwise(OWNS_NON_RESIDENTIAL_PROPERTY)
        .require(facts.hadAffordableOwnershipHousing().not())
        .otherwise(HAD_AFFORDABLE_OWNERSHIP_HOUSING)
        .require(facts.receivesHousingBenefit().not())
        .otherwise(ALREADY_RECEIVING_HOUSING_BENEFIT)
        .require(facts.ownsVehicle().not())
        .because(NO_VEHICLE)
        .otherwise(OWNS_VEHICLE)
        .require(facts.ownsCompany().not())
        .otherwise(OWNS_COMPANY)
        // An end of the window that is not known closes it on no day.
        .require(
            from.test(first -> !asOf.isBefore(first)).and(to.test(last -> !asOf.isAfter(last))))
        .because(INSIDE_WINDOW)
        .otherwise(OUTSIDE_APPLICATION_WINDOW)
        .grant(result);
  }

  /**
   * 人均年收入低于准入线, compared for the whole household, so that nothing is rounded. What is below the
   * ceiling of one person is below that of any household.
   */
  private static Condition isBelow(Fact<Money> income, Fact<Money> ceiling, Fact<Integer> size) {
    return income
        .test(ceiling, Money::isLessThan)
        .or(income.test(ceiling.with(size, Money::times), Money::isLessThan));
  }
}
