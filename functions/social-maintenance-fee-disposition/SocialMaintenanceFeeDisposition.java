package minsheng.functions.socialmaintenancefeedisposition;

import static minsheng.functions.socialmaintenancefeedisposition.Reasons.*;
import static minsheng.functions.socialmaintenancefeedisposition.Result.Disposition.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Money;

/**
 * 社会抚养费历史问题处理. 哈发〔2022〕22号 三、(一)2:
 * 对违法违规生育的,已经依法作出征收社会抚养费决定并执行完毕的,维持原处罚决定;已经作出征收决定但尚未执行完毕的,征收部分不予退还,未征收部分不再继续征收;尚未调查或作出征收决定的,不再进行处理。
 */
@Singleton
public class SocialMaintenanceFeeDisposition implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Fact<Money> paid = facts.feePaidYuan();
    Condition isAnyPaid = paid.test(Money::isPositive);
    // 执行完毕. A fee is more than nothing: where nothing is paid, its amount does not matter.
    Condition isExecuted = isAnyPaid.and(Condition.atLeast(paid, facts.feeImposedYuan()));
    Fact<Result.Disposition> disposition =
        facts
            .feeDecisionMade()
            .choose(
                () ->
                    isExecuted.choose(
                        () -> Fact.of(ORIGINAL_DECISION_STANDS),
                        () -> Fact.of(PAID_PART_KEPT_REST_NOT_COLLECTED)),
                () -> Fact.of(NOT_PROCESSED));
    Condition isNotExecuted = disposition.is(PAID_PART_KEPT_REST_NOT_COLLECTED);

    return PolicyRule.decide(situation)
        .note(disposition.is(ORIGINAL_DECISION_STANDS))
        .because(DECIDED_AND_EXECUTED)
        .note(isNotExecuted.and(isAnyPaid))
        .because(DECIDED_PARTLY_EXECUTED)
        .note(isNotExecuted.and(isAnyPaid.not()))
        .because(DECIDED_NOTHING_PAID)
        .note(disposition.is(NOT_PROCESSED))
        .because(NO_DECISION)
        // The clause says nothing of 诉讼 or 强制执行.
        .refer(Condition.of(facts.feeUnderLitigation()))
        .because(UNDER_LITIGATION)
        .grant(
            new Result()
                .disposition(disposition)
                .stillToPayYuan(Money.ZERO)
                .refundYuan(Money.ZERO));
  }
}
