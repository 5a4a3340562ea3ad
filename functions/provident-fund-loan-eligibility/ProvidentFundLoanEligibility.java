package minsheng.functions.providentfundloaneligibility;

import static minsheng.functions.providentfundloaneligibility.Parameters.*;
import static minsheng.functions.providentfundloaneligibility.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/**
 * 二孩及以上家庭住房公积金贷款缴存时间. 哈发〔2022〕22号 三、(四)2: 政策内二孩及以上家庭,申请住房公积金贷款,连续缴存时间降低至半年。
 *
 * <p>Only the time of contribution is decided, and no other condition of the loan.
 */
@Singleton
public class ProvidentFundLoanEligibility implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Fact<List<Facts.Child>> children = facts.children().map(all -> born(all, situation));
    Condition isOfPlan = Condition.of(law.isConfigured(REDUCED_CONTINUOUS_MONTHS));
    Condition hasTwo = children.test(all -> all.size() > 1);
    // 政策内二孩及以上家庭
    Condition hasTwoUnderPolicy =
        children.test(all -> all.stream().filter(Facts.Child::bornWithinPolicy).count() > 1);
    Condition isReduced = isOfPlan.and(hasTwoUnderPolicy);
    Fact<Integer> required =
        isReduced.choose(
            () -> law.value(REDUCED_CONTINUOUS_MONTHS),
            () -> law.value(ORDINARY_CONTINUOUS_MONTHS));

    Fact<Integer> months = facts.continuousContributionMonths();
    int backPaid = facts.backPaidMonths();
    Fact<Integer> paidInTime = months.map(all -> Math.max(0, all - backPaid));
    Condition backPaidCounts = Condition.of(law.value(BACK_PAYMENT_COUNTS));
    Condition allCount = Condition.of(backPaid == 0).or(backPaidCounts);
    // 连续缴存: whether months paid in arrears count is needed only where it decides.
    Condition isEnough =
        required.meets(
            least ->
                paidInTime
                    .test(some -> some >= least)
                    .or(months.test(all -> all >= least).andThen(backPaidCounts)));

    return PolicyRule.decide(situation)
        .note(isOfPlan.not())
        .because(BEFORE_PLAN_OF_2022_11_29)
        .note(isReduced)
        .because(TWO_OR_MORE_CHILDREN)
        .note(isOfPlan.and(hasTwo.not()))
        .because(FEWER_THAN_TWO_CHILDREN)
        .note(isOfPlan.and(hasTwo).and(hasTwoUnderPolicy.not()))
        .because(SECOND_CHILD_NOT_UNDER_POLICY)
        .require(isEnough)
        .because(SIX_MONTHS_CONTINUOUS)
        .otherwise(FEWER_THAN_SIX_MONTHS)
        .note(allCount.not())
        .because(BACK_PAYMENT_NOT_COUNTED)
        .grant(
            new Result()
                .requiredMonths(required)
                .countedMonths(allCount.choose(() -> months, () -> paidInTime))
                .decidesOnly(Result.DecidesOnly.CONTRIBUTION_PERIOD));
  }

  /** The children that there are by the day asked about. */
  private static List<Facts.Child> born(List<Facts.Child> children, Case situation) {
    return children.stream()
        .filter(each -> each.birthDate().filter(situation.asOf()::isBefore).isEmpty())
        .toList();
  }
}
