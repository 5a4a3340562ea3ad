package minsheng.functions.familyleave;

import static minsheng.functions.familyleave.Parameters.*;
import static minsheng.functions.familyleave.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.vocabulary.LeaveType;
import minsheng.vocabulary.Sex;

/**
 * 婚假、产假、护理假、育儿假、哺乳时间. 哈发〔2022〕22号 三、(四)1: 严格落实国家和省关于婚假、产假和男职工护理假、育儿假及哺乳时间等规定。
 *
 * <p>Each leave is a rule of its own; what it does not have is left out of its answer.
 */
@Singleton
public class FamilyLeave implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    return switch (facts.leaveType()) {
      case Fact.Known<LeaveType>(LeaveType type) ->
          switch (type) {
            case MARRIAGE -> marriage(facts, situation);
            case MATERNITY -> maternity(facts, situation);
            case PATERNITY -> paternity(facts, situation);
            case PARENTAL -> ParentalLeave.assess(facts, situation);
            case LACTATION -> LactationTime.assess(facts, situation);
          };
      case Fact.Unknown<LeaveType> type ->
          PolicyRule.decide(situation).grant(new Result().days(Fact.unknown(type.missing())));
    };
  }

  /** 依法办理结婚登记的夫妻享受婚假15天,参加婚前医学检查的,增加婚假10日. */
  private static Assessment marriage(Facts facts, Case situation) {
    Law law = situation.law();
    int days = law.get(MARRIAGE_LEAVE_DAYS);
    Fact<Integer> extra =
        facts
            .premaritalExamination()
            .asFact()
            .map(examined -> examined ? law.get(PREMARITAL_EXAMINATION_EXTRA_DAYS) : 0);
    return PolicyRule.decide(situation)
        .note(Condition.YES)
        .because(MARRIAGE_LEAVE)
        .note(facts.premaritalExamination())
        .because(MARRIAGE_LEAVE_WITH_EXAMINATION)
        .grant(new Result().days(extra.map(added -> Math.addExact(days, added))));
  }

  /** 女职工享受产假180天. */
  private static Assessment maternity(Facts facts, Case situation) {
    return PolicyRule.decide(situation)
        .require(facts.sex().is(Sex.FEMALE))
        .because(PROVINCIAL_MATERNITY_LEAVE)
        .otherwise(WOMEN_ONLY)
        .grant(new Result().days(situation.law().get(MATERNITY_LEAVE_DAYS)));
  }

  /** 男职工享受护理假15天. */
  private static Assessment paternity(Facts facts, Case situation) {
    return PolicyRule.decide(situation)
        .require(facts.sex().is(Sex.MALE))
        .because(NURSING_LEAVE_FOR_FATHER)
        .otherwise(MEN_ONLY)
        .grant(new Result().days(situation.law().get(PATERNITY_LEAVE_DAYS)));
  }
}
