package minsheng.functions.publicrentalallocationpriority;

import static minsheng.functions.publicrentalallocationpriority.Parameters.*;
import static minsheng.functions.publicrentalallocationpriority.Reasons.*;

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
import minsheng.vocabulary.RegistrationType;
import minsheng.vocabulary.Relation;

/**
 * 公租房实物配租优先. 哈发〔2022〕22号 三、(四)2: 在配租公租房时,对符合我市保障性住房资格条件、有未成年子女且按政策生育二孩及以上的家庭,纳入实物配租优先保障范围。 三、(五)2:
 * 符合保障性住房资格条件的城镇计划生育特别扶助对象,给予优先优待审核登记,优先纳入住房保障范围。
 */
@Singleton
public class PublicRentalAllocationPriority implements PolicyRule {

  // The two groups, as the contract numbers them.
  private static final int FAMILY = 1;
  private static final int SPECIAL_ASSISTANCE = 2;

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Fact<List<Facts.Child>> living = facts.children().map(all -> living(all, situation.asOf()));

    // 有未成年子女且按政策生育二孩及以上
    Condition hasMinor =
        living.meets(all -> Condition.any(all, child -> isMinor(child, situation)));
    Condition hasTwo =
        living.meets(all -> Condition.several(underPolicy(all), child -> isBorn(child, situation)));
    Condition isFirst = hasMinor.and(hasTwo);
    // 城镇计划生育特别扶助对象
    Condition isSecond =
        facts.registrationType().is(RegistrationType.URBAN).and(facts.specialAssistanceRecipient());
    Condition isPrior = isFirst.orElse(isSecond);
    Condition isGranted = facts.housingQualified().and(isPrior);

    return PolicyRule.decide(situation)
        .require(facts.housingQualified())
        .because(QUALIFIED)
        .otherwise(NOT_QUALIFIED)
        .note(hasMinor)
        .because(MINOR_CHILD)
        .note(hasMinor.not())
        .because(NO_MINOR_CHILD)
        .note(hasTwo)
        .because(TWO_OR_MORE_CHILDREN_UNDER_POLICY)
        .note(hasTwo.not())
        .because(FEWER_THAN_TWO_CHILDREN_UNDER_POLICY)
        .note(isSecond)
        .because(SPECIAL_ASSISTANCE_PERSON)
        .note(isSecond.not())
        .because(NOT_SPECIAL_ASSISTANCE_PERSON)
        .require(isPrior)
        .otherwise(NOT_SPECIAL_ASSISTANCE_PERSON)
        .grant(
            new Result()
                .priorityGroup(
                    isGranted.choose(
                        () ->
                            isFirst.choose(
                                () -> Fact.of(FAMILY), () -> Fact.of(SPECIAL_ASSISTANCE)),
                        Fact::notApplicable)));
  }

  private static List<Facts.Child> living(List<Facts.Child> children, LocalDate day) {
    return children.stream().filter(child -> !new Death(child.deathDate()).isBefore(day)).toList();
  }

  /** 按政策生育: an adopted child is not born to the family. */
  private static List<Facts.Child> underPolicy(List<Facts.Child> children) {
    return children.stream()
        .filter(child -> child.bornWithinPolicy() && child.relation() != Relation.ADOPTED)
        .toList();
  }

  private static Condition isBorn(Facts.Child child, Case situation) {
    return child.birthDate().test(birth -> !birth.isAfter(situation.asOf()));
  }

  /** 《民法典》第十七条: 十八周岁以上的自然人为成年人, so a minor until the day before that birthday. */
  private static Condition isMinor(Facts.Child child, Case situation) {
    LocalDate day = situation.asOf();
    int adultAge = situation.law().get(ADULT_AGE);
    return Birth.of(child.birthDate(), situation.law().get(LEAP_DAY_ANNIVERSARY))
        .test(birth -> birth.isBy(day) && !birth.hasReached(adultAge, day));
  }
}
