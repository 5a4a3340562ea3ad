package minsheng.functions.nurseryresidentialutilityprice;

import static minsheng.functions.nurseryresidentialutilityprice.Parameters.*;
import static minsheng.functions.nurseryresidentialutilityprice.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.kernel.UnroundedMoney;
import minsheng.vocabulary.InstitutionType;
import minsheng.vocabulary.Utility;

/** 托育机构水电气热居民价格. 哈发〔2022〕22号 三、(三)2: 托育机构用水、用电、用气、用热实行居民价格。 */
@Singleton
public class NurseryResidentialUtilityPrice implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Condition isNursery = facts.institutionType().is(InstitutionType.NURSERY);
    Condition isListed = facts.utility().is(Utility.OTHER).not();
    Condition isCovered = isNursery.and(isListed);
    Fact<Result.PriceClass> priceClass =
        isCovered.choose(() -> Fact.of(Result.PriceClass.RESIDENTIAL), Fact::notApplicable);
    Fact<Money> saving =
        isCovered.choose(() -> saving(facts, situation.law()), Fact::notApplicable);

    return PolicyRule.decide(situation)
        .require(isNursery)
        .because(NURSERY_INSTITUTION)
        .otherwise(NOT_A_NURSERY_INSTITUTION)
        .require(isListed)
        .because(UTILITY_LISTED)
        .otherwise(UTILITY_NOT_LISTED)
        .needs(saving)
        .because(TARIFF_NOT_CONFIGURED)
        .grant(new Result().priceClass(priceClass).savingYuan(saving));
  }

  /** What the units cost less at 居民价格; without units there is no saving to tell. */
  private static Fact<Money> saving(Facts facts, Law law) {
    return Fact.ofOptional(facts.utilityUnitsUsed())
        .then(
            units ->
                facts.utility().then(each -> perUnit(law, each)).map(yuan -> saving(yuan, units)));
  }

  /** 用水、用电、用气、用热: what a unit costs less at 居民价格. */
  private static Fact<BigDecimal> perUnit(Law law, Utility utility) {
    return switch (utility) {
      case WATER -> difference(law, WATER_COMMERCIAL_TARIFF_YUAN, WATER_RESIDENT_TARIFF_YUAN);
      case ELECTRICITY ->
          difference(law, ELECTRICITY_COMMERCIAL_TARIFF_YUAN, ELECTRICITY_RESIDENT_TARIFF_YUAN);
      case GAS -> difference(law, GAS_COMMERCIAL_TARIFF_YUAN, GAS_RESIDENT_TARIFF_YUAN);
      case HEATING -> difference(law, HEATING_COMMERCIAL_TARIFF_YUAN, HEATING_RESIDENT_TARIFF_YUAN);
      case OTHER -> Fact.notApplicable();
    };
  }

  private static Fact<BigDecimal> difference(
      Law law, Parameter<BigDecimal> commercial, Parameter<BigDecimal> resident) {
    return law.value(commercial).with(law.value(resident), BigDecimal::subtract);
  }

  /** Rounded once; where the resident tariff is the higher one, nothing is saved. */
  private static Money saving(BigDecimal yuanPerUnit, BigDecimal units) {
    return UnroundedMoney.ofYuan(yuanPerUnit).times(units).rounded().atLeastZero();
  }
}
