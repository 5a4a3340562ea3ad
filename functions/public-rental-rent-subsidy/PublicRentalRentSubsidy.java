package minsheng.functions.publicrentalrentsubsidy;

import static minsheng.functions.publicrentalrentsubsidy.Parameters.*;
import static minsheng.functions.publicrentalrentsubsidy.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Missing;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.kernel.UnroundedMoney;

/**
 * 公租房租赁补贴. 《公租房保障4万户受益 畅通排污管网为民办实事》: 为4.5万户具备保障性住房资格家庭发放公租房租赁补贴保障 2023年公租房资格申请条件:
 * 未享受保障性住房实物配租或领取租赁补贴等
 *
 * <p>(guaranteed area − existing area) × rate × coefficient, once the agency has confirmed that
 * formula and all its numbers.
 */
@Singleton
public class PublicRentalRentSubsidy implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Condition qualified = facts.housingQualified();
    Condition hasUnit = facts.receivesPublicRentalUnit();
    Fact<BigDecimal> existing = facts.existingHousingAreaM2();
    Fact<BigDecimal> cap = ofFormula(HOUSEHOLD_AREA_CAP_M2, law);
    Fact<BigDecimal> perPerson = ofFormula(GUARANTEED_AREA_M2_PER_PERSON, law);
    Fact<BigDecimal> guaranteed = guaranteed(perPerson, cap, facts.householdSize());
    // Up to the cap at most, so that an existing area of the cap is enough whatever the size.
    Condition isHoused =
        Condition.atLeast(existing, cap).or(Condition.atLeast(existing, guaranteed));

    Fact<BigDecimal> area = guaranteed.with(existing, BigDecimal::subtract);
    Fact<UnroundedMoney> rate =
        law.value(SUBSIDY_YUAN_PER_M2_MONTH).with(law.value(INCOME_TIER_COEFFICIENT), Money::times);
    Fact<Money> full = rate.with(area, UnroundedMoney::times).map(UnroundedMoney::rounded);
    Fact<Money> monthly = full.map(amount -> limited(amount, facts, law));
    Condition isPaid = full.meets(amount -> qualified.and(hasUnit.not()).and(isHoused.not()));

    return PolicyRule.decide(situation)
        .require(qualified)
        .because(QUALIFIED)
        .otherwise(NOT_QUALIFIED)
        .exclude(hasUnit)
        .because(ALREADY_RECEIVING_PHYSICAL_ALLOCATION)
        // Asked for by what is granted, and only once every number is configured.
        .exclude(Condition.of(isHoused.holds()))
        .because(HOUSING_AREA_SUFFICIENT)
        .needs(full)
        .because(RATE_NOT_CONFIGURED)
        .note(isPaid)
        .because(AMOUNT_FROM_PARAMETERS)
        .note(isPaid.and(monthly.test(full, Money::isLessThan)))
        .because(LIMITED_BY_ACTUAL_RENT)
        .grant(new Result().areaM2(full.then(amount -> area)).monthlyYuan(monthly));
  }

  /** A number of the formula; a formula that is not confirmed counts as not configured. */
  private static Fact<BigDecimal> ofFormula(Parameter<BigDecimal> number, Law law) {
    Missing confirmation = Missing.parameter(FORMULA_CONFIRMED.name());
    return law.value(FORMULA_CONFIRMED)
        .then(isConfirmed -> isConfirmed ? Fact.of(true) : Fact.unknown(confirmation))
        .with(law.value(number), (isConfirmed, value) -> value);
  }

  /** The area of all persons, up to the cap: where one person reaches it, every household does. */
  private static Fact<BigDecimal> guaranteed(
      Fact<BigDecimal> perPerson, Fact<BigDecimal> cap, Fact<Integer> size) {
    return Condition.atLeast(perPerson, cap)
        .choose(
            () -> cap,
            () ->
                perPerson
                    .with(size.map(BigDecimal::valueOf), BigDecimal::multiply)
                    .with(cap, BigDecimal::min));
  }

  /** Never more than the largest share of the actual rent, where both are known. */
  private static Money limited(Money full, Facts facts, Law law) {
    return law.optional(MAX_SHARE_OF_RENT)
        .known()
        .flatMap(share -> facts.actualMonthlyRentYuan().map(rent -> rent.times(share).rounded()))
        .map(full::atMost)
        .orElse(full);
  }
}
