package minsheng.functions.onlychildcompanionleave;

import static minsheng.functions.onlychildcompanionleave.Parameters.*;
import static minsheng.functions.onlychildcompanionleave.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/**
 * 独生子女陪护假. 黑龙江规定: 老年人患病住院期间,子女所在单位应当给予其陪护假,独生子女的陪护假每年累计20日,非独生子女的陪护假每年累计10日。 《老年人权益保障法》第二条:
 * 老年人是指六十周岁以上的公民.
 */
@Singleton
public class OnlyChildCompanionLeave implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Fact<List<Facts.Parent>> parents = facts.parents();
    Condition isAnyElderly =
        parents.meets(all -> Condition.any(all, parent -> isElderly(parent, situation)));
    Condition isAnyInHospital =
        parents.meets(all -> Condition.any(all, Facts.Parent::hospitalised));
    // 老年人患病住院: the same parent is both.
    Function<Facts.Parent, Condition> isPatient =
        parent -> isElderly(parent, situation).and(parent.hospitalised());
    Condition isAnyPatient = parents.meets(all -> Condition.any(all, isPatient));
    Condition areSeveral = parents.meets(all -> Condition.several(all, isPatient));
    Fact<Integer> patients = parents.then(all -> Fact.count(all, isPatient));
    boolean isPerParent = law.get(PER_PARENT);
    Fact<Integer> ofOnePatient =
        facts
            .isOnlyChild()
            .asFact()
            .map(isOnly -> law.get(isOnly ? ONLY_CHILD_DAYS : OTHER_CHILD_DAYS));
    Fact<Integer> daysPerYear =
        isPerParent ? ofOnePatient.with(patients, Math::multiplyExact) : ofOnePatient;

    return PolicyRule.decide(situation)
        .note(isAnyElderly)
        .because(PARENT_SIXTY_OR_OVER)
        .note(isAnyInHospital)
        .because(HOSPITALISED)
        // While it is not known who is in hospital, this fails only for parents who are too young.
        .require(isAnyPatient)
        .otherwise(isAnyInHospital.fails() ? NOT_HOSPITALISED : PARENT_UNDER_SIXTY)
        .determine(facts.isOnlyChild())
        .because(ONLY_CHILD)
        .otherwise(NOT_AN_ONLY_CHILD)
        .note(Condition.of(!isPerParent).and(areSeveral))
        .because(NOT_PER_PARENT)
        .grant(
            new Result()
                .daysPerYear(daysPerYear)
                .remainingDays(
                    daysPerYear.with(
                        facts.leaveDaysUsedThisYear(), (all, used) -> Math.max(0, all - used))));
  }

  /** 六十周岁以上. */
  private static Condition isElderly(Facts.Parent parent, Case situation) {
    Law law = situation.law();
    return Birth.of(parent.birthDate(), law.get(LEAP_DAY_ANNIVERSARY))
        .test(birth -> birth.hasReached(law.get(ELDERLY_AGE), situation.asOf()));
  }
}
