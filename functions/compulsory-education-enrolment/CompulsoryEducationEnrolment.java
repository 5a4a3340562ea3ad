package minsheng.functions.compulsoryeducationenrolment;

import static minsheng.functions.compulsoryeducationenrolment.Parameters.*;
import static minsheng.functions.compulsoryeducationenrolment.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.vocabulary.DwellingSeatLockedBy;

/**
 * 义务教育招生入学. 2023年5月31日新闻发布会: 实行“按学区免试就近入学”“两个一致”“学位锁定”“公民同招”等入学政策。 香坊区2023年学位锁定公告:
 * 适龄儿童从登记入学当年起至五年级毕业所居住的学区住宅,原则上五年内只提供一个入学学位…(符合国家生育政策的除外)。如果该住宅有其他适龄儿童入学,由区教育局统筹安置。
 */
@Singleton
public class CompulsoryEducationEnrolment implements PolicyRule {

  /** 由区教育局统筹安置, as the contract writes it. */
  private static final String DISTRICT_ARRANGES = "district-arranges";

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    LocalDate asOf = situation.asOf();

    Condition isMigrant = facts.migrantChild();
    Condition isConsistent = facts.twoConsistenciesMet();
    Fact<DwellingSeatLockedBy> holder = facts.dwellingSeatLockedBy();
    // 五年内: the lock is over on the day on which it ends.
    Condition isEnded = facts.dwellingSeatLockedUntil().test(end -> !asOf.isBefore(end));
    Condition isExempt = Condition.of(!hasChildOutsidePolicy(facts, asOf));
    Condition hasSchoolLock =
        facts
            .dwellingSchool()
            .test(
                situation.law().value(SEAT_LOCK_SCHOOLS),
                (school, schools) -> schools.contains(school));
    // 只提供一个入学学位: which schools have a lock is only needed when the one seat is taken.
    Condition isLocked =
        holder.meets(each -> isTaken(each, isEnded, isExempt)).andThen(hasSchoolLock);
    Condition isArranged = isMigrant.or(isConsistent.not()).or(isLocked);

    return PolicyRule.decide(situation)
        .refer(isMigrant)
        .because(MIGRANT_CHILD_PLACED_BY_DISTRICT)
        .note(isConsistent)
        .because(TWO_CONSISTENCIES_MET)
        .refer(isConsistent.not())
        .because(TWO_CONSISTENCIES_NOT_MET)
        .note(holder.is(DwellingSeatLockedBy.NONE))
        .because(DWELLING_FREE)
        .note(hasSchoolLock.not())
        .because(SCHOOL_WITHOUT_SEAT_LOCK)
        .note(holder.is(DwellingSeatLockedBy.OTHER_FAMILY).and(isEnded))
        .because(LOCK_ENDED)
        .refer(holder.is(DwellingSeatLockedBy.OTHER_FAMILY).and(isLocked))
        .because(SEAT_LOCKED_BY_ANOTHER_FAMILY)
        .note(holder.is(DwellingSeatLockedBy.OWN_FAMILY).and(isExempt))
        .because(SIBLING_UNDER_POLICY_EXEMPT)
        .refer(holder.is(DwellingSeatLockedBy.OWN_FAMILY).and(isLocked))
        .because(SIBLING_NOT_UNDER_POLICY)
        .note(isLocked.not().and(isExempt.not()))
        .because(BIRTH_STATUS_NOT_A_CRITERION)
        .grant(new Result().placement(placement(facts.dwellingSchool(), isArranged)));
  }

  /** 符合国家生育政策的除外: whether a child of the family is born outside of it. */
  private static boolean hasChildOutsidePolicy(Facts facts, LocalDate asOf) {
    return facts.children().known().orElseGet(List::of).stream()
        .filter(child -> child.birthDate().filter(asOf::isBefore).isEmpty())
        .anyMatch(child -> !child.bornWithinPolicy());
  }

  /** 如果该住宅有其他适龄儿童入学: whether the seat is in use, and not by an exempt sibling. */
  private static Condition isTaken(
      DwellingSeatLockedBy holder, Condition isEnded, Condition isExempt) {
    return switch (holder) {
      case NONE -> Condition.NO;
      case OWN_FAMILY -> isExempt.not();
      case OTHER_FAMILY -> isEnded.not();
    };
  }

  /** 由区教育局统筹安置, else 按学区…就近入学. A school is asked for as long as it may be the answer. */
  private static Fact<String> placement(Fact<String> school, Condition isArranged) {
    return isArranged.holds()
        ? Fact.of(DISTRICT_ARRANGES)
        : school.with(isArranged.asFact(), (name, arranged) -> name);
  }
}
