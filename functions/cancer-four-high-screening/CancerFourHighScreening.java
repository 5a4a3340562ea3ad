package minsheng.functions.cancerfourhighscreening;

import static minsheng.functions.cancerfourhighscreening.Parameters.*;
import static minsheng.functions.cancerfourhighscreening.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Decision;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.LeapDayAnniversary;

/**
 * 消化系统肿瘤及“四高”免费检测. 《新时代幸福龙江建设20件民生实事(2025年)》工作方案 二、(五): 针对45—60岁居民开展高危人群结直肠癌、胃癌两类消化系统肿瘤及“四高”疾病免费检测。
 *
 * <p>Both ages are included. The conditions are those of one year's programme: in another year none
 * of them is applied.
 */
@Singleton
public class CancerFourHighScreening implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    LocalDate day = referenceDay(situation.asOf(), law);
    Fact<Birth> birth = Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    Result result = new Result().ageYears(birth.map(person -> person.ageOn(day)));
    Decision decision =
        PolicyRule.decide(situation)
            .note(birth.test(person -> isBirthdayMovedTo28February(person, day)))
            .because(LEAP_DAY_ANNIVERSARY_28_FEBRUARY);

    if (situation.asOf().getYear() != law.get(PROGRAMME_YEAR)) {
      return decision.refer(Condition.YES).because(PROGRAMME_YEAR_NOT_2025).grant(result);
    }
    int least = law.get(AGE_MIN);
    Condition isOldEnough = birth.test(person -> person.hasReached(least, day));
    Condition isTooOld = birth.test(person -> isTooOld(person, day, law));
    return decision
        .note(isOldEnough.and(isTooOld.not()))
        .because(AGE_BETWEEN_45_AND_60)
        .require(isOldEnough)
        .otherwise(UNDER_45)
        .exclude(isTooOld)
        .because(OVER_60)
        .require(isResident(facts, law))
        .because(RESIDENT)
        .otherwise(NOT_A_RESIDENT)
        .grant(result);
  }

  /** The day on which the age counts. */
  private static LocalDate referenceDay(LocalDate asOf, Law law) {
    return switch (law.get(AGE_REFERENCE_DATE)) {
      case AS_OF -> asOf;
      case YEAR_END -> asOf.with(TemporalAdjusters.lastDayOfYear());
    };
  }

  /** 没有对应日的,月末日为期间的最后一日. */
  private static boolean isBirthdayMovedTo28February(Birth birth, LocalDate day) {
    return birth.isOnLeapDay() && !day.isLeapYear() && birth.leapDay() == LeapDayAnniversary.FEB28;
  }

  /** 45—60岁: past the highest age, in completed years or from the day after its birthday. */
  private static boolean isTooOld(Birth birth, LocalDate day, Law law) {
    int most = law.get(AGE_MAX);
    return switch (law.get(AGE_MAX_MEANING)) {
      case UNTIL_DAY_BEFORE_61ST_BIRTHDAY -> birth.ageOn(day) > most;
      case EXACTLY_60 -> birth.birthday(most).isBefore(day);
    };
  }

  /** 居民: who lives in Harbin, or is registered there. */
  private static Condition isResident(Facts facts, Law law) {
    Condition lives = facts.residenceDivision().test(Division::isInHarbin);
    Condition isRegistered = facts.registrationDivision().test(Division::isInHarbin);
    return switch (law.get(RESIDENCY_RULE)) {
      case RESIDENCE -> lives;
      case REGISTRATION -> isRegistered;
      case EITHER -> lives.or(isRegistered);
    };
  }
}
