package minsheng.functions.familyleave;

import static minsheng.functions.familyleave.Parameters.*;
import static minsheng.functions.familyleave.Reasons.*;

import java.math.BigDecimal;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Law;
import minsheng.vocabulary.Sex;

/** 哺乳时间. 《女职工劳动保护特别规定》第九条: 用人单位应当在每天的劳动时间内为哺乳期女职工安排1小时哺乳时间;女职工生育多胞胎的,每多哺乳1个婴儿每天增加1小时哺乳时间. */
final class LactationTime {

  private LactationTime() {}

  static Assessment assess(Facts facts, Case situation) {
    Law law = situation.law();
    Condition isWoman = facts.sex().is(Sex.FEMALE);
    YoungChildren infants = new YoungChildren(law.get(LACTATION_UNTIL_AGE), facts, situation);
    BigDecimal first = law.get(LACTATION_HOURS_PER_DAY);
    BigDecimal further = law.get(LACTATION_EXTRA_HOURS_PER_INFANT);

    return PolicyRule.decide(situation)
        .require(isWoman)
        .otherwise(WOMEN_ONLY)
        .require(infants.isAny())
        .otherwise(INFANT_REACHED_ONE)
        .note(isWoman.and(infants.isAny()).and(areHoursOfTheLaw(law)))
        .because(ONE_HOUR_PLUS_ONE_PER_EXTRA_INFANT)
        .grant(
            new Result()
                .hoursPerDay(
                    infants
                        .count()
                        .map(count -> further.multiply(BigDecimal.valueOf(count - 1L)))
                        .map(first::add)));
  }

  /** The reason names the hours, so it is not given for those of an operator. */
  private static Condition areHoursOfTheLaw(Law law) {
    return Condition.of(
        law.isOfficial(LACTATION_HOURS_PER_DAY)
            && law.isOfficial(LACTATION_EXTRA_HOURS_PER_INFANT));
  }
}
