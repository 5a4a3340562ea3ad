package minsheng.functions.unemploymentinsurancerate;

import static minsheng.functions.unemploymentinsurancerate.Parameters.*;
import static minsheng.functions.unemploymentinsurancerate.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Reason;

/**
 * 失业保险阶段性降费率. 2023年5月1日起,继续实施阶段性降低失业保险费率至1%的政策(其中单位缴费比例为0.5%,个人缴费比例为0.5%),实施期限延长至2024年底。
 * 适用对象为在哈市参加失业保险的所有单位。
 *
 * <p>Rates and limits of the base are those of the first day of the contribution month.
 */
@Singleton
public class UnemploymentInsuranceRate implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    LocalDate month = facts.contributionMonth().atDay(1);

    Condition isInHarbin = facts.insuranceDivision().test(Division::isInHarbin);
    Fact<BigDecimal> unitRate = law.value(UNIT_RATE, month);
    Fact<BigDecimal> employeeRate = law.value(EMPLOYEE_RATE, month);
    Fact<BigDecimal> totalRate = unitRate.with(employeeRate, BigDecimal::add);
    Fact<Money> payroll = facts.unitPayrollYuan();
    Fact<Money> wage = facts.employeeMonthlyWageYuan().map(each -> limited(law, each, month));

    return PolicyRule.decide(situation)
        .require(isInHarbin)
        .otherwise(NOT_INSURED_IN_HARBIN)
        .needs(totalRate)
        .because(NO_RATE_CONFIGURED)
        .note(isInHarbin.and(areRatesStatedBy(TEMPORARY_ONE_PERCENT, law, month)))
        .because(TEMPORARY_ONE_PERCENT)
        .note(isInHarbin.and(areRatesStatedBy(TEMPORARY_ONE_PERCENT_EXTENDED, law, month)))
        .because(TEMPORARY_ONE_PERCENT_EXTENDED)
        .grant(
            new Result()
                .unitYuan(totalRate.then(_ -> share(payroll, unitRate, wage)))
                .employeeYuan(totalRate.then(_ -> share(wage, employeeRate, payroll)))
                .totalRate(totalRate));
  }

  private static Condition areRatesStatedBy(Reason reason, Law law, LocalDate month) {
    return Condition.of(
        law.isStatedBy(reason, UNIT_RATE, month) && law.isStatedBy(reason, EMPLOYEE_RATE, month));
  }

  /** The wage, not under the lowest base and not over the highest, where they are configured. */
  private static Money limited(Law law, Money wage, LocalDate month) {
    Money raised = law.value(BASE_MIN_YUAN, month).known().map(wage::atLeast).orElse(wage);
    return law.value(BASE_MAX_YUAN, month).known().map(raised::atMost).orElse(raised);
  }

  /**
   * 单位缴费比例, 个人缴费比例: the rate of its own base. One of the two bases is enough; without its own a
   * share is then nothing.
   */
  private static Fact<Money> share(Fact<Money> base, Fact<BigDecimal> rate, Fact<Money> other) {
    return other.isKnown() && !base.isKnown()
        ? Fact.notApplicable()
        : base.with(rate, (amount, ratio) -> amount.times(ratio).rounded());
  }
}
