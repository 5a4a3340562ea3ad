package minsheng.functions.maternityallowance;

import static minsheng.functions.maternityallowance.Parameters.*;
import static minsheng.functions.maternityallowance.Reasons.*;
import static minsheng.vocabulary.MaternityInsurance.EMPLOYEE_WITHOUT_MATERNITY_INSURANCE;
import static minsheng.vocabulary.MaternityInsurance.EMPLOYEE_WITH_MATERNITY_INSURANCE;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.UnroundedMoney;

/**
 * 生育医疗费和生育津贴. 《女职工劳动保护特别规定》第八条:
 * 对已经参加生育保险的,按照用人单位上年度职工月平均工资的标准由生育保险基金支付;对未参加生育保险的,按照女职工产假前工资的标准由用人单位支付。 哈发〔2022〕22号 三、(四)1:
 * 灵活就业人员、居民基本医保参保人员 have their 生育医疗费用 paid, and no allowance.
 */
@Singleton
public class MaternityAllowance implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Condition isInsured = facts.maternityInsurance().is(EMPLOYEE_WITH_MATERNITY_INSURANCE);
    Condition isUninsured = facts.maternityInsurance().is(EMPLOYEE_WITHOUT_MATERNITY_INSURANCE);
    Condition isEmployee = isInsured.or(isUninsured);
    Fact<Integer> base = isEmployee.choose(() -> law.value(ALLOWANCE_DAYS), Fact::notApplicable);
    Condition isExtended = base.meets(days -> isExtended(days, facts, law));
    Fact<Integer> extra = isExtended.choose(() -> extraDays(facts, law), () -> Fact.of(0));
    Fact<Integer> days = base.with(extra, Math::addExact);
    Fact<Money> wage =
        isInsured.choose(facts::employerAverageMonthlyWageYuan, facts::ownMonthlyWageYuan);
    int divisor = law.get(DAY_DIVISOR);
    // A wage cannot help as long as the days are not configured.
    Fact<UnroundedMoney> daily = wage.with(days, (monthly, paid) -> monthly.dividedBy(divisor));

    return PolicyRule.decide(situation)
        .note(isInsured)
        .because(PAID_BY_FUND)
        .note(isUninsured)
        .because(PAID_BY_EMPLOYER_AT_OWN_WAGE)
        .require(isEmployee)
        .otherwise(MEDICAL_COST_ONLY_NO_ALLOWANCE)
        .needs(base)
        .because(DAYS_NOT_CONFIGURED)
        .note(isExtended)
        .because(EXTRA_DAYS)
        .grant(
            new Result()
                .days(days)
                .dailyYuan(daily.map(UnroundedMoney::rounded))
                .allowanceYuan(daily.with(days, UnroundedMoney::times).map(UnroundedMoney::rounded))
                .payer(
                    isInsured
                        .asFact()
                        .map(fund -> fund ? Result.Payer.FUND : Result.Payer.EMPLOYER)));
  }

  /**
   * 第七条, on the national leave of 98 days. On another number of days only where that is configured,
   * which is asked about only where there is something to add.
   */
  private static Condition isExtended(int base, Facts facts, Law law) {
    Condition isBaseExtended =
        base == law.get(NATIONAL_LEAVE_DAYS)
            ? Condition.YES
            : Condition.of(law.value(EXTRA_DAYS_ON_PROVINCIAL_LEAVE));
    return Condition.of(facts.infantsBorn() > 1).or(facts.difficultBirth()).andThen(isBaseExtended);
  }

  /** 难产的,增加产假15天;生育多胞胎的,每多生育1个婴儿,增加产假15天. */
  private static Fact<Integer> extraDays(Facts facts, Law law) {
    int forInfants =
        Math.multiplyExact(facts.infantsBorn() - 1, law.get(EXTRA_DAYS_PER_EXTRA_CHILD));
    return facts
        .difficultBirth()
        .asFact()
        .map(difficult -> difficult ? law.get(EXTRA_DAYS_DIFFICULT) : 0)
        .map(forBirth -> Math.addExact(forBirth, forInfants));
  }
}
