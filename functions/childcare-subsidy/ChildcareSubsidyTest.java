package minsheng.functions.childcaresubsidy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import minsheng.functions.childcaresubsidy.Parameters.MonthRule;
import minsheng.functions.childcaresubsidy.Parameters.MoveStopRule;
import minsheng.functions.childcaresubsidy.Parameters.NationalPartMonthRule;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Division;
import minsheng.kernel.FactSet;
import minsheng.kernel.Law;
import minsheng.kernel.Missing;
import minsheng.kernel.Money;
import minsheng.kernel.Outcome;
import minsheng.kernel.Reason;
import minsheng.vocabulary.ParentsRegistration;
import minsheng.vocabulary.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChildcareSubsidyTest {

  private static final Division NANGANG = new Division("230103");
  private static final Division FANGZHENG = new Division("230124");
  private static final Division BEIJING = new Division("110101");
  private static final Division SHANGHAI = new Division("310101");

  /** 出生时间在2021年10月29日后, the day itself included. */
  @Nested
  class BirthFromTheStart {

    @ParameterizedTest(name = "born on {0}: {1}")
    @CsvSource({
      "2021-10-28, NOT_ELIGIBLE",
      "2021-10-29, ELIGIBLE",
      "2021-10-30, ELIGIBLE",
    })
    void oneDayToEitherSide(String birth, Outcome outcome) {
      Assessment child = second("2023-06-15", born(birth));

      assertThat(child.outcome()).isEqualTo(outcome);
      assertThat(codes(child).contains("born-before-start-date"))
          .isEqualTo(outcome == Outcome.NOT_ELIGIBLE);
    }

    @Test
    void theFirstChildrenOfTheRuleArePaidFromTheirBirthWhenTheyApplyInTheFirstSixMonthsOfIt() {
      // 2021-10 … 2024-09 are 36 months.
      Assessment child = second("2023-06-15", born("2021-10-29"));

      assertPaid(child, "2021-10", "2024-09", 36, "18000");
      assertThat(codes(child))
          .contains("transitional-application-in-time")
          .doesNotContain("applied-within-six-months", "late-application-from-application-month");
    }

    @ParameterizedTest(name = "born on {0}: {1}")
    @CsvSource({"2021-10-29, NOT_ELIGIBLE", "2021-10-30, ELIGIBLE"})
    void theStartCanBeReadAsNotIncludingItsDay(String birth, Outcome outcome) {
      Assessment child = second("2023-06-15", Map.of("birthStartInclusive", false), born(birth));

      assertThat(child.outcome()).isEqualTo(outcome);
    }

    @Test
    void aChildOfTheDayAskedAboutIsBornAndOneOfTheNextDayIsNot() {
      Assessment whole = assess("2024-08-01", elder(), born("2024-08-01"), born("2024-08-02"));

      assertThat(entry(whole, 1).outcome()).isEqualTo(Outcome.ELIGIBLE);
      assertThat(entry(whole, 2).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(codes(entry(whole, 2))).containsExactly("not-yet-born");
      assertThat(entry(whole, 2).result()).containsEntry("countedOrder", null);
    }
  }

  /** 出生六个月内申请, from the birth month; later, 自申请当月起计发. */
  @Nested
  class ApplicationBefore2025 {

    @ParameterizedTest(name = "applied on {0}: from {1}, {2} months, {3} yuan")
    @CsvSource({
      "2023-11-14, 2023-05, 2026-04, 36, 18000",
      "2023-11-15, 2023-05, 2026-04, 36, 18000", // the last day of six months
      "2023-11-16, 2023-11, 2026-05, 31, 15500", // 2 + 24 + 5, not capped: the birthday's month too
    })
    void sixMonthsFromTheBirth(
        String application, String first, String last, int months, String total) {
      Assessment child = second("2023-12-01", born("2023-05-15").applied(application));

      assertPaid(child, first, last, months, total);
    }

    @ParameterizedTest(name = "applied on {0}: from {1}, {2} months, {3} yuan")
    @CsvSource({
      "2023-10-27, 2022-03, 2025-02, 36, 18000", // six months from 2023-04-27
      "2023-10-28, 2023-10, 2025-03, 18, 9000", // 3 + 12 + 3
    })
    void sixMonthsFromTheRuleForAChildBornBeforeIt(
        String application, String first, String last, int months, String total) {
      Assessment child = second("2023-11-01", born("2022-03-10").applied(application));

      assertPaid(child, first, last, months, total);
    }

    @ParameterizedTest(name = "born on {0}, applied on {1}: {2}")
    @CsvSource({
      "2023-04-26, 2023-10-26, applied-within-six-months",
      "2023-04-26, 2023-10-27, transitional-application-in-time",
      "2023-04-26, 2023-10-28, late-application-from-application-month",
      "2023-04-27, 2023-10-27, applied-within-six-months",
      "2023-04-27, 2023-10-28, late-application-from-application-month",
    })
    void oneDayToEitherSideOfTheRulesFirstDay(String birth, String application, String code) {
      Assessment child = second("2023-11-01", born(birth).applied(application));

      assertThat(codes(child)).filteredOn(each -> each.contains("appli")).containsExactly(code);
    }

    @ParameterizedTest(name = "born on {0}, applied on {1}: from {2}")
    @CsvSource({
      "2023-08-31, 2024-02-29, 2023-08", // no 31st: 月末日 is the last day
      "2023-08-31, 2024-03-01, 2024-03",
      "2024-02-29, 2024-08-29, 2024-02",
      "2024-02-29, 2024-08-30, 2024-08",
    })
    void theEndOfAMonthIsTheLastDayOfTheWindow(String birth, String application, String first) {
      Assessment child = second("2024-09-01", born(birth).applied(application));

      assertThat(child.result()).containsEntry("firstMonth", YearMonth.parse(first));
    }

    @ParameterizedTest(name = "applied on {0}: from {1}")
    @CsvSource({"2023-12-15, 2023-05", "2023-12-16, 2023-12"})
    void aLongerWindowCanBeSupposed(String application, String first) {
      Assessment child =
          second(
              "2024-01-01",
              Map.of("applicationWindowMonths", 7),
              born("2023-05-15").applied(application));

      assertThat(child.result()).containsEntry("firstMonth", YearMonth.parse(first));
    }

    @Test
    void withoutADayOfApplicationTheQuestionIsAboutApplyingToday() {
      // 2023-12-01 is later than six months from 2023-05-15: 1 + 24 + 5 months.
      Assessment child = second("2023-12-01", born("2023-05-15"));

      assertPaid(child, "2023-12", "2026-05", 30, "15000");
      assertThat(codes(child)).contains("late-application-from-application-month");
    }
  }

  /** 自2025年1月1日起: the national base and the municipal uplift. */
  @Nested
  class TheChangeOf2025 {

    @Test
    void onTheLastDayOfTheFirstRuleEverythingIsMunicipal() {
      Assessment child = second("2024-12-31", born("2024-03-10").applied("2024-04-01"));

      // 2024-03 … 2027-02; 10 months before 2025, 26 later
      assertPaid(child, "2024-03", "2027-02", 36, "18000");
      assertThat(child.result())
          .containsEntry("monthlyYuan", yuan("500"))
          .containsEntry("monthlyNationalYuan", Money.ZERO)
          .containsEntry("monthlyMunicipalYuan", yuan("500"))
          .containsEntry("nationalMonths", 0)
          .containsEntry("municipalMonths", 36)
          .containsEntry("before2025Yuan", yuan("5000"))
          .containsEntry("nationalFrom2025Yuan", Money.ZERO)
          .containsEntry("from2025Yuan", yuan("13000"));
      assertThat(codes(child)).doesNotContain("bridging-cohort");
    }

    @Test
    void onTheFirstDayOfTheSecondRuleTheSameAmountIsSplit() {
      Assessment child = second("2025-01-01", born("2024-03-10").applied("2024-04-01"));

      // 10 × 500; 26 × 300; 26 × 200
      assertPaid(child, "2024-03", "2027-02", 36, "18000");
      assertThat(child.result())
          .containsEntry("monthlyYuan", yuan("500"))
          .containsEntry("monthlyNationalYuan", yuan("300"))
          .containsEntry("monthlyMunicipalYuan", yuan("200"))
          .containsEntry("nationalMonths", 26)
          .containsEntry("municipalMonths", 36)
          .containsEntry("before2025Yuan", yuan("5000"))
          .containsEntry("nationalFrom2025Yuan", yuan("7800"))
          .containsEntry("upliftFrom2025Yuan", yuan("5200"))
          .containsEntry("from2025Yuan", yuan("13000"));
      assertThat(codes(child)).contains("bridging-cohort");
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2024-12-31, NOT_ELIGIBLE", "2025-01-01, ELIGIBLE"})
    void aFirstChildGetsTheNationalBaseFrom2025Alone(String asOf, Outcome outcome) {
      Assessment whole = assess(asOf, born("2024-03-10").applied("2024-04-01"));

      assertThat(whole.outcome()).isEqualTo(outcome);
      assertThat(codes(whole)).contains("child-order-below-second");
      if (outcome == Outcome.ELIGIBLE) {
        // 2025-01 … 2027-03, the month of the third birthday: 12 + 12 + 3
        assertPaid(entry(whole, 0), "2025-01", "2027-03", 27, "8100");
        assertThat(codes(whole))
            .contains("national-base-only")
            .doesNotContain("bridging-cohort", "outside-bridging-cohort");
      }
    }

    @Test
    void aThirdChildIsPaidAThousandUnderBothRules() {
      Child third = born("2024-03-10").applied("2024-04-01");
      Assessment before = entry(assess("2024-12-31", elder(), born("2018-03-01"), third), 2);
      Assessment after = entry(assess("2025-01-01", elder(), born("2018-03-01"), third), 2);

      assertThat(before.result())
          .containsEntry("monthlyYuan", yuan("1000"))
          .containsEntry("monthlyMunicipalYuan", yuan("1000"))
          .containsEntry("totalYuan", yuan("36000"));
      assertThat(after.result())
          .containsEntry("monthlyNationalYuan", yuan("300"))
          .containsEntry("monthlyMunicipalYuan", yuan("700"))
          .containsEntry("totalYuan", yuan("36000"));
      assertThat(codes(after)).contains("third-or-later-child").doesNotContain("second-child");
    }

    @Test
    void aLateApplicationIn2025BringsEveryMonthOf2025AndNoneBefore() {
      Assessment child = second("2025-02-01", born("2024-03-10"));

      // 2025-01 … 2027-03; 2025-01 is past and comes with this application
      assertPaid(child, "2025-01", "2027-03", 27, "13500");
      assertThat(child.result()).containsEntry("before2025Yuan", Money.ZERO);
      assertThat(codes(child))
          .contains(
              "late-application-from-application-month",
              "six-month-limit-removed-from-2025",
              "months-before-2025-not-restored",
              "arrears-payable");
    }

    @Test
    void aLateApplicationOnTheLastDayOf2024BringsThatMonth() {
      // 2024-12 … 2027-03: 1 + 24 + 3
      assertPaid(second("2024-12-31", born("2024-03-10")), "2024-12", "2027-03", 28, "14000");
    }

    @ParameterizedTest(name = "born on {0}: {1} yuan a month, {2} in all")
    @CsvSource({
      "2026-04-26, 500, 18000",
      "2026-04-27, 500, 18000",
      "2026-04-28, 300, 10800",
    })
    void theBridgingCohortEndsOn27April2026(String birth, String monthly, String total) {
      Assessment child = second("2026-05-01", born(birth));

      assertPaid(child, "2026-04", "2029-03", 36, total);
      assertThat(child.result()).containsEntry("monthlyYuan", yuan(monthly));
      if (monthly.equals("300")) {
        assertThat(codes(child))
            .contains("second-child", "outside-bridging-cohort", "national-base-only")
            .doesNotContain("bridging-cohort");
      } else {
        assertThat(codes(child))
            .contains("bridging-cohort")
            .doesNotContain("outside-bridging-cohort", "national-base-only");
      }
    }

    @Test
    void theEndOfTheCohortCanBeSupposed() {
      Assessment child =
          second(
              "2026-05-01",
              Map.of("bridgingBirthCutoff", LocalDate.of(2026, 4, 26)),
              born("2026-04-27"));

      assertThat(child.result()).containsEntry("monthlyYuan", yuan("300"));
    }
  }

  /** 发放至3周岁止,总计不超过36月. */
  @Nested
  class TheMonths {

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2026-04-30, ELIGIBLE", "2026-05-01, NOT_ELIGIBLE"})
    void whoIsPaidFromBirthHasThirtySixMonthsBeforeTheMonthOfTheBirthday(
        String asOf, Outcome outcome) {
      Assessment child = second(asOf, born("2023-05-15").applied("2023-08-01"));

      assertThat(child.outcome()).isEqualTo(outcome);
      if (outcome == Outcome.ELIGIBLE) {
        assertThat(child.result()).containsEntry("monthlyYuan", yuan("500"));
        assertThat(codes(child)).contains("thirty-six-month-cap");
      } else {
        assertThat(child.result())
            .containsEntry("monthlyYuan", Money.ZERO)
            .containsEntry("months", 0)
            .containsEntry("totalYuan", Money.ZERO)
            .containsEntry("firstMonth", null)
            .containsEntry("payerDivision", null);
        assertThat(codes(child)).contains("reached-three-or-thirty-six-months");
      }
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2026-06-30, ELIGIBLE", "2026-07-01, NOT_ELIGIBLE"})
    void whoIsPaidFromALaterMonthIsPaidThroughTheMonthOfTheBirthday(String asOf, Outcome outcome) {
      Assessment child = second(asOf, born("2023-06-20").applied("2024-03-05"));

      assertThat(child.outcome()).isEqualTo(outcome);
      assertThat(codes(child)).doesNotContain("thirty-six-month-cap");
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2027-02-28, ELIGIBLE", "2027-03-01, NOT_ELIGIBLE"})
    void aLeapDayChildTurnsThreeInFebruary(String asOf, Outcome outcome) {
      assertThat(second(asOf, born("2024-02-29").applied("2024-08-30")).outcome())
          .isEqualTo(outcome);
    }

    @Test
    void aLeapDayChildIsPaidThirtySixMonthsOrUntilItsThirdFebruary() {
      // 2024-02 … 2027-01, or 5 + 24 + 2 months from 2024-08
      assertPaid(
          second("2024-09-01", born("2024-02-29").applied("2024-08-29")),
          "2024-02",
          "2027-01",
          36,
          "18000");
      assertPaid(
          second("2024-09-01", born("2024-02-29").applied("2024-08-30")),
          "2024-08",
          "2027-02",
          31,
          "15500");
    }

    @ParameterizedTest(name = "rule {0}, applied on {1}: {2} to {3}, {4} months")
    @CsvSource({
      // from birth: 36 months by each rule
      "A, 2023-08-01, 2023-05, 2026-04, 36, 18000",
      "B, 2023-08-01, 2023-06, 2026-05, 36, 18000",
      "C, 2023-08-01, 2023-05, 2026-04, 36, 18000",
      // from a later month: the month of the birthday is out, in, in
      "A, 2023-11-16, 2023-11, 2026-04, 30, 15000",
      "B, 2023-11-16, 2023-11, 2026-05, 31, 15500",
      "C, 2023-11-16, 2023-11, 2026-05, 31, 15500",
    })
    void theThreeReadingsOfUntilTheThirdBirthday(
        MonthRule rule, String application, String first, String last, int months, String total) {
      Assessment child =
          second("2023-12-01", Map.of("monthRule", rule), born("2023-05-15").applied(application));

      assertPaid(child, first, last, months, total);
    }

    @ParameterizedTest(name = "rule {0}: {1} months")
    @CsvSource({"A, 2027-02, 26, 7800", "B, 2027-03, 27, 8100", "C, 2027-03, 27, 8100"})
    void theThreeReadingsOfTheNationalBase(MonthRule rule, String last, int months, String total) {
      Assessment whole = assess("2025-02-01", Map.of("monthRule", rule), born("2024-03-10"));

      assertPaid(entry(whole, 0), "2025-01", last, months, total);
    }

    @Test
    void theCapCanBeReadAsNotCountingTheMonthsBefore2025() {
      Assessment child =
          second(
              "2025-06-01",
              Map.of("capCountsMonthsBefore2025", false),
              born("2023-05-15").applied("2023-08-01"));

      // 20 months before 2025 and 2025-01 … 2026-05, 17 more: 37 in all
      assertPaid(child, "2023-05", "2026-05", 37, "18500");
      assertThat(codes(child)).doesNotContain("thirty-six-month-cap");
    }

    @Test
    void theCapCountsTheMonthsBefore2025AsItStands() {
      Assessment child = second("2025-06-01", born("2023-05-15").applied("2023-08-01"));

      assertPaid(child, "2023-05", "2026-04", 36, "18000");
      assertThat(child.result())
          .containsEntry("nationalMonths", 16)
          .containsEntry("municipalMonths", 36);
    }

    @Test
    void theCapCanBeSupposed() {
      Assessment child =
          second("2023-12-01", Map.of("maxMonths", 12), born("2023-05-15").applied("2023-08-01"));

      assertPaid(child, "2023-05", "2024-04", 12, "6000");
    }

    @Test
    void theNationalPartCanBeReadToGoOnBeyondTheCap() {
      Assessment child = second("2025-06-01", BEYOND_CAP, born("2023-05-15").applied("2023-08-01"));

      // 20 × 500, then 2025-01 … 2026-05: 17 × 300, and 2025-01 … 2026-04: 16 × 200
      assertPaid(child, "2023-05", "2026-05", 37, "18300");
      assertThat(child.result())
          .containsEntry("nationalMonths", 17)
          .containsEntry("municipalMonths", 36)
          .containsEntry("before2025Yuan", yuan("10000"))
          .containsEntry("nationalFrom2025Yuan", yuan("5100"))
          .containsEntry("upliftFrom2025Yuan", yuan("3200"))
          .containsEntry("from2025Yuan", yuan("8300"));
    }

    @Test
    void inTheMonthBeyondTheCapOnlyTheNationalPartIsPaid() {
      Child young = born("2023-05-15").applied("2023-08-01");
      Assessment child = second("2026-05-31", BEYOND_CAP, young);

      assertThat(child.outcome()).isEqualTo(Outcome.ELIGIBLE);
      assertThat(child.result())
          .containsEntry("monthlyYuan", yuan("300"))
          .containsEntry("monthlyNationalYuan", yuan("300"))
          .containsEntry("monthlyMunicipalYuan", Money.ZERO);
      assertThat(second("2026-06-01", BEYOND_CAP, young).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @ParameterizedTest(name = "born on {0}: {1} months")
    @CsvSource({"2024-12-31, 37, 2027-12", "2025-01-01, 36, 2027-12"})
    void theNationalPartGoesBeyondTheCapForAChildBornBefore2025Alone(
        String birth, int months, String last) {
      // 2024-12 … 2027-11 and 2027-12 for the one, 2025-01 … 2027-12 for the other
      Assessment child = second("2025-02-01", BEYOND_CAP, born(birth));

      assertThat(child.result())
          .containsEntry("months", months)
          .containsEntry("lastMonth", YearMonth.parse(last));
    }

    private static final Map<String, Object> BEYOND_CAP =
        Map.of("nationalPartMonthRule", NationalPartMonthRule.INCLUSIVE_THIRD_BIRTHDAY_MONTH);
  }

  /** 现在申请,可以补领以前的月份. */
  @Nested
  class Arrears {

    @ParameterizedTest(name = "applied on {0}: {1}")
    @CsvSource({"2026-11-20, NOT_ELIGIBLE", "2026-11-21, ELIGIBLE", "2026-11-22, ELIGIBLE"})
    void afterTheLastMonthOnlyAnApplicationStillToComeBringsSomething(
        String application, Outcome outcome) {
      Assessment child = second("2026-11-21", born("2022-06-10").applied(application));

      assertThat(child.outcome()).isEqualTo(outcome);
      if (outcome == Outcome.ELIGIBLE) {
        // late, so nothing of 2022 to 2024; 2025-01 … 2025-06
        assertPaid(child, "2025-01", "2025-06", 6, "3000");
        assertThat(child.result()).containsEntry("monthlyYuan", Money.ZERO);
        assertThat(codes(child)).contains("arrears-payable");
      } else {
        assertThat(codes(child))
            .contains("reached-three-or-thirty-six-months")
            .doesNotContain("arrears-payable");
      }
    }

    @ParameterizedTest(name = "born on {0}: {1}")
    @CsvSource({"2021-12-31, NOT_ELIGIBLE", "2022-01-01, ELIGIBLE"})
    void whoTurnedThreeBefore2025HasNoMonthUnderTheSecondRule(String birth, Outcome outcome) {
      // The third birthday of the one is in 2024-12, of the other in 2025-01.
      Assessment child = second("2025-01-01", born(birth));

      assertThat(child.outcome()).isEqualTo(outcome);
      if (outcome == Outcome.ELIGIBLE) {
        assertPaid(child, "2025-01", "2025-01", 1, "500");
      } else {
        assertThat(codes(child)).containsExactly("reached-three-or-thirty-six-months");
      }
    }
  }

  /** 夫妻仅有一方为哈尔滨市户籍: half of the months before 2025. */
  @Nested
  class Parents {

    @Test
    void theRuleOf2023PaysHalfOfEverything() {
      Assessment whole =
          assess(
              "2024-12-31",
              ParentsRegistration.ONE_HARBIN,
              Map.of(),
              elder(),
              born("2024-03-10").applied("2024-04-01"));

      // As then in force: 36 × 250
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("250"));
      assertPaid(entry(whole, 1), "2024-03", "2027-02", 36, "9000");
      assertThat(codes(whole))
          .contains("half-before-2025-one-sided-registration")
          .doesNotContain("full-from-2025");
    }

    @Test
    void theRuleOf2026PaysTheFullAmountAndRestoresNothing() {
      Assessment whole =
          assess(
              "2025-01-01",
              ParentsRegistration.ONE_HARBIN,
              Map.of(),
              elder(),
              born("2024-03-10").applied("2024-04-01"));

      // 10 × 250 + 26 × 500
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("500"));
      assertPaid(entry(whole, 1), "2024-03", "2027-02", 36, "15500");
      assertThat(entry(whole, 1).result())
          .containsEntry("before2025Yuan", yuan("2500"))
          .containsEntry("from2025Yuan", yuan("13000"));
      assertThat(codes(whole))
          .contains("half-before-2025-one-sided-registration", "full-from-2025");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "ONE_HARBIN_OTHER_SERVICEMAN, serviceman-spouse-full-rate",
      "WIDOWED_OR_ORPHANED, widowed-full-rate",
    })
    void someAreOneSidedAndPaidInFull(ParentsRegistration parents, String code) {
      Assessment whole =
          assess(
              "2024-12-31", parents, Map.of(), elder(), born("2024-03-10").applied("2024-04-01"));

      assertPaid(entry(whole, 1), "2024-03", "2027-02", 36, "18000");
      assertThat(codes(whole))
          .contains(code)
          .doesNotContain("half-before-2025-one-sided-registration");
    }

    @Test
    void withoutAParentInHarbinTheRuleOf2023PaysNothing() {
      Assessment whole =
          assess(
              "2024-12-31",
              ParentsRegistration.NONE_HARBIN,
              Map.of(),
              elder(),
              born("2024-03-10").applied("2024-04-01"));

      assertThat(whole.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(codes(whole)).contains("no-parent-registered-in-harbin");
    }

    @Test
    void withoutAParentInHarbinTheRuleOf2026PaysAllTheSame() {
      Assessment whole =
          assess(
              "2025-01-01",
              ParentsRegistration.NONE_HARBIN,
              Map.of(),
              elder(),
              born("2024-03-10").applied("2024-04-01"));

      // 2025-01 … 2027-03, none of 2024 to count for the cap
      assertPaid(entry(whole, 1), "2025-01", "2027-03", 27, "13500");
      assertThat(codes(whole)).contains("no-parent-registered-in-harbin", "bridging-cohort");
    }

    @ParameterizedTest
    @EnumSource(ParentsRegistration.class)
    void noneOfThisMattersForAChildOf2025(ParentsRegistration parents) {
      Assessment whole = assess("2025-07-01", parents, Map.of(), elder(), born("2025-06-01"));

      assertPaid(entry(whole, 1), "2025-06", "2028-05", 36, "18000");
      assertThat(codes(whole))
          .doesNotContain(
              "half-before-2025-one-sided-registration",
              "full-from-2025",
              "serviceman-spouse-full-rate",
              "widowed-full-rate",
              "no-parent-registered-in-harbin");
    }

    @Test
    void amountsAreRoundedOnceAtTheEnd() {
      Child twin = born("2024-06-10").applied("2024-07-15");
      Assessment whole =
          assess(
              "2024-08-01",
              ParentsRegistration.ONE_HARBIN,
              Map.of("singleRegistrationFactor", new BigDecimal("0.333335")),
              elder(),
              born("2018-03-01"),
              twin,
              twin);

      // Each is paid 1000 × 0.333335 = 333.335 a month; 7 months of 2024, 29 later.
      assertThat(entry(whole, 2).result())
          .containsEntry("monthlyYuan", yuan("333.34"))
          .containsEntry("before2025Yuan", yuan("2333.35")) // 2333.345
          .containsEntry("from2025Yuan", yuan("9666.72")) // 9666.715
          .containsEntry("totalYuan", yuan("12000.06")); // and not 12000.07
      // 333.335 + 333.335, and not 333.34 + 333.34
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("666.67"));
    }
  }

  /** 双胞胎、多胞胎: 按孩次顺序. */
  @Nested
  class Twins {

    @Test
    void afterAnElderChildTheyAreTheSecondAndTheThird() {
      Child twin = born("2024-06-10").applied("2024-07-15");
      Assessment whole = assess("2024-08-01", elder(), twin, twin);

      assertThat(orders(whole)).containsExactly(1, 2, 3);
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("1500"));
      assertThat(codes(entry(whole, 1))).contains("multiple-birth-by-order", "second-child");
      assertThat(codes(entry(whole, 2)))
          .contains("multiple-birth-by-order", "third-or-later-child");
    }

    @Test
    void asFirstChildrenTheFirstInTheListIsTheFirst() {
      Child twin = born("2024-06-10").applied("2024-07-15");
      Assessment whole = assess("2024-08-01", twin, twin);

      assertThat(orders(whole)).containsExactly(1, 2);
      assertThat(entry(whole, 0).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(codes(entry(whole, 0)))
          .contains("first-of-twins-is-first-child", "child-order-below-second");
      assertThat(codes(entry(whole, 1))).doesNotContain("first-of-twins-is-first-child");
      assertThat(whole.outcome()).isEqualTo(Outcome.ELIGIBLE);
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("500"));
    }

    @Test
    void tripletsAreTheSecondTheThirdAndTheFourth() {
      Child triplet = born("2024-06-10").applied("2024-07-15");
      Assessment whole = assess("2024-08-01", elder(), triplet, triplet, triplet);

      // 500 + 1000 + 1000
      assertThat(orders(whole)).containsExactly(1, 2, 3, 4);
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("2500"));
    }

    @Test
    void firstTripletsFrom2025() {
      Assessment whole =
          assess("2025-02-01", born("2025-01-10"), born("2025-01-10"), born("2025-01-10"));

      // 300 + 500 + 1000
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("1800"));
    }

    @Test
    void anAdoptedChildOfTheSameDayIsNoTwin() {
      Assessment whole =
          assess(
              "2024-08-01",
              elder(),
              born("2024-06-10").with("relation", Relation.ADOPTED),
              born("2024-06-10"));

      assertThat(orders(whole)).containsExactly(1, null, 2);
      assertThat(codes(whole)).doesNotContain("multiple-birth-by-order");
    }

    @Test
    void childrenOfDifferentDaysAreOrderedByTheirBirthAndNotByTheirPlaceInTheList() {
      Assessment whole = assess("2024-08-01", born("2024-06-10"), elder());

      assertThat(orders(whole)).containsExactly(2, 1);
      assertThat(entry(whole, 0).outcome()).isEqualTo(Outcome.ELIGIBLE);
      assertThat(codes(whole)).doesNotContain("multiple-birth-by-order");
    }
  }

  /** 以下情形均不计入孩次. */
  @Nested
  class WhoIsNotCounted {

    @ParameterizedTest
    @CsvSource({
      "ADOPTED, adopted-child-not-counted",
      "BORN_TO_ONE_SPOUSE, earlier-union-child-not-counted",
    })
    void anElderOneDoesNotMakeTheNextOneTheSecond(Relation relation, String code) {
      Assessment whole =
          assess("2024-08-01", elder().with("relation", relation), born("2024-06-10"));

      assertThat(orders(whole)).containsExactly(null, 1);
      assertThat(whole.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(codes(entry(whole, 1))).contains("child-order-below-second");
      // Over age and never paid: only what does not depend on an order is told of the elder one.
      assertThat(codes(entry(whole, 0)))
          .containsExactlyInAnyOrder(code, "reached-three-or-thirty-six-months");
    }

    @ParameterizedTest
    @CsvSource({
      "ADOPTED, adopted-child-not-counted",
      "BORN_TO_ONE_SPOUSE, earlier-union-child-not-counted",
    })
    void aYoungOneGetsTheNationalBaseFrom2025Alone(Relation relation, String code) {
      Child young = born("2024-06-10").with("relation", relation);
      Assessment before = second("2024-12-31", young);
      Assessment after = second("2025-01-01", young);

      assertThat(before.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(codes(before)).contains(code, "uplift-not-for-this-child");
      // 2025-01 … 2027-06 × 300
      assertPaid(after, "2025-01", "2027-06", 30, "9000");
      assertThat(after.result())
          .containsEntry("countedOrder", null)
          .containsEntry("monthlyMunicipalYuan", Money.ZERO);
      assertThat(codes(after))
          .contains(code, "uplift-not-for-this-child", "national-base-only")
          .doesNotContain("bridging-cohort", "second-child", "outside-bridging-cohort");
    }

    @ParameterizedTest(name = "died on {0}: the next one is number {1}")
    @CsvSource({"2024-07-14, 1, NOT_ELIGIBLE", "2024-07-15, 2, ELIGIBLE"})
    void aChildThatDiedBeforeTheApplication(String death, int order, Outcome outcome) {
      Assessment whole =
          assess("2024-08-01", elder().died(death), born("2024-06-10").applied("2024-07-15"));

      assertThat(entry(whole, 1).result()).containsEntry("countedOrder", order);
      assertThat(entry(whole, 1).outcome()).isEqualTo(outcome);
      assertThat(codes(whole).contains("deceased-child-not-counted")).isEqualTo(order == 1);
    }

    @Test
    void aThirdChildBecomesTheSecondWhenAnElderOneHasDied() {
      Assessment whole =
          assess("2024-08-01", elder(), born("2018-03-01").died("2023-01-01"), born("2024-06-10"));

      assertThat(entry(whole, 2).result())
          .containsEntry("countedOrder", 2)
          .containsEntry("monthlyYuan", yuan("500"));
    }

    @Test
    void aYoungerChildThatHasDiedTakesNoPlaceFromItsElders() {
      Assessment whole =
          assess(
              "2024-08-01",
              elder(),
              born("2023-05-15").applied("2023-08-01"),
              born("2024-06-10").died("2024-06-11"));

      assertThat(entry(whole, 1).result()).containsEntry("countedOrder", 2);
    }

    @Test
    void aChildOutsideThePolicyKeepsItsPlace() {
      // Only the three circumstances of the clause take a child out of the order.
      Assessment whole =
          assess(
              "2024-08-01",
              elder(),
              born("2020-01-01").with("bornWithinPolicy", false),
              born("2024-06-10"));

      assertThat(entry(whole, 2).result()).containsEntry("countedOrder", 3);
    }
  }

  /** A deceased child is paid through the month of its death. */
  @Nested
  class Death {

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2024-02-29, ELIGIBLE", "2024-03-01, NOT_ELIGIBLE"})
    void theMonthOfTheDeathIsTheLast(String asOf, Outcome outcome) {
      Assessment child = second(asOf, born("2023-05-15").applied("2023-08-01").died("2024-02-10"));

      assertThat(child.outcome()).isEqualTo(outcome);
      assertThat(child.result()).containsEntry("countedOrder", 2);
      assertThat(codes(child)).contains("child-deceased");
      if (outcome == Outcome.ELIGIBLE) {
        // 8 months of 2023 and 2 of 2024
        assertPaid(child, "2023-05", "2024-02", 10, "5000");
      }
    }

    @Test
    void whatWasDueFrom2025CanStillBeAppliedFor() {
      Assessment child = second("2025-08-01", born("2025-02-10").died("2025-05-20"));

      // 2025-02 … 2025-05
      assertPaid(child, "2025-02", "2025-05", 4, "2000");
      assertThat(child.result()).containsEntry("monthlyYuan", Money.ZERO);
      assertThat(codes(child)).contains("child-deceased", "arrears-payable");
    }

    @Test
    void aLateApplicationAfterADeathBefore2025BringsNothing() {
      Assessment child = second("2024-03-01", born("2023-05-15").died("2024-02-10"));

      assertThat(child.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(codes(child)).contains("child-deceased");
    }

    @Test
    void aDeathAfterTheThirdBirthdayChangesNoMonth() {
      Assessment child =
          second("2024-12-01", born("2023-05-15").applied("2023-08-01").died("2026-06-01"));

      assertPaid(child, "2023-05", "2026-04", 36, "18000");
      assertThat(codes(child)).doesNotContain("child-deceased");
    }
  }

  /** 自户籍迁出本地的次月起,停止发放; 自其迁出原户籍地的次月起,启动补贴计发工作. */
  @Nested
  class Moves {

    @ParameterizedTest(name = "moved out on {0}: until {1}")
    @CsvSource({
      "2025-03-31, 2025-03, 13, 6500", // 10 months of 2024 and 3 of 2025
      "2025-04-01, 2025-04, 14, 7000",
    })
    void outOfHarbinTheMonthOfTheMoveIsTheLast(String day, String last, int months, String total) {
      Assessment child =
          second(
              "2025-03-15", born("2024-03-10").applied("2024-04-01").moved(NANGANG, day, BEIJING));

      assertPaid(child, "2024-03", last, months, total);
      assertThat(child.result()).containsEntry("payerDivision", NANGANG);
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2025-03-31, ELIGIBLE", "2025-04-01, NOT_ELIGIBLE"})
    void outOfHarbinPaymentStopsInTheNextMonth(String asOf, Outcome outcome) {
      Assessment child =
          second(
              asOf, born("2024-03-10").applied("2024-04-01").moved(NANGANG, "2025-03-10", BEIJING));

      assertThat(child.outcome()).isEqualTo(outcome);
      assertThat(codes(child)).contains("registration-left-harbin");
      assertThat(child.result().get("payerDivision")).isNotEqualTo(BEIJING);
    }

    @ParameterizedTest(name = "moved in on {0}: from {1}")
    @CsvSource({
      "2025-03-31, 2025-04, 24, 12000", // … 2027-03: 9 + 12 + 3
      "2025-04-01, 2025-05, 23, 11500",
    })
    void intoHarbinTheMonthAfterTheMoveIsTheFirst(
        String day, String first, int months, String total) {
      Assessment child =
          second(
              "2025-04-15", born("2024-03-10").applied("2024-04-01").moved(BEIJING, day, NANGANG));

      assertPaid(child, first, "2027-03", months, total);
      assertThat(child.result())
          .containsEntry("payerDivision", NANGANG)
          .containsEntry("before2025Yuan", Money.ZERO);
      assertThat(codes(child))
          .contains("registration-came-to-harbin")
          .doesNotContain("child-without-harbin-registration");
    }

    @Test
    void intoHarbinAChildIsEligibleBeforeItsFirstMonthAndPaidNothingYet() {
      Assessment child =
          second(
              "2025-03-31",
              born("2024-03-10").applied("2024-04-01").moved(BEIJING, "2025-03-10", NANGANG));

      assertThat(child.outcome()).isEqualTo(Outcome.ELIGIBLE);
      assertThat(child.result())
          .containsEntry("monthlyYuan", Money.ZERO)
          .containsEntry("firstMonth", YearMonth.of(2025, 4));
    }

    @Test
    void intoHarbinBefore2025TheMonthsOf2024CountFromTheNextOn() {
      Assessment child =
          second(
              "2024-08-01",
              born("2024-03-10").applied("2024-07-01").moved(BEIJING, "2024-06-20", NANGANG));

      // 2024-07 … 2027-03: 6 + 24 + 3
      assertPaid(child, "2024-07", "2027-03", 33, "16500");
    }

    @ParameterizedTest(name = "{0} to {1}: {2} to {3}")
    @CsvSource({
      "230103, 110101, 2024-03, 2025-02, 12, 6000",
      "110101, 230103, 2025-03, 2027-03, 25, 12500", // 10 + 12 + 3
    })
    void theRuleOfTheMonthCanBeReadTheOtherWay(
        String from, String to, String first, String last, int months, String total) {
      Assessment child =
          second(
              "2025-02-15",
              Map.of("moveStopRule", MoveStopRule.MONTH_OF_MOVE),
              born("2024-03-10")
                  .applied("2024-04-01")
                  .moved(new Division(from), "2025-03-31", new Division(to)));

      assertPaid(child, first, last, months, total);
    }

    @ParameterizedTest(name = "as of {0}: {1} pays")
    @CsvSource({"2025-03-09, 230103", "2025-03-10, 230124", "2025-04-01, 230124"})
    void withinHarbinTheAmountStaysAndTheNewDivisionPays(String asOf, String payer) {
      Assessment child =
          second(
              asOf,
              born("2024-03-10").applied("2024-04-01").moved(NANGANG, "2025-03-10", FANGZHENG));

      assertPaid(child, "2024-03", "2027-02", 36, "18000");
      assertThat(child.result())
          .containsEntry("monthlyYuan", yuan("500"))
          .containsEntry("payerDivision", new Division(payer));
      assertThat(codes(child))
          .doesNotContain("registration-left-harbin", "registration-came-to-harbin");
      if (!payer.equals("230103")) {
        assertThat(codes(child)).contains("moved-within-harbin-amount-unchanged");
      }
    }

    @Test
    void outsideHarbinNothingIsPaidWithAMoveOrWithout() {
      Assessment stayed = second("2025-03-15", born("2024-03-10").registered(BEIJING));
      Assessment moved =
          second("2025-03-15", born("2024-03-10").moved(BEIJING, "2025-01-10", SHANGHAI));

      for (Assessment child : List.of(stayed, moved)) {
        assertThat(child.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(codes(child)).contains("child-without-harbin-registration");
      }
    }
  }

  /** What is asked for, and what is not. */
  @Nested
  class UnknownFacts {

    @Test
    void withoutAnyFactTheChildrenAreAskedFor() {
      Assessment whole = assess("2026-11-21", new FactSet("", Map.of()), Map.of());

      assertThat(whole.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
      assertThat(whole.missing().facts()).containsExactly("children");
    }

    @Test
    void withoutAnyChildNothingIsAskedFor() {
      Assessment whole = assess("2026-11-21");

      assertThat(whole.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(codes(whole)).containsExactly("no-child");
      assertThat(whole.result())
          .containsEntry("monthlyYuan", Money.ZERO)
          .containsEntry("children", List.of());
    }

    @Test
    void aBirthDateIsAskedForBeforeAnythingElseOfTheList() {
      Assessment whole =
          assess(
              "2024-08-01",
              null,
              Map.of(),
              elder().without("birthDate").without("registrationDivision"),
              born("2024-06-10").without("registrationDivision"));

      assertThat(whole.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
      assertThat(whole.missing().facts()).containsExactly("children[0].birthDate");
    }

    @Test
    void aRegistrationIsAskedForWhileTheChildCouldBePaid() {
      Assessment whole =
          assess(
              "2026-11-21",
              elder().without("registrationDivision"),
              born("2025-06-01").without("registrationDivision"));

      assertThat(whole.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
      assertThat(whole.missing().facts()).containsExactly("children[1].registrationDivision");
      assertThat(entry(whole, 0).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(entry(whole, 1).result()).doesNotContainKeys("monthlyYuan", "months");
    }

    @Test
    void aRegistrationIsNotAskedForWhenNoMonthCouldBePaid() {
      Child without = born("2024-06-10").without("registrationDivision");

      for (Assessment child :
          List.of(
              entry(assess("2024-08-01", without), 0), // a first child before 2025
              second("2024-08-01", without.with("relation", Relation.ADOPTED)),
              second("2025-08-01", without.with("bornWithinPolicy", false)))) {
        assertThat(child.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(child.missing()).isEqualTo(Missing.NOTHING);
      }
    }

    @Test
    void theRegistrationBeforeAMoveIsAskedFor() {
      Child moved =
          born("2024-03-10")
              .applied("2024-04-01")
              .moved(BEIJING, "2025-03-10", NANGANG)
              .without("previousRegistrationDivision");

      Assessment child = second("2025-04-01", moved);

      assertThat(child.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
      assertThat(child.missing().facts())
          .containsExactly("children[1].previousRegistrationDivision");
    }

    @Test
    void theRegistrationBeforeAMoveIsNotAskedForWhenNothingIsDueAnyMore() {
      // Whatever it was, the child is outside now, and has applied already.
      Child moved =
          born("2024-03-10")
              .applied("2024-04-01")
              .moved(NANGANG, "2025-03-10", BEIJING)
              .without("previousRegistrationDivision");

      Assessment child = second("2025-04-01", moved);

      assertThat(child.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
      assertThat(child.missing()).isEqualTo(Missing.NOTHING);
    }

    @ParameterizedTest(name = "as of {0}, applied on {1}: {2}")
    @CsvSource({
      "2024-12-31, 2024-04-01, NEEDS_FACTS",
      "2025-06-01, 2024-04-01, NEEDS_FACTS", // 10 months of 2024
      "2024-12-31, 2024-12-01, NEEDS_FACTS", // late, but one month of 2024
      "2025-06-01, 2025-01-01, ELIGIBLE", // late: no month of 2024
    })
    void theParentsAreAskedForWhenMonthsBefore2025ArePayable(
        String asOf, String application, Outcome outcome) {
      Assessment whole =
          assess(asOf, null, Map.of(), elder(), born("2024-03-10").applied(application));

      assertThat(whole.outcome()).isEqualTo(outcome);
      if (outcome == Outcome.NEEDS_FACTS) {
        assertThat(whole.missing().facts()).containsExactly("parentsRegistration");
      }
    }

    @Test
    void theParentsAreOnlyAskedForOnceTheRegistrationIsKnown() {
      Child without = born("2024-03-10").applied("2024-04-01").without("registrationDivision");

      Assessment unknown = assess("2024-12-31", null, Map.of(), elder(), without);
      Assessment outside =
          assess("2024-12-31", null, Map.of(), elder(), without.registered(BEIJING));

      assertThat(unknown.missing().facts()).containsExactly("children[1].registrationDivision");
      assertThat(outside.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void theParentsAreNotAskedForTheSakeOfAFirstChild() {
      assertThat(assess("2024-12-31", null, Map.of(), born("2024-03-10")).outcome())
          .isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void everyEntryCarriesItsOwnOutcomeAndItsOwnReasons() {
      Assessment whole =
          assess(
              "2025-08-01",
              elder(),
              born("2025-02-01"),
              born("2025-07-01").without("registrationDivision"));

      assertThat(entry(whole, 0).asEntry())
          .containsEntry("outcome", Outcome.NOT_ELIGIBLE)
          .containsEntry("reasonCodes", entry(whole, 0).reasons());
      assertThat(entry(whole, 1).asEntry())
          .containsEntry("outcome", Outcome.ELIGIBLE)
          .containsEntry("reasonCodes", entry(whole, 1).reasons());
      assertThat(entry(whole, 2).asEntry()).containsEntry("outcome", Outcome.NEEDS_FACTS);
    }

    @Test
    void whatIsUnknownOfOneChildLeavesTheAnswersOfTheOthers() {
      Assessment whole =
          assess(
              "2025-08-01",
              elder(),
              born("2025-02-01"),
              born("2025-07-01").without("registrationDivision"));

      assertThat(whole.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
      assertThat(whole.result()).doesNotContainKey("monthlyYuan");
      assertThat(entry(whole, 1).outcome()).isEqualTo(Outcome.ELIGIBLE);
      assertThat(entry(whole, 1).result()).containsEntry("monthlyYuan", yuan("500"));
      assertThat(entry(whole, 2).outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    }

    @Test
    void anUnknownRegistrationIsNotOneOutsideHarbin() {
      // Not paid whatever the registration is: an adopted child before 2025.
      Child adopted =
          born("2024-06-10").with("relation", Relation.ADOPTED).without("registrationDivision");

      assertThat(codes(second("2024-08-01", adopted)))
          .contains("uplift-not-for-this-child")
          .doesNotContain("child-without-harbin-registration");
    }

    @Test
    void anUnknownRegistrationIsNotOneInHarbinEither() {
      // Over age, and applied for long ago: the registration decides nothing any more.
      Child without = born("2022-06-10").applied("2022-07-01").without("registrationDivision");

      assertThat(codes(second("2026-11-21", without))).doesNotContain("bridging-cohort");
    }
  }

  /** Every case of a grid, beside every part of what can be known of it. */
  @Nested
  class MonotoneKnowledge {

    @Test
    void toLearnMoreNeverTakesBackAnAnswerOrANumber() {
      forEveryPart(
          (what, before, after) -> {
            if (!UNDECIDED.contains(before.outcome())) {
              assertThat(after.outcome()).as(what).isEqualTo(before.outcome());
            }
            if (before.result().containsKey("children")) {
              assertThat(entry(after, 1).result())
                  .as(what)
                  .containsAllEntriesOf(entry(before, 1).result());
            }
          });
    }

    @Test
    void toLearnMoreNeverTakesBackAReason() {
      forEveryPart(
          (what, before, after) ->
              assertThat(codes(before))
                  .as(what)
                  .filteredOn(code -> !TRUE_OF_THE_CHILD_ITSELF.contains(code))
                  .isSubsetOf(codes(after)));
    }

    @Test
    void whatIsKnownIsNeverAskedFor() {
      forEveryPart(
          (what, before, _) ->
              assertThat(before.missing().facts()).as(what).noneMatch(what::contains));
    }

    /** Told where they bear on the answer, and so not always when more is known. */
    private static final List<String> TRUE_OF_THE_CHILD_ITSELF =
        List.of(
            "second-child",
            "applied-within-six-months",
            "late-application-from-application-month",
            "no-parent-registered-in-harbin");

    private static final List<Outcome> UNDECIDED =
        List.of(Outcome.NEEDS_FACTS, Outcome.NEEDS_OPERATOR_PARAMETER);

    private interface Claim {
      void of(String what, Assessment before, Assessment after);
    }

    private static void forEveryPart(Claim claim) {
      for (String asOf : List.of("2024-12-31", "2025-03-15", "2026-11-21")) {
        for (Child child : grid()) {
          for (ParentsRegistration parents : ParentsRegistration.values()) {
            Assessment whole = assess(asOf, parents, Map.of(), elder(), child);
            assertThat(whole.missing()).isEqualTo(Missing.NOTHING);
            for (Child part : partsOf(child)) {
              claim.of(
                  "as of %s, parentsRegistration %s: %s".formatted(asOf, parents, part.told()),
                  assess(asOf, parents, Map.of(), elder(), part),
                  whole);
              claim.of(
                  "as of %s: %s".formatted(asOf, part.told()),
                  assess(asOf, null, Map.of(), elder(), part),
                  whole);
            }
          }
        }
      }
    }

    private static List<Child> grid() {
      List<Child> grid = new ArrayList<>();
      for (String birth : List.of("2021-10-28", "2022-06-10", "2024-03-10", "2024-12-01")) {
        Child inTime = born(birth).applied(LocalDate.parse(birth).plusMonths(1).toString());
        for (Child child : List.of(born(birth), inTime)) {
          grid.add(child);
          grid.add(child.registered(BEIJING));
          grid.add(child.moved(NANGANG, "2025-02-10", BEIJING));
          grid.add(child.moved(BEIJING, "2025-02-10", NANGANG));
          grid.add(child.moved(NANGANG, "2025-02-10", FANGZHENG));
          grid.add(child.moved(BEIJING, "2025-02-10", SHANGHAI));
          grid.add(child.with("relation", Relation.ADOPTED));
          grid.add(child.with("bornWithinPolicy", false));
          grid.add(child.died("2025-01-20"));
        }
      }
      return grid;
    }

    private static List<Child> partsOf(Child child) {
      List<Child> parts = new ArrayList<>(List.of(child));
      for (String name :
          List.of("registrationDivision", "previousRegistrationDivision", "birthDate")) {
        for (Child each : List.copyOf(parts)) {
          if (each.values().containsKey(name)) {
            parts.add(each.without(name));
          }
        }
      }
      return parts;
    }
  }

  /** 按政策生育. */
  @Nested
  class OutsideThePolicy {

    @Test
    void aChildOutsideThePolicyIsPaidByNeitherRule() {
      for (String asOf : List.of("2024-12-31", "2025-01-01")) {
        Assessment child = second(asOf, born("2024-03-10").with("bornWithinPolicy", false));

        assertThat(child.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(codes(child)).contains("child-outside-policy");
        assertThat(child.result()).containsEntry("totalYuan", Money.ZERO);
      }
    }

    @Test
    void ofAChildOverAgeItIsNotTold() {
      Assessment child = second("2026-11-21", born("2020-03-10").with("bornWithinPolicy", false));

      assertThat(codes(child)).containsExactly("reached-three-or-thirty-six-months");
    }
  }

  /** Values that a caller supposes, and values that nobody has. */
  @Nested
  class Suppositions {

    @Test
    void aSupposedAmountIsPaidAndTheAnswerIsHypothetical() {
      Assessment whole =
          assess(
              "2024-12-31",
              Map.of("secondChildMonthlyYuan", yuan("600.50")),
              elder(),
              born("2024-03-10").applied("2024-04-01"));

      assertThat(whole.hypothetical()).isTrue();
      assertThat(whole.result()).containsEntry("monthlyYuan", yuan("600.50"));
      assertThat(entry(whole, 1).result()).containsEntry("totalYuan", yuan("21618")); // × 36
    }

    @Test
    void aSupposedNationalBaseDoesNotBringTheSecondRuleForward() {
      Map<String, Object> supposed = Map.of("nationalBaseMonthlyYuan", yuan("400"));
      Child young = born("2024-03-10").applied("2024-04-01");

      assertThat(second("2024-12-31", supposed, young).result())
          .containsEntry("monthlyYuan", yuan("500"))
          .containsEntry("monthlyNationalYuan", Money.ZERO);
      assertThat(second("2025-01-01", supposed, young).result())
          .containsEntry("monthlyYuan", yuan("600"))
          .containsEntry("monthlyNationalYuan", yuan("400"));
    }

    @Test
    void anAmountThatIsNotConfiguredOnTheDayIsAskedOfTheOperator() {
      // The amounts hold from 2021-10-29; only a supposed start lets a child be paid before.
      Map<String, Object> supposed = Map.of("birthStart", LocalDate.of(2021, 1, 1));
      Assessment before = assess("2021-10-28", supposed, elder(), born("2021-09-01"));
      Assessment after = assess("2021-10-29", supposed, elder(), born("2021-09-01"));

      assertThat(before.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
      assertThat(before.missing().parameters()).containsExactly("secondChildMonthlyYuan");
      assertThat(before.missing().facts()).isEmpty();
      assertThat(before.result()).doesNotContainKey("monthlyYuan");
      assertThat(after.outcome()).isEqualTo(Outcome.ELIGIBLE);
      assertThat(after.result()).containsEntry("monthlyYuan", yuan("500"));
    }
  }

  /** A child as a request tells of it; every change is a new one. */
  private record Child(Map<String, Object> values) {

    Child with(String name, Object value) {
      Map<String, Object> all = new HashMap<>(values);
      all.put(name, value);
      return new Child(all);
    }

    Child without(String name) {
      Map<String, Object> all = new HashMap<>(values);
      all.remove(name);
      return new Child(all);
    }

    /** The facts by the names under which they are asked for, when the child is the second. */
    Map<String, Object> told() {
      Map<String, Object> told = new TreeMap<>();
      values.forEach((name, value) -> told.put("children[1]." + name, value));
      return told;
    }

    Child applied(String day) {
      return with("applicationDate", LocalDate.parse(day));
    }

    Child died(String day) {
      return with("deathDate", LocalDate.parse(day));
    }

    Child registered(Division division) {
      return with("registrationDivision", division);
    }

    Child moved(Division from, String day, Division to) {
      return registered(to)
          .with("previousRegistrationDivision", from)
          .with("registrationMovedOn", LocalDate.parse(day));
    }
  }

  private static Child born(String day) {
    return new Child(Map.of("birthDate", LocalDate.parse(day), "registrationDivision", NANGANG));
  }

  private static Child elder() {
    return born("2015-03-01");
  }

  /** The answer for a child that follows the elder one; both parents are registered in Harbin. */
  private static Assessment second(String asOf, Child child) {
    return second(asOf, Map.of(), child);
  }

  private static Assessment second(String asOf, Map<String, Object> whatIf, Child child) {
    return entry(assess(asOf, whatIf, elder(), child), 1);
  }

  private static Assessment assess(String asOf, Child... children) {
    return assess(asOf, Map.of(), children);
  }

  private static Assessment assess(String asOf, Map<String, Object> whatIf, Child... children) {
    return assess(asOf, ParentsRegistration.BOTH_HARBIN, whatIf, children);
  }

  private static Assessment assess(
      String asOf,
      @Nullable ParentsRegistration parents,
      Map<String, Object> whatIf,
      Child... children) {
    List<FactSet> entries = new ArrayList<>();
    for (Child child : children) {
      entries.add(new FactSet("children[" + entries.size() + "].", child.values()));
    }
    Map<String, Object> facts = new HashMap<>(Map.of("children", entries));
    if (parents != null) {
      facts.put("parentsRegistration", parents);
    }
    return assess(asOf, new FactSet("", facts), whatIf);
  }

  private static Assessment assess(String asOf, FactSet facts, Map<String, Object> whatIf) {
    LocalDate day = LocalDate.parse(asOf);
    return new ChildcareSubsidy().assess(new Case(day, facts, new Law(day, Map.of(), whatIf)));
  }

  private static Assessment entry(Assessment whole, int index) {
    return entries(whole).get(index);
  }

  private static List<Assessment> entries(Assessment whole) {
    List<Assessment> entries = new ArrayList<>();
    for (Object each : (List<?>) requireNonNull(whole.result().get("children"))) {
      entries.add((Assessment) each);
    }
    return entries;
  }

  private static List<@Nullable Object> orders(Assessment whole) {
    List<@Nullable Object> orders = new ArrayList<>();
    for (Assessment each : entries(whole)) {
      orders.add(each.result().get("countedOrder"));
    }
    return orders;
  }

  private static void assertPaid(
      Assessment child, String first, String last, int months, String total) {
    assertThat(child.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(child.result())
        .containsEntry("firstMonth", YearMonth.parse(first))
        .containsEntry("lastMonth", YearMonth.parse(last))
        .containsEntry("months", months)
        .containsEntry("totalYuan", yuan(total));
  }

  private static List<String> codes(Assessment assessment) {
    return assessment.reasons().stream().map(Reason::code).toList();
  }

  private static Money yuan(String yuan) {
    return Money.ofYuan(yuan);
  }
}
