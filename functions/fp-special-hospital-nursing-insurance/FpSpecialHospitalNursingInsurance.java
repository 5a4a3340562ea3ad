package minsheng.functions.fpspecialhospitalnursinginsurance;

import static minsheng.functions.fpspecialhospitalnursinginsurance.Parameters.*;
import static minsheng.functions.fpspecialhospitalnursinginsurance.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;

/**
 * 计划生育特殊家庭住院护理补贴保险. 哈发〔2022〕22号 三、(五)2: 组织实施计划生育特殊家庭住院护理补贴保险制度。
 *
 * <p>The clause names no amount: the daily amount, the most days of a year and the days that are
 * not paid at first are the operator's. Without a day in hospital none of them is needed.
 */
@Singleton
public class FpSpecialHospitalNursingInsurance implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Fact<Integer> days = facts.hospitalDaysThisYear();
    Condition hasNoDays = days.is(0);
    Fact<Integer> counted =
        days.with(law.value(WAITING_DAYS), (all, first) -> Math.max(0, all - first));
    Fact<Integer> most = law.value(MAX_DAYS_PER_YEAR);
    Fact<Integer> paid = counted.with(most, Math::min);
    Fact<Money> benefit = law.value(DAILY_NURSING_YUAN).with(paid, Money::times);

    return PolicyRule.decide(situation)
        .require(facts.fpSpecialFamily())
        .because(INSURED_SPECIAL_FAMILY)
        .otherwise(NOT_A_SPECIAL_FAMILY)
        .note(hasNoDays)
        .because(NO_HOSPITAL_DAYS)
        .note(counted.test(most, (all, limit) -> all > limit))
        .because(CAPPED_DAYS)
        .grant(
            new Result()
                .paidDays(hasNoDays.choose(() -> Fact.of(0), () -> paid))
                .benefitYuan(hasNoDays.choose(() -> Fact.of(Money.ZERO), () -> benefit)));
  }
}
