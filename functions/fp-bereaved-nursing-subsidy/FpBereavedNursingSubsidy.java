package minsheng.functions.fpbereavednursingsubsidy;

import static minsheng.functions.fpbereavednursingsubsidy.Parameters.*;
import static minsheng.functions.fpbereavednursingsubsidy.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Death;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.vocabulary.SelfCareAbility;

/**
 * 失独父母失能护理补贴. 哈发〔2022〕22号 三、(五)2: 对60周岁及以上失去独生子女的父母中失能或部分失能的老年人发放护理补贴。
 *
 * <p>The clause names no amount: those of 失能 and of 部分失能 are the operator's.
 */
@Singleton
public class FpBereavedNursingSubsidy implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    LocalDate asOf = situation.asOf();

    Fact<Birth> birth = Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    int age = law.get(MIN_AGE);
    Fact<SelfCareAbility> ability = facts.selfCareAbility();

    return PolicyRule.decide(situation)
        // 60周岁及以上
        .require(birth.test(parent -> parent.hasReached(age, asOf)))
        .because(SIXTY_OR_OVER)
        .otherwise(UNDER_SIXTY)
        .require(hasLostOnlyChild(facts, asOf))
        .because(LOST_ONLY_CHILD)
        .otherwise(HAS_NOT_LOST_ONLY_CHILD)
        // 失能或部分失能
        .note(ability.is(SelfCareAbility.UNABLE))
        .because(DISABLED)
        .note(ability.is(SelfCareAbility.PARTLY_ABLE))
        .because(PARTIALLY_DISABLED)
        .exclude(ability.is(SelfCareAbility.ABLE))
        .because(NOT_DISABLED)
        .grant(
            new Result()
                .ageYears(birth.map(parent -> parent.ageOn(asOf)))
                .monthlyYuan(ability.then(degree -> subsidy(degree, law))));
  }

  /** 失去独生子女: the only child that there ever was has died. */
  private static Condition hasLostOnlyChild(Facts facts, LocalDate asOf) {
    return facts
        .children()
        .test(
            children ->
                children.size() == 1 && new Death(children.getFirst().deathDate()).isBy(asOf));
  }

  private static Fact<Money> subsidy(SelfCareAbility degree, Law law) {
    return switch (degree) {
      case UNABLE -> law.value(NURSING_DISABLED_MONTHLY_YUAN);
      case PARTLY_ABLE -> law.value(NURSING_PARTIALLY_DISABLED_MONTHLY_YUAN);
      case ABLE -> Fact.notApplicable();
    };
  }
}
