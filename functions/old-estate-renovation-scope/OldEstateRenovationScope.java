package minsheng.functions.oldestaterenovationscope;

import static minsheng.functions.oldestaterenovationscope.Parameters.*;
import static minsheng.functions.oldestaterenovationscope.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/** 老旧小区改造范围. 《增进民生福祉 努力建设“和谐家园”》: 完成全市2000年底以前建成的老旧小区改造任务。 推动符合条件并达成一致意见的多层住宅加装电梯 */
@Singleton
public class OldEstateRenovationScope implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    int lastYear = law.get(LAST_COMPLETION_YEAR);
    // 2000年底以前: the last day of the year is included, so the whole year is.
    Condition isInTime = facts.buildingCompletionYear().test(year -> year <= lastYear);

    Fact<Boolean> hasConsent =
        facts.liftWanted() ? hasConsent(facts, law).asFact() : Fact.notApplicable();

    return PolicyRule.decide(situation)
        .require(isInTime)
        .because(BUILT_BY_END_OF_2000)
        .otherwise(BUILT_AFTER_2000)
        .determine(Condition.of(hasConsent))
        .because(LIFT_CONSENT_REACHED)
        .otherwise(LIFT_CONSENT_NOT_REACHED)
        .grant(new Result().inTimeScope(isInTime.asFact()).liftConsentReached(hasConsent));
  }

  /**
   * 达成一致意见: agreeing / total ≥ share, without a division. A building has one owner at least, so
   * fewer than the share of one are too few for any.
   */
  private static Condition hasConsent(Facts facts, Law law) {
    Fact<BigDecimal> share = law.value(LIFT_CONSENT_SHARE);
    Fact<BigDecimal> agreeing = facts.ownersAgreeing().map(BigDecimal::valueOf);
    Fact<BigDecimal> total = facts.ownersTotal().map(BigDecimal::valueOf);
    return Condition.atLeast(agreeing, share)
        .and(Condition.atLeast(agreeing, share.with(total, BigDecimal::multiply)));
  }
}
