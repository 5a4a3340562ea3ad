package minsheng.functions.extremepovertysupport;

import static minsheng.functions.extremepovertysupport.Parameters.*;
import static minsheng.functions.extremepovertysupport.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.LocalStandard;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.vocabulary.RegistrationType;
import minsheng.vocabulary.SelfCareAbility;

/**
 * 特困人员基本生活标准. 《社会救助暂行办法》第十四条: 无劳动能力、无生活来源且无法定赡养、抚养、扶养义务人,或者其…义务人无…能力的老年人、残疾人以及未满16周岁的未成年人。
 *
 * <p>Of a person who is recognised no condition is checked.
 */
@Singleton
public class ExtremePovertySupport implements PolicyRule {

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

    Condition isRecognised = facts.extremePovertyRecognised();
    // Of a person who has not said so the conditions are checked as well.
    Condition isChecked = Condition.of(!isRecognised.holds());
    Fact<Birth> birth = Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    Condition isOld = birth.test(each -> each.hasReached(law.get(ELDERLY_AGE), situation.asOf()));
    Condition isMinor =
        birth.test(each -> !each.hasReached(law.get(MINOR_AGE_LIMIT), situation.asOf()));
    Condition isOldDisabledOrMinor = isOld.or(facts.hasDisabilityCertificate()).or(isMinor);
    Condition isUnableToWork = facts.ableToWork().not();
    Condition hasNoLivelihood = facts.hasLivelihoodSource().not();
    Condition hasNoSupporters = facts.hasCapableSupporters().not();
    Condition needsRecognition =
        isChecked
            .and(isOldDisabledOrMinor)
            .and(isUnableToWork)
            .and(hasNoLivelihood)
            .and(hasNoSupporters);

    Fact<Division> division = facts.registrationDivision();
    Fact<RegistrationType> type = facts.registrationType();
    Fact<Parameter<Money>> standard = STANDARD.of(division, type);
    Condition isStandardStated = STANDARD.isConfigured(law, division, type);
    Fact<Parameter<Money>> care =
        Fact.ofOptional(facts.selfCareAbility()).map(ExtremePovertySupport::careStandard);

    return PolicyRule.decide(situation)
        .require(division.test(Division::isInHarbin))
        .otherwise(OUTSIDE_HARBIN)
        .note(isRecognised)
        .because(RECOGNISED)
        .note(isChecked.and(isOldDisabledOrMinor))
        .because(OLD_DISABLED_OR_MINOR)
        .require(isRecognised.or(isOldDisabledOrMinor))
        .otherwise(NOT_OLD_DISABLED_OR_MINOR)
        .require(isRecognised.or(isUnableToWork))
        .otherwise(ABLE_TO_WORK)
        .require(isRecognised.or(hasNoLivelihood))
        .otherwise(HAS_LIVELIHOOD_SOURCE)
        .require(isRecognised.or(hasNoSupporters))
        .otherwise(HAS_LEGAL_SUPPORTERS)
        .note(needsRecognition)
        .because(RECOGNITION_STILL_NEEDED)
        .note(standard.is(DISTRICT_URBAN_STANDARD_YUAN))
        .because(NINE_DISTRICTS_URBAN)
        .note(standard.is(DISTRICT_RURAL_STANDARD_YUAN))
        .because(NINE_DISTRICTS_RURAL)
        .note(standard.is(COUNTY_URBAN_STANDARD_YUAN))
        .because(NINE_COUNTIES_URBAN)
        .note(standard.is(COUNTY_RURAL_STANDARD_YUAN))
        .because(NINE_COUNTIES_RURAL)
        .note(standard.test(law::isSuperseded))
        .because(OLD_STANDARD)
        .note(isStandardStated.not())
        .because(OLD_VALUE_NOT_STATED)
        .note(care.test(law::isConfigured).not())
        .because(CARE_STANDARD_NOT_CONFIGURED)
        .grant(
            new Result()
                .monthlyYuan(STANDARD.whichever(division, type, law::value))
                .standardProvisional(standard.then(law::isProvisional))
                .careMonthlyYuan(care.then(law::optional))
                .recognitionNeeded(needsRecognition.asFact()));
  }

  private static Parameter<Money> careStandard(SelfCareAbility ability) {
    return switch (ability) {
      case ABLE -> CARE_ABLE_MONTHLY_YUAN;
      case PARTLY_ABLE -> CARE_PARTLY_ABLE_MONTHLY_YUAN;
      case UNABLE -> CARE_UNABLE_MONTHLY_YUAN;
    };
  }
}
