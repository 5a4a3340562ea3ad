package minsheng.functions.workinjuryinsurancerate;

import static minsheng.functions.workinjuryinsurancerate.Parameters.*;
import static minsheng.functions.workinjuryinsurancerate.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import minsheng.functions.workinjuryinsurancerate.Parameters.PeriodBasis;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/**
 * 工伤保险阶段性降费率. 2023年5月1日至2024年12月31日,工伤保险费率以现行费率为基础下调50%。适用对象为依法参加工伤保险的各类行业企业以及以单位形式参保的个体工商户
 * (不含以项目参保)。《工伤保险条例》第十条: 用人单位缴纳工伤保险费的数额为本单位职工工资总额乘以单位缴费费率之积。
 *
 * <p>In a month without a configured cut nothing is computed, not even for a project: whether and
 * for whom a later measure cuts the rate is not known.
 */
@Singleton
public class WorkInjuryInsuranceRate implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Condition isByProject = facts.insuredByProject();
    Fact<LocalDate> day = decisiveDay(facts, law);
    Fact<BigDecimal> share = day.then(each -> law.value(REDUCTION_SHARE, each));
    Fact<BigDecimal> cut =
        share.with(isByProject.asFact(), (ratio, none) -> none ? BigDecimal.ZERO : ratio);
    Fact<BigDecimal> applied =
        facts
            .workInjuryCurrentRate()
            .with(cut, (current, ratio) -> current.multiply(BigDecimal.ONE.subtract(ratio)));

    return PolicyRule.decide(situation)
        .needs(share)
        .because(MEASURE_NOT_IN_FORCE)
        .note(
            day.test(each -> law.isStatedBy(FIFTY_PERCENT_CUT, REDUCTION_SHARE, each))
                .and(isByProject.not()))
        .because(FIFTY_PERCENT_CUT)
        .note(Condition.of(share.isKnown()).and(isByProject))
        .because(INSURED_BY_PROJECT)
        .note(isPaidInAnotherMonth(facts, law))
        .because(CONTRIBUTION_PERIOD_DECIDES)
        .grant(
            new Result()
                .appliedRate(applied)
                .premiumYuan(
                    facts
                        .unitPayrollYuan()
                        .with(applied, (payroll, rate) -> payroll.times(rate).rounded())));
  }

  /** 2023年5月1日至2024年12月31日: the month that the premium is for, or the day on which it is paid. */
  private static Fact<LocalDate> decisiveDay(Facts facts, Law law) {
    return switch (law.get(PERIOD_BASIS)) {
      case CONTRIBUTION_PERIOD -> Fact.of(facts.contributionMonth().atDay(1));
      case PAYMENT_DATE -> facts.paymentDate();
    };
  }

  /** Where the period decides, a day of payment in another month changes nothing. */
  private static Condition isPaidInAnotherMonth(Facts facts, Law law) {
    return Condition.of(law.get(PERIOD_BASIS) == PeriodBasis.CONTRIBUTION_PERIOD)
        .and(
            facts
                .paymentDate()
                .test(paid -> !YearMonth.from(paid).equals(facts.contributionMonth())));
  }
}
