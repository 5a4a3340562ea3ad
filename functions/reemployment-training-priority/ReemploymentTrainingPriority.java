package minsheng.functions.reemploymenttrainingpriority;

import static minsheng.functions.reemploymenttrainingpriority.Parameters.*;
import static minsheng.functions.reemploymenttrainingpriority.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.vocabulary.InterruptionCause;
import minsheng.vocabulary.Sex;

/** 生育中断就业女性再就业培训优先. 哈发〔2022〕22号 三、(四)5: 对因生育原因中断就业的女性,优先提供再就业培训公共服务。 */
@Singleton
public class ReemploymentTrainingPriority implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Condition isChildbirth = facts.interruptionCause().is(InterruptionCause.CHILDBIRTH);
    Condition isChildcare = facts.interruptionCause().is(InterruptionCause.CHILDCARE);
    YearMonth month = YearMonth.from(situation.asOf());
    Fact<Integer> limit = situation.law().optional(MAX_MONTHS_SINCE_BIRTH);

    return PolicyRule.decide(situation)
        .require(facts.sex().is(Sex.FEMALE))
        .because(WOMAN)
        .otherwise(WOMEN_ONLY)
        .require(facts.employmentInterrupted())
        .because(EMPLOYMENT_INTERRUPTED)
        .otherwise(EMPLOYMENT_NOT_INTERRUPTED)
        // 因生育原因, which does not say whether the care of a child is such a cause
        .note(isChildbirth)
        .because(INTERRUPTED_BY_CHILDBIRTH)
        .require(isChildbirth.or(isChildcare))
        .otherwise(CAUSE_NOT_CHILDBIRTH)
        .refer(isChildcare)
        .because(CHILDCARE_CAUSE_UNCLEAR)
        // A limit that the agency may set; without one no birth is too long ago.
        .exclude(
            limit.meets(
                months ->
                    facts
                        .children()
                        .meets(children -> areAllBornBefore(month.minusMonths(months), children))))
        .because(TOO_LONG_SINCE_BIRTH)
        .grant(new Result().priority(true));
  }

  /** The last birth is too long ago when every birth is; where there is no birth yet, none is. */
  private static Condition areAllBornBefore(YearMonth first, List<Facts.Child> children) {
    Condition areAll =
        Condition.all(
            children, child -> child.birthDate().test(day -> YearMonth.from(day).isBefore(first)));
    return areAll.and(Condition.of(!children.isEmpty()));
  }
}
