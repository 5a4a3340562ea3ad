package minsheng.functions.disabilitylivingsubsidy;

import static minsheng.functions.disabilitylivingsubsidy.Parameters.*;
import static minsheng.functions.disabilitylivingsubsidy.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;

/**
 * 困难残疾人生活补贴. 对象为低保家庭中的残疾人,有条件的地方可逐步扩大到低收入残疾人及其他困难残疾人。 国发〔2015〕52号: 特困人员、领取工伤生活护理费和纳入孤儿基本生活保障的不享受。
 * 全市由80元/人月提高到100元/人月。
 */
@Singleton
public class DisabilityLivingSubsidy implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Condition isDisabled = facts.hasDisabilityCertificate();
    Condition isInDibao = facts.receivesMinimumLivingAllowance();
    Condition isIncluded =
        facts.lowIncomeFamily().and(Condition.of(law.value(EXTENDS_TO_LOW_INCOME)));
    // 可逐步扩大: the extension is asked about only outside dibao.
    Condition isCovered = isInDibao.orElse(isIncluded);
    Fact<Parameter<Money>> nursing =
        Fact.ofOptional(facts.disabilityLevel()).then(DisabilityLivingSubsidy::nursingStandard);

    return PolicyRule.decide(situation)
        .require(facts.registrationDivision().test(Division::isInHarbin))
        .otherwise(OUTSIDE_HARBIN)
        .note(isInDibao.and(isDisabled))
        .because(DISABLED_PERSON_IN_DIBAO_HOUSEHOLD)
        .note(isIncluded)
        .because(LOW_INCOME_FAMILY_INCLUDED)
        .needs(isCovered.asFact())
        .because(EXTENSION_NOT_CONFIGURED)
        .require(isCovered)
        .otherwise(NOT_IN_DIBAO_HOUSEHOLD)
        .require(isDisabled)
        .otherwise(NO_DISABILITY_CERTIFICATE)
        .exclude(facts.extremePovertyRecognised())
        .because(IN_EXTREME_POVERTY_SUPPORT)
        .exclude(facts.receivesWorkInjuryNursing())
        .because(RECEIVES_WORK_INJURY_NURSING)
        .exclude(facts.receivesOrphanAllowance())
        .because(RECEIVES_ORPHAN_ALLOWANCE)
        .note(Condition.of(law.isSuperseded(LIVING_SUBSIDY_MONTHLY_YUAN)))
        .because(OLD_STANDARD)
        .note(nursing.test(law::isConfigured).not())
        .because(NURSING_SUBSIDY_NOT_CONFIGURED)
        .grant(
            new Result()
                .monthlyYuan(law.value(LIVING_SUBSIDY_MONTHLY_YUAN))
                .nursingSubsidyYuan(nursing.then(law::optional)));
  }

  /** 重度残疾人护理补贴, which the first two levels have. */
  private static Fact<Parameter<Money>> nursingStandard(int level) {
    return switch (level) {
      case 1 -> Fact.of(NURSING_LEVEL1_MONTHLY_YUAN);
      case 2 -> Fact.of(NURSING_LEVEL2_MONTHLY_YUAN);
      default -> Fact.notApplicable();
    };
  }
}
