package minsheng.functions.minimumlivingallowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import minsheng.functions.minimumlivingallowance.Parameters.CalculationMethod;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.DatedValue;
import minsheng.kernel.Division;
import minsheng.kernel.Evidence;
import minsheng.kernel.FactSet;
import minsheng.kernel.Law;
import minsheng.kernel.Missing;
import minsheng.kernel.Money;
import minsheng.kernel.Outcome;
import minsheng.kernel.Reason;
import minsheng.vocabulary.RegistrationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumLivingAllowanceTest {

  private static final Division NANGANG = new Division("230103");
  private static final Division FANGZHENG = new Division("230124");
  private static final Division BEIJING = new Division("110101");

  // 人均收入低于当地最低生活保障标准: strictly, and for the whole household

  @ParameterizedTest(name = "{0} yuan of three persons: {1}, {2} yuan")
  @CsvSource({
    "2579.99, ELIGIBLE, 0.01", // one fen under 3 × 860 = 2580
    "2580, NOT_ELIGIBLE, 0",
    "2580.01, NOT_ELIGIBLE, 0",
  })
  void oneFenToEitherSideOfTheStandard(String income, Outcome outcome, String monthly) {
    Assessment assessment =
        assess("2025-06-01", household(NANGANG, RegistrationType.URBAN, 3, income));

    assertThat(assessment.outcome()).isEqualTo(outcome);
    assertThat(assessment.result()).containsEntry("monthlyYuan", yuan(monthly));
  }

  @Test
  void thePerCapitaIncomeIsRoundedForDisplayAndNeverForTheComparison() {
    // 2579.99 / 3 = 859.9966…, shown as 860, and still below 860.
    Assessment assessment =
        assess("2025-06-01", household(NANGANG, RegistrationType.URBAN, 3, "2579.99"));

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.result()).containsEntry("perCapitaMonthlyIncomeYuan", yuan("860"));
    assertThat(codes(assessment)).contains("income-below-standard");
  }

  @Test
  void exactlyAtTheStandardIsNotBelowIt() {
    Assessment assessment =
        assess("2025-06-01", household(NANGANG, RegistrationType.URBAN, 3, "2580"));

    assertThat(codes(assessment))
        .contains("income-not-below-standard")
        .doesNotContain("income-below-standard");
    // What explains stays, what would be granted is zero.
    assertThat(assessment.result())
        .containsEntry("standardYuan", yuan("860"))
        .containsEntry("countedMonthlyIncomeYuan", yuan("2580"))
        .containsEntry("monthlyYuan", Money.ZERO);
  }

  @ParameterizedTest(name = "{0} {1}: {2} yuan")
  @CsvSource({
    "230103, URBAN, 860",
    "230103, RURAL, 648",
    "230113, URBAN, 860", // 双城区 is one of the nine districts
    "230124, URBAN, 780",
    "230184, RURAL, 585", // 五常市 is one of the nine counties and cities
  })
  void theStandardFollowsTheClassOfTheDivisionAndOfTheRegistration(
      String division, RegistrationType type, String standard) {
    Assessment assessment = assess("2025-06-01", household(new Division(division), type, 1, "0"));

    assertThat(assessment.result())
        .containsEntry("standardYuan", yuan(standard))
        .containsEntry("monthlyYuan", yuan(standard));
  }

  @Test
  void noIncomeGetsTheWholeStandardForEveryMember() {
    // 第十二条: 585 × 5 − 0
    Assessment assessment =
        assess("2025-06-01", household(FANGZHENG, RegistrationType.RURAL, 5, "0"));

    assertThat(assessment.result()).containsEntry("monthlyYuan", yuan("2925"));
    assertThat(codes(assessment)).contains("zero-income");
  }

  @Test
  void oneFenOfIncomeIsNoLongerNoIncome() {
    Assessment assessment =
        assess("2025-06-01", household(FANGZHENG, RegistrationType.RURAL, 5, "0.01"));

    assertThat(assessment.result()).containsEntry("monthlyYuan", yuan("2924.99"));
    assertThat(codes(assessment)).doesNotContain("zero-income");
  }

  // The change of 2025-04-11

  @ParameterizedTest(name = "{0} {1}: {2} yuan, superseded {3}")
  @CsvSource({
    "2025-04-10, URBAN, 710, true",
    "2025-04-11, URBAN, 780, false",
    "2025-04-10, RURAL, 517, true",
    "2025-04-11, RURAL, 585, false",
  })
  void theStandardsOfTheCountiesRoseOnTheDayOfTheNotice(
      String asOf, RegistrationType type, String standard, boolean superseded) {
    Assessment assessment = assess(asOf, household(FANGZHENG, type, 1, "0"));

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.result()).containsEntry("standardYuan", yuan(standard));
    assertThat(codes(assessment).contains("old-standard")).isEqualTo(superseded);
  }

  @ParameterizedTest
  @CsvSource({
    "URBAN, districtUrbanStandardYuan",
    "RURAL, districtRuralStandardYuan",
  })
  void theEarlierStandardsOfTheDistrictsAreNotStatedAndNotInvented(
      RegistrationType type, String parameter) {
    Assessment before = assess("2025-04-10", household(NANGANG, type, 3, "9000"));
    Assessment after = assess("2025-04-11", household(NANGANG, type, 3, "0"));

    assertThat(before.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
    assertThat(before.missing().parameters()).containsExactly(parameter);
    assertThat(before.missing().facts()).isEmpty();
    assertThat(codes(before)).contains("old-value-not-stated");
    assertThat(before.result()).doesNotContainKeys("standardYuan", "monthlyYuan");
    assertThat(after.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(codes(after)).doesNotContain("old-value-not-stated", "old-standard");
  }

  @Test
  void onlyTheStandardsOfTheDistrictsAreProvisional() {
    // 暂时执行 is said of the nine districts alone.
    assertThat(assess("2025-06-01", household(NANGANG, RegistrationType.URBAN, 1, "0")).result())
        .containsEntry("standardProvisional", true);
    assertThat(assess("2025-06-01", household(FANGZHENG, RegistrationType.URBAN, 1, "0")).result())
        .containsEntry("standardProvisional", false);
  }

  @Test
  void withoutAStandardNoFactIsAskedForThatOnlyFeedsTheComparison() {
    Map<String, Object> facts = household(NANGANG, RegistrationType.URBAN, 3, "0");
    facts.remove("householdSize");
    facts.remove("householdMonthlyIncomeYuan");

    Assessment assessment = assess("2025-04-10", facts);

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
    assertThat(assessment.missing().facts()).isEmpty();
    assertThat(assessment.missing().parameters()).containsExactly("districtUrbanStandardYuan");
  }

  @Test
  void withoutAStandardAFactThatCouldRefuseIsStillAskedForFirst() {
    Map<String, Object> facts = household(NANGANG, RegistrationType.URBAN, 3, "0");
    facts.remove("propertyWithinLimits");

    Assessment assessment = assess("2025-04-10", facts);

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly("propertyWithinLimits");
  }

  // Property and place

  @ParameterizedTest(name = "as of {0}")
  @ValueSource(strings = {"2025-04-10", "2025-06-01"})
  void propertyBeyondTheLimitsRefusesWhateverElseIsUnknown(String asOf) {
    Assessment assessment =
        assess(asOf, Map.of("registrationDivision", NANGANG, "propertyWithinLimits", false));

    assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(codes(assessment)).contains("property-test-failed");
    assertThat(assessment.result()).containsEntry("monthlyYuan", Money.ZERO);
    assertThat(assessment.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void outsideHarbinNothingElseMatters() {
    Assessment assessment = assess("2025-06-01", Map.of("registrationDivision", BEIJING));

    assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(codes(assessment)).containsExactly("outside-harbin");
    assertThat(assessment.result()).doesNotContainKeys("standardYuan", "standardProvisional");
    assertThat(assessment.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void aHouseholdThatMeetsEverythingIsToldBothReasons() {
    Assessment assessment =
        assess("2025-06-01", household(NANGANG, RegistrationType.URBAN, 4, "2000"));

    // (860 − 2000/4) × 4 = 1440
    assertThat(assessment.result()).containsEntry("monthlyYuan", yuan("1440"));
    assertThat(codes(assessment))
        .containsExactly("income-below-standard", "property-within-limits");
  }

  // What is not counted as income

  @ParameterizedTest(name = "{0} yuan of which {1} yuan of childcare subsidy: {2}")
  @CsvSource({
    "3080, 500, NOT_ELIGIBLE, 2580", // 3080 − 500 = 2580 = 3 × 860
    "3080, 500.01, ELIGIBLE, 2579.99",
    "3079.99, 500, ELIGIBLE, 2579.99",
  })
  void theChildcareSubsidyIsNotCounted(
      String income, String subsidy, Outcome outcome, String counted) {
    Map<String, Object> facts = household(NANGANG, RegistrationType.URBAN, 3, income);
    facts.put("childcareSubsidyMonthlyYuan", yuan(subsidy));

    Assessment assessment = assess("2025-06-01", facts);

    assertThat(assessment.outcome()).isEqualTo(outcome);
    assertThat(assessment.result()).containsEntry("countedMonthlyIncomeYuan", yuan(counted));
    assertThat(codes(assessment)).contains("childcare-subsidy-not-counted");
  }

  @Test
  void theOrphanAllowanceIsNotCountedEither() {
    Map<String, Object> facts = household(NANGANG, RegistrationType.URBAN, 3, "4000");
    facts.put("childcareSubsidyMonthlyYuan", yuan("500"));
    facts.put("orphanAllowanceMonthlyYuan", yuan("1500"));

    Assessment assessment = assess("2025-06-01", facts);

    // 4000 − 500 − 1500 = 2000; 2580 − 2000 = 580
    assertThat(assessment.result())
        .containsEntry("countedMonthlyIncomeYuan", yuan("2000"))
        .containsEntry("monthlyYuan", yuan("580"));
    assertThat(codes(assessment))
        .contains("childcare-subsidy-not-counted", "orphan-allowance-not-counted");
  }

  @Test
  void theCountedIncomeIsNeverNegative() {
    Map<String, Object> facts = household(NANGANG, RegistrationType.URBAN, 1, "300");
    facts.put("childcareSubsidyMonthlyYuan", yuan("300.01"));

    Assessment assessment = assess("2025-06-01", facts);

    // max(0, 300 − 300.01) = 0, so the whole standard and not a fen more
    assertThat(assessment.result())
        .containsEntry("countedMonthlyIncomeYuan", Money.ZERO)
        .containsEntry("monthlyYuan", yuan("860"));
    assertThat(codes(assessment)).contains("zero-income");
  }

  @Test
  void aSubsidyOfZeroIsNothingToSpeakOf() {
    Map<String, Object> facts = household(NANGANG, RegistrationType.URBAN, 1, "300");
    facts.put("childcareSubsidyMonthlyYuan", Money.ZERO);
    facts.put("orphanAllowanceMonthlyYuan", Money.ZERO);

    assertThat(codes(assess("2025-06-01", facts)))
        .doesNotContain("childcare-subsidy-not-counted", "orphan-allowance-not-counted");
  }

  // Unknown facts

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registrationDivision",
        "registrationType",
        "householdSize",
        "householdMonthlyIncomeYuan",
        "propertyWithinLimits"
      })
  void whatCouldStillChangeTheAnswerIsAskedForAndNothingElse(String name) {
    Map<String, Object> facts = household(NANGANG, RegistrationType.URBAN, 3, "600");
    facts.remove(name);

    Assessment assessment = assess("2026-11-21", facts);

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly(name);
    assertThat(assessment.result()).doesNotContainKey("monthlyYuan");
  }

  @Test
  void withoutAnyFactEveryNeededOneIsAskedFor() {
    Assessment assessment = assess("2026-11-21", Map.of());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts())
        .containsExactlyInAnyOrder(
            "registrationDivision",
            "registrationType",
            "householdSize",
            "householdMonthlyIncomeYuan",
            "propertyWithinLimits");
    assertThat(assessment.reasons()).isEmpty();
  }

  @ParameterizedTest(name = "{0} yuan: {1}")
  @CsvSource({
    "780, NOT_ELIGIBLE", // not below the higher of 780 and 585
    "779.99, NEEDS_FACTS",
    "585, NEEDS_FACTS",
    "584.99, NEEDS_FACTS", // below both, but the amount differs
  })
  void anUnknownTypeIsOnlyAskedForWhileItMatters(String income, Outcome outcome) {
    Map<String, Object> facts = household(FANGZHENG, RegistrationType.URBAN, 1, income);
    facts.remove("registrationType");

    Assessment assessment = assess("2025-06-01", facts);

    assertThat(assessment.outcome()).isEqualTo(outcome);
    if (outcome == Outcome.NEEDS_FACTS) {
      assertThat(assessment.missing().facts()).containsExactly("registrationType");
    } else {
      assertThat(codes(assessment)).contains("income-not-below-standard");
    }
  }

  @Test
  void anIncomeBelowBothStandardsIsBelowTheStandardWhateverTheType() {
    Map<String, Object> facts = household(FANGZHENG, RegistrationType.URBAN, 1, "584.99");
    facts.remove("registrationType");

    assertThat(codes(assess("2025-06-01", facts))).contains("income-below-standard");
  }

  @Test
  void anUnknownTypeBetweenTwoUnconfiguredStandardsAsksForNoIncome() {
    Assessment assessment = assess("2025-04-10", Map.of("registrationDivision", NANGANG));

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts())
        .containsExactlyInAnyOrder("registrationType", "propertyWithinLimits");
    assertThat(codes(assessment)).contains("old-value-not-stated");
  }

  @Test
  void toLearnMoreNeverTakesBackAnAnswerAReasonOrANumber() {
    List<String> names =
        List.of(
            "registrationDivision",
            "registrationType",
            "householdSize",
            "householdMonthlyIncomeYuan",
            "propertyWithinLimits");
    for (String asOf : List.of("2025-04-10", "2025-04-11")) {
      for (Map<String, Object> facts : everyHousehold()) {
        Assessment whole = assess(asOf, facts);
        assertThat(whole.missing().facts()).isEmpty();
        for (int part = 0; part < 1 << names.size(); part++) {
          Map<String, Object> known = new HashMap<>(facts);
          for (int i = 0; i < names.size(); i++) {
            if ((part & 1 << i) != 0) {
              known.remove(names.get(i));
            }
          }
          Assessment before = assess(asOf, known);
          assertThat(before.missing().facts()).noneMatch(known::containsKey);
          if (before.outcome() != Outcome.NEEDS_FACTS) {
            assertThat(whole.outcome()).as("as of %s: %s", asOf, known).isEqualTo(before.outcome());
          }
          assertThat(codes(whole)).as("as of %s: %s", asOf, known).containsAll(codes(before));
          assertThat(whole.result())
              .as("as of %s: %s", asOf, known)
              .containsAllEntriesOf(before.result());
        }
      }
    }
  }

  private static List<Map<String, Object>> everyHousehold() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Division division : List.of(NANGANG, FANGZHENG, BEIJING)) {
      for (RegistrationType type : RegistrationType.values()) {
        for (int size : List.of(1, 3)) {
          for (String income : List.of("0", "516.99", "700", "2580", "9000")) {
            for (boolean isWithinLimits : List.of(true, false)) {
              Map<String, Object> facts = household(division, type, size, income);
              facts.put("propertyWithinLimits", isWithinLimits);
              all.add(facts);
            }
          }
        }
      }
    }
    return all;
  }

  // The agency's own values

  @Test
  void theTiersNeedTheirAmount() {
    Assessment assessment =
        assess(
            "2025-06-01",
            household(NANGANG, RegistrationType.URBAN, 4, "2000"),
            Map.of("calculationMethod", CalculationMethod.TIERS));

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
    assertThat(assessment.missing().parameters()).containsExactly("tierYuan");
    assertThat(codes(assessment)).contains("tier-method-configured");
  }

  @Test
  void aTierIsPaidForEveryMemberWhateverTheDifference() {
    Assessment assessment =
        assess(
            "2025-06-01",
            household(NANGANG, RegistrationType.URBAN, 4, "2000"),
            Map.of("calculationMethod", CalculationMethod.TIERS, "tierYuan", yuan("400.50")));

    // 400.50 × 4; the difference would be 1440
    assertThat(assessment.result()).containsEntry("monthlyYuan", yuan("1602"));
    assertThat(assessment.hypothetical()).isTrue();
  }

  @Test
  void theTiersKeepTheConditionOfTheIncome() {
    Assessment assessment =
        assess(
            "2025-06-01",
            household(NANGANG, RegistrationType.URBAN, 4, "3440"), // 4 × 860
            Map.of("calculationMethod", CalculationMethod.TIERS));

    assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(assessment.result()).containsEntry("monthlyYuan", Money.ZERO);
  }

  @ParameterizedTest(name = "{0} yuan of income: {1} yuan")
  @CsvSource({
    "859.99, 50", // the difference is one fen
    "810.01, 50", // 49.99
    "810, 50",
    "809.99, 50.01",
    "860, 0", // refused: the least payment is for those who are paid
  })
  void theLeastPaymentRaisesASmallDifferenceAndNothingElse(String income, String monthly) {
    Assessment assessment =
        assess(
            "2025-06-01",
            household(NANGANG, RegistrationType.URBAN, 1, income),
            Map.of("minimumPaymentYuan", yuan("50")));

    assertThat(assessment.result()).containsEntry("monthlyYuan", yuan(monthly));
  }

  @Test
  void whatTheOperatorSetsForTheEarlierTimeIsUsedAndShownAsTheOperators() {
    LocalDate asOf = LocalDate.of(2025, 4, 10);
    DatedValue<Money> own =
        new DatedValue<>(
            yuan("800"),
            LocalDate.of(2024, 1, 1),
            asOf,
            Evidence.OPERATOR,
            "民政局",
            null,
            false,
            null);
    Law law = new Law(asOf, Map.of("districtUrbanStandardYuan", List.of(own)), Map.of());

    Assessment assessment =
        new MinimumLivingAllowance()
            .assess(
                new Case(
                    asOf,
                    new FactSet("", household(NANGANG, RegistrationType.URBAN, 1, "0")),
                    law));

    assertThat(assessment.result()).containsEntry("monthlyYuan", yuan("800"));
    assertThat(assessment.hypothetical()).isFalse();
    // The codes that name the official value are not for the operator's own.
    assertThat(codes(assessment)).doesNotContain("old-standard", "old-value-not-stated");
    assertThat(assessment.readings())
        .filteredOn(reading -> reading.parameter().name().equals("districtUrbanStandardYuan"))
        .extracting(reading -> reading.value().evidence())
        .containsExactly(Evidence.OPERATOR);
  }

  // What if

  @Test
  void aSupposedStandardDecidesForThisAnswerAndIsNotTheOldOne() {
    Assessment assessment =
        assess(
            "2025-04-10",
            household(FANGZHENG, RegistrationType.RURAL, 2, "1000"),
            Map.of("countyRuralStandardYuan", yuan("600")));

    // 600 × 2 − 1000 = 200; the law's own 517 × 2 − 1000 would be 34
    assertThat(assessment.hypothetical()).isTrue();
    assertThat(assessment.result())
        .containsEntry("standardYuan", yuan("600"))
        .containsEntry("standardProvisional", false)
        .containsEntry("monthlyYuan", yuan("200"));
    assertThat(codes(assessment)).doesNotContain("old-standard");
  }

  @Test
  void aSupposedStandardIsConfigured() {
    Assessment assessment =
        assess(
            "2025-04-10",
            household(NANGANG, RegistrationType.URBAN, 1, "0"),
            Map.of("districtUrbanStandardYuan", yuan("800")));

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(codes(assessment)).doesNotContain("old-value-not-stated");
  }

  @ParameterizedTest
  @EnumSource(RegistrationType.class)
  void whatIsReadIsOnlyTheStandardThatCounts(RegistrationType type) {
    Assessment assessment = assess("2025-06-01", household(FANGZHENG, type, 1, "0"));

    assertThat(assessment.readings())
        .extracting(reading -> reading.parameter().name())
        .containsExactlyInAnyOrder(
            type == RegistrationType.URBAN ? "countyUrbanStandardYuan" : "countyRuralStandardYuan",
            "calculationMethod");
  }

  private static Map<String, Object> household(
      Division division, RegistrationType type, int size, String income) {
    return new HashMap<>(
        Map.of(
            "registrationDivision", division,
            "registrationType", type,
            "householdSize", size,
            "householdMonthlyIncomeYuan", yuan(income),
            "propertyWithinLimits", true));
  }

  private static Assessment assess(String asOf, Map<String, Object> facts) {
    return assess(asOf, facts, Map.of());
  }

  private static Assessment assess(
      String asOf, Map<String, Object> facts, Map<String, Object> whatIf) {
    LocalDate day = LocalDate.parse(asOf);
    return new MinimumLivingAllowance()
        .assess(new Case(day, new FactSet("", facts), new Law(day, Map.of(), whatIf)));
  }

  private static List<String> codes(Assessment assessment) {
    return assessment.reasons().stream().map(Reason::code).toList();
  }

  private static Money yuan(String yuan) {
    return Money.ofYuan(yuan);
  }
}
