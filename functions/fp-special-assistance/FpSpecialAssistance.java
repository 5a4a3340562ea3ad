package minsheng.functions.fpspecialassistance;

import static minsheng.functions.fpspecialassistance.Parameters.*;
import static minsheng.functions.fpspecialassistance.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Death;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/**
 * 计划生育家庭特别扶助. 哈发〔2022〕22号 三、(五)2: 落实国家特别扶助制度。 It is for the parents of an only child 伤残 or 去世; its
 * amounts and its age are the agency's to supply.
 */
@Singleton
public class FpSpecialAssistance implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    LocalDate asOf = situation.asOf();

    // 独生子女: exactly one child, living or not.
    Condition isOnlyChildFamily = facts.children().test(all -> all.size() == 1);
    Fact<Facts.Child> child =
        isOnlyChildFamily.choose(() -> facts.children().map(List::getFirst), Fact::notApplicable);
    Condition isDeceased = child.test(each -> new Death(each.deathDate()).isBy(asOf));
    Condition isDisabled = isDeceased.not().and(child.meets(Facts.Child::hasDisabilityCertificate));
    Condition isInScheme = isDeceased.or(isDisabled);
    Fact<Birth> mother = Birth.of(facts.motherBirthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    Fact<Integer> minAge = law.value(MIN_AGE_YEARS);

    return PolicyRule.decide(situation)
        .require(isOnlyChildFamily)
        .otherwise(NOT_AN_ONLY_CHILD_FAMILY)
        .require(isInScheme)
        .because(NATIONAL_SCHEME_CONTINUES)
        .otherwise(ONLY_CHILD_LIVING_AND_NOT_DISABLED)
        .note(isDeceased)
        .because(ONLY_CHILD_DECEASED)
        .note(isDisabled)
        .because(ONLY_CHILD_DISABLED)
        .needs(minAge)
        .because(AGE_LIMIT_NOT_CONFIGURED)
        .require(mother.test(minAge, (birth, age) -> birth.hasReached(age, asOf)))
        .otherwise(MOTHER_BELOW_MINIMUM_AGE)
        .grant(
            new Result()
                .category(
                    isInScheme.choose(
                        () ->
                            isDeceased.choose(
                                () -> Fact.of(Result.Category.BEREAVED),
                                () -> Fact.of(Result.Category.DISABLED_CHILD)),
                        Fact::notApplicable))
                .monthlyYuan(
                    isDeceased.choose(
                        () -> law.value(SPECIAL_ASSISTANCE_BEREAVED_MONTHLY_YUAN),
                        () -> law.value(SPECIAL_ASSISTANCE_DISABLED_CHILD_MONTHLY_YUAN))));
  }
}
