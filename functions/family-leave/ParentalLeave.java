package minsheng.functions.familyleave;

import static minsheng.functions.familyleave.Parameters.*;
import static minsheng.functions.familyleave.Reasons.*;

import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/** 育儿假: 孩子在三周岁以下,父母可以享受每年10天(按工作日计算)育儿假. */
final class ParentalLeave {

  private ParentalLeave() {}

  static Assessment assess(Facts facts, Case situation) {
    Law law = situation.law();
    int ofOneChild = law.get(PARENTAL_LEAVE_DAYS_PER_YEAR);
    YoungChildren children = new YoungChildren(law.get(PARENTAL_LEAVE_UNTIL_AGE), facts, situation);
    // Whether each child gives its own days matters only where there are several.
    Condition isPerChild =
        children.areSeveral().andThen(Condition.of(law.value(PARENTAL_LEAVE_PER_CHILD)));
    Fact<Integer> days =
        isPerChild
            .choose(children::count, () -> Fact.of(1))
            .map(times -> Math.multiplyExact(times, ofOneChild));
    Fact<Integer> remaining =
        days.with(facts.leaveDaysUsedThisYear(), (all, used) -> Math.max(0, all - used));

    return PolicyRule.decide(situation)
        .require(children.isAny())
        .because(CHILD_UNDER_THREE)
        .otherwise(CHILD_REACHED_THREE)
        .grant(
            new Result()
                .days(days)
                .remainingDays(children.isAny().choose(() -> remaining, Fact::notApplicable)));
  }
}
