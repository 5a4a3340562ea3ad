package minsheng.functions.disabledhomeaccessibility;

import static minsheng.functions.disabledhomeaccessibility.Parameters.*;
import static minsheng.functions.disabledhomeaccessibility.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/**
 * 残疾人家庭无障碍改造. 《哈尔滨市打造“宜居幸福之都”实施方案(2022—2026年)》: 到2026年,完成残疾人家庭无障碍改造12000户以上。
 *
 * <p>The plan names a target and no conditions. They are the agency's, and so is what follows the
 * plan.
 */
@Singleton
public class DisabledHomeAccessibility implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Condition hasDisabledMember = facts.hasDisabledFamilyMember();
    // 到2026年: the last day of the plan is within it.
    Condition isEnded = Condition.of(situation.asOf().isAfter(law.get(PROGRAMME_END)));
    Fact<String> conditions = law.value(ELIGIBILITY_RULE);
    Condition isAccepted =
        hasDisabledMember.and(isEnded.not()).and(Condition.of(conditions.isKnown()));

    return PolicyRule.decide(situation)
        .require(hasDisabledMember)
        .because(DISABLED_FAMILY_MEMBER)
        .otherwise(NO_DISABLED_FAMILY_MEMBER)
        .refer(isEnded)
        .because(PROGRAMME_PERIOD_ENDED_2026)
        .needs(conditions)
        .because(PROGRAMME_NAMED_WITHOUT_CONDITIONS)
        .note(isAccepted)
        .because(INTAKE_ACCEPTED)
        .grant(new Result().intakeAccepted(isAccepted.asFact()));
  }
}
