package minsheng.functions.fprewardassistance;

import static minsheng.functions.fprewardassistance.Parameters.*;
import static minsheng.functions.fprewardassistance.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.vocabulary.RegistrationType;
import minsheng.vocabulary.Sex;

/**
 * 独生子女、农村双女家庭奖励扶助. 哈发〔2022〕22号 三、(五)1: 对全面两孩政策调整前的独生子女家庭和农村计划生育双女家庭,继续实行现行各项奖励扶助制度和优惠政策。
 * 《黑龙江省人口与计划生育条例》问答: 至子女满18周岁止,每月发给不低于10元的独生子女父母奖励费。
 */
@Singleton
public class FpRewardAssistance implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    // Who is born is known once the birth of everyone listed is; some may be known to be before.
    Fact<List<Facts.Child>> known = facts.children().map(all -> bornBy(situation.asOf(), all));
    Fact<List<Facts.Child>> born =
        facts.children().then(all -> Fact.all(all, Facts.Child::birthDate)).then(all -> known);
    Condition hasOnlyChild = born.test(all -> all.size() == 1);
    Condition isOnlyChildFamily = hasOnlyChild.and(born.meets(all -> areOfThatTime(all, law)));
    Condition isTwoDaughtersFamily = born.meets(all -> areTwoDaughters(all, facts, law));
    Fact<Integer> untilAge = law.value(ONLY_CHILD_REWARD_UNTIL_AGE);
    Condition isGrownUp =
        born.meets(
            all -> Condition.all(all, child -> hasReached(child.birthDate(), untilAge, situation)));
    Condition isParentOldEnough =
        hasReached(facts.birthDate(), law.value(REWARD_ASSISTANCE_MIN_AGE_YEARS), situation);

    return PolicyRule.decide(situation)
        // 全面两孩政策调整前的独生子女家庭和农村计划生育双女家庭
        .note(isOnlyChildFamily.or(isTwoDaughtersFamily))
        .because(EXISTING_SCHEME_CONTINUES)
        // Those who are known to be born can be too many, whenever the others are.
        .exclude(
            born.meets(all -> hasFurtherChild(all, facts, law))
                .orElse(known.meets(all -> hasFurtherChild(all, facts, law))))
        .because(FURTHER_CHILD_BORN)
        .exclude(born.test(all -> all.size() < 2).and(isOnlyChildFamily.not()))
        .because(NOT_A_PRE_TWO_CHILD_POLICY_FAMILY)
        // 独生子女父母奖励费, 至子女满18周岁止
        .exclude(isOnlyChildFamily.andThen(facts.hasOnlyChildCertificate().not()))
        .because(NO_ONLY_CHILD_CERTIFICATE)
        .refer(isOnlyChildFamily.and(isGrownUp))
        .because(ONLY_CHILD_REACHED_EIGHTEEN)
        // 农村计划生育双女家庭, as long as nothing known rules that out
        .exclude(
            born.test(all -> !areTwoDaughters(all, facts, law).fails())
                .andThen(isParentOldEnough.not()))
        .because(BELOW_MINIMUM_AGE)
        .grant(
            new Result()
                .category(
                    hasOnlyChild.choose(
                        () -> Fact.of(Result.Category.ONLY_CHILD_FAMILY),
                        () ->
                            isTwoDaughtersFamily.choose(
                                () -> Fact.of(Result.Category.RURAL_TWO_DAUGHTERS_FAMILY),
                                Fact::notApplicable)))
                .monthlyYuan(
                    hasOnlyChild.choose(
                        () -> law.value(ONLY_CHILD_REWARD_MONTHLY_YUAN),
                        () -> law.value(REWARD_ASSISTANCE_MONTHLY_YUAN))));
  }

  private static List<Facts.Child> bornBy(LocalDate asOf, List<Facts.Child> children) {
    return children.stream()
        .filter(child -> child.birthDate().test(day -> !day.isAfter(asOf)).holds())
        .toList();
  }

  /** 全面两孩政策调整前. */
  private static Condition areOfThatTime(List<Facts.Child> children, Law law) {
    LocalDate policyDate = law.get(TWO_CHILD_POLICY_DATE);
    return Condition.all(
        children, child -> child.birthDate().test(day -> day.isBefore(policyDate)));
  }

  /** 农村计划生育双女家庭. */
  private static Condition areTwoDaughters(List<Facts.Child> children, Facts facts, Law law) {
    return Condition.of(children.size() == 2)
        .and(areOfThatTime(children, law))
        .and(facts.registrationType().is(RegistrationType.RURAL))
        .and(Condition.all(children, child -> child.sex().is(Sex.FEMALE)));
  }

  /** Two or more children otherwise. */
  private static Condition hasFurtherChild(List<Facts.Child> children, Facts facts, Law law) {
    return Condition.of(children.size() > 1).and(areTwoDaughters(children, facts, law).not());
  }

  private static Condition hasReached(
      Fact<LocalDate> birthDate, Fact<Integer> age, Case situation) {
    return Birth.of(birthDate, situation.law().get(LEAP_DAY_ANNIVERSARY))
        .test(age, (birth, years) -> birth.hasReached(years, situation.asOf()));
  }
}
