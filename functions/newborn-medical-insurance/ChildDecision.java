package minsheng.functions.newbornmedicalinsurance;

import static minsheng.functions.newbornmedicalinsurance.Parameters.*;
import static minsheng.functions.newbornmedicalinsurance.Reasons.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Months;

/**
 * The decision of one child. 新生儿应自出生0-90天(含90天)内办理参保并足额缴纳医疗保险费。其中,1月1日至8月31日办理参保登记的,只缴纳当年医保费,
 * 待遇期限自出生之日起至当年12月31日;9月1日至12月31日办理参保登记的,同时缴纳当年及下个待遇年度的医保费,待遇期限自出生之日起至次年12月31日。
 */
final class ChildDecision {

  private final Case situation;
  private final Law law;
  private final Facts.Child facts;
  private final LocalDate registeredOn;

  ChildDecision(Case situation, Facts.Child facts) {
    this.situation = situation;
    this.facts = facts;
    law = situation.law();
    registeredOn = facts.insuranceRegisteredOn();
  }

  Assessment assess() {
    Fact<LocalDate> birth = facts.birthDate();
    // 自出生0-90天(含90天): the day of birth is day 0.
    Fact<LocalDate> lastDay = birth.map(day -> day.plusDays(law.get(REGISTRATION_DAYS)));
    Condition isBorn = birth.test(day -> !day.isAfter(situation.asOf()));
    Condition isLate = isBorn.and(lastDay.test(registeredOn::isAfter));
    Condition isInTime = isBorn.and(isLate.not());
    Fact<List<Integer>> feeYears =
        isLate.choose(this::lateFeeYears, () -> birth.then(this::feeYears));

    return PolicyRule.decide(situation)
        .require(isBorn)
        .otherwise(NOT_YET_BORN)
        .note(isInTime)
        .because(WITHIN_NINETY_DAYS_INCLUSIVE)
        .note(isLate)
        .because(AFTER_DAY_NINETY_NO_COVER_FROM_BIRTH)
        .require(facts.insuranceFeePaid())
        .because(FEE_PAID)
        .otherwise(FEE_NOT_PAID)
        .note(isInTime.and(Condition.of(isTwoYearFee())))
        .because(REGISTERED_SEPTEMBER_TO_DECEMBER_PAY_TWO_YEARS)
        .note(isInTime.and(birth.test(this::isInAnotherYear)))
        .because(BIRTH_AND_REGISTRATION_IN_DIFFERENT_YEARS)
        .grant(
            new Result.Child()
                .lastDay(lastDay)
                .coverageFrom(isLate.choose(this::lateCoverageFrom, () -> birth))
                // 待遇期限至12月31日.
                .coverageTo(
                    feeYears.map(years -> Months.ofYear(years.getLast()).last().atEndOfMonth()))
                .feeYears(feeYears));
  }

  /**
   * After the last day there is a waiting period, and the fee of the year of registration alone.
   */
  private Fact<LocalDate> lateCoverageFrom() {
    return law.value(LATE_WAITING_PERIOD_DAYS).map(registeredOn::plusDays);
  }

  private Fact<List<Integer>> lateFeeYears() {
    return Fact.of(List.of(registeredOn.getYear()));
  }

  /** 只缴纳当年医保费, or 同时缴纳当年及下个待遇年度的医保费; which year the first is can be open. */
  private Fact<List<Integer>> feeYears(LocalDate birth) {
    int year = registeredOn.getYear();
    int last = isTwoYearFee() ? year + 1 : year;
    return firstFeeYear(birth)
        .map(first -> Stream.of(first, year, last).distinct().sorted().toList());
  }

  /** 当年医保费 of a birth in another year than the registration: the law does not say which. */
  private Fact<Integer> firstFeeYear(LocalDate birth) {
    if (!isInAnotherYear(birth)) {
      return Fact.of(birth.getYear());
    }
    return law.value(CROSS_YEAR_RULE)
        .map(
            rule ->
                switch (rule) {
                  case REGISTRATION_YEAR_ONLY -> registeredOn.getYear();
                  case BOTH_YEARS -> birth.getYear();
                });
  }

  /** 9月1日至12月31日办理参保登记的. */
  private boolean isTwoYearFee() {
    return registeredOn.getMonthValue() >= law.get(TWO_YEAR_FEE_FROM_MONTH);
  }

  private boolean isInAnotherYear(LocalDate birth) {
    return birth.getYear() != registeredOn.getYear();
  }
}
