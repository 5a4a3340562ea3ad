package minsheng.functions.publicrentaleligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.ValueSource;

class PublicRentalEligibilityTest {

  private static final String IN_THE_WINDOW = "2023-08-28";

  // 申请家庭人均年收入低于42745元: strictly, and for the whole household

  @ParameterizedTest(name = "{0} yuan of {1} persons: {2}")
  @CsvSource({
    "85489.99, 2, ELIGIBLE, 42745", // 42744.995 is shown as 42745 and is below it
    "85490, 2, NOT_ELIGIBLE, 42745",
    "85490.01, 2, NOT_ELIGIBLE, 42745.01", // 42745.005, half up
    "128234.99, 3, ELIGIBLE, 42745", // 42744.9966…
    "128235, 3, NOT_ELIGIBLE, 42745",
    "42744.99, 1, ELIGIBLE, 42744.99",
    "42745, 1, NOT_ELIGIBLE, 42745",
    "0, 1, ELIGIBLE, 0", // there is no least income
  })
  void oneFenToEitherSideOfTheCeiling(String income, int size, Outcome outcome, String shown) {
    Map<String, Object> facts = household();
    facts.put("householdAnnualIncomeYuan", Money.ofYuan(income));
    facts.put("householdSize", size);

    Assessment assessment = assess(IN_THE_WINDOW, facts);

    assertThat(assessment.outcome()).isEqualTo(outcome);
    assertThat(assessment.result())
        .containsEntry("perCapitaAnnualIncomeYuan", Money.ofYuan(shown))
        .containsEntry("ceilingYuan", Money.ofYuan("42745"));
    assertThat(codes(assessment))
        .contains(
            outcome == Outcome.ELIGIBLE ? "income-below-ceiling" : "income-not-below-ceiling");
  }

  // The batch of 2023

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2023-08-24, NEEDS_OPERATOR_PARAMETER",
    "2023-08-25, ELIGIBLE",
    "2023-09-08, ELIGIBLE", // closes at 15:00; a day counts as inside
    "2023-09-09, NEEDS_OPERATOR_PARAMETER",
  })
  void oneDayToEitherSideOfTheWindow(String asOf, Outcome outcome) {
    Assessment assessment = assess(asOf, household());

    assertThat(assessment.outcome()).isEqualTo(outcome);
    if (outcome == Outcome.ELIGIBLE) {
      assertThat(codes(assessment)).contains("inside-window");
      assertThat(assessment.result())
          .containsEntry("applyFrom", LocalDate.of(2023, 8, 25))
          .containsEntry("applyTo", LocalDate.of(2023, 9, 8));
    } else {
      assertThat(assessment.missing().parameters())
          .containsExactly("perCapitaAnnualIncomeCeilingYuan");
      assertThat(codes(assessment)).containsExactly("ceiling-not-known");
    }
  }

  @Test
  void withoutACeilingNoConditionOfAnEarlierBatchIsApplied() {
    Map<String, Object> facts = household();
    facts.put("ownsDwelling", true);
    facts.put("registrationDivision", new Division("110101"));

    Assessment assessment = assess("2023-09-09", facts);

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
    assertThat(codes(assessment)).containsExactly("ceiling-not-known");
    assertThat(assessment.result())
        .doesNotContainKey("ceilingYuan")
        .containsEntry("applyFrom", null)
        .containsEntry("applyTo", null);
  }

  @Test
  void withoutACeilingNoFactIsAskedFor() {
    Assessment assessment = assess("2026-11-21", Map.of());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
    assertThat(assessment.missing().facts()).isEmpty();
    assertThat(assessment.missing().parameters())
        .containsExactly("perCapitaAnnualIncomeCeilingYuan");
  }

  @Test
  void whoMeetsEverythingIsToldTheReasonsInTheOrderOfTheBatch() {
    assertThat(codes(assess(IN_THE_WINDOW, household())))
        .containsExactly(
            "registration-in-main-six-districts",
            "urban-registration",
            "income-below-ceiling",
            "no-dwelling",
            "no-vehicle",
            "inside-window");
  }

  // 主城六区城镇户籍

  @ParameterizedTest
  @ValueSource(strings = {"230102", "230103", "230104", "230108", "230109", "230110"})
  void theMainSixDistricts(String division) {
    Map<String, Object> facts = household();
    facts.put("registrationDivision", new Division(division));

    assertThat(assess(IN_THE_WINDOW, facts).outcome()).isEqualTo(Outcome.ELIGIBLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "230111", "230112", "230113", // the other three of the nine districts
        "230123", "230184", // counties
        "230100", "110101"
      })
  void everywhereElse(String division) {
    Map<String, Object> facts = household();
    facts.put("registrationDivision", new Division(division));

    Assessment assessment = assess(IN_THE_WINDOW, facts);

    assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(codes(assessment))
        .contains("registration-outside-main-six-districts")
        .doesNotContain("registration-in-main-six-districts");
  }

  @Test
  void aRuralRegistrationIsOutsideTheBatch() {
    Map<String, Object> facts = household();
    facts.put("registrationType", RegistrationType.RURAL);

    Assessment assessment = assess(IN_THE_WINDOW, facts);

    assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(codes(assessment)).contains("not-urban-registration");
  }

  // What the household must not have

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ownsDwelling, owns-dwelling",
    "ownsNonResidentialProperty, owns-non-residential-property",
    "hadAffordableOwnershipHousing, had-affordable-ownership-housing",
    "receivesHousingBenefit, already-receiving-housing-benefit",
    "ownsVehicle, owns-vehicle",
    "ownsCompany, owns-company",
  })
  void eachOfThemRefusesAloneAndWhateverElseIsUnknown(String fact, String code) {
    Map<String, Object> facts = household();
    facts.put(fact, true);

    Assessment known = assess(IN_THE_WINDOW, facts);
    Assessment otherwiseUnknown = assess(IN_THE_WINDOW, Map.of(fact, true));

    assertThat(known.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(codes(known)).contains(code);
    assertThat(otherwiseUnknown.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(codes(otherwiseUnknown)).contains(code);
    assertThat(otherwiseUnknown.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void everyReasonAgainstIsGivenAndNotOnlyTheFirst() {
    Map<String, Object> facts = household();
    facts.put("registrationType", RegistrationType.RURAL);
    facts.put("ownsDwelling", true);
    facts.put("ownsCompany", true);

    assertThat(codes(assess(IN_THE_WINDOW, facts)))
        .contains("not-urban-registration", "owns-dwelling", "owns-company")
        .doesNotContain("no-dwelling");
  }

  // Unknown facts

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registrationDivision",
        "registrationType",
        "householdAnnualIncomeYuan",
        "householdSize",
        "ownsDwelling",
        "ownsNonResidentialProperty",
        "hadAffordableOwnershipHousing",
        "receivesHousingBenefit",
        "ownsVehicle",
        "ownsCompany"
      })
  void aFactThatIsAbsentIsAskedFor(String name) {
    Map<String, Object> facts = household();
    facts.remove(name);

    Assessment assessment = assess(IN_THE_WINDOW, facts);

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly(name);
    assertThat(assessment.missing().parameters()).isEmpty();
  }

  @Test
  void withoutAnyFactAllTenAreAskedFor() {
    assertThat(assess(IN_THE_WINDOW, Map.of()).missing().facts()).hasSize(10);
  }

  @Test
  void toLearnMoreNeverTakesBackAnAnswerAReasonOrANumber() {
    List<String> names = List.copyOf(household().keySet());
    for (Map<String, Object> change : CHANGES) {
      Map<String, Object> facts = household();
      facts.putAll(change);
      Assessment whole = assess(IN_THE_WINDOW, facts);
      for (int part = 0; part < 1 << names.size(); part++) {
        Map<String, Object> known = new HashMap<>(facts);
        for (int i = 0; i < names.size(); i++) {
          if ((part & 1 << i) != 0) {
            known.remove(names.get(i));
          }
        }
        Assessment before = assess(IN_THE_WINDOW, known);
        assertThat(before.missing().facts()).noneMatch(known::containsKey);
        if (before.outcome() != Outcome.NEEDS_FACTS) {
          assertThat(whole.outcome()).as("%s", known).isEqualTo(before.outcome());
        }
        assertThat(codes(whole)).as("%s", known).containsAll(codes(before));
        assertThat(whole.result()).as("%s", known).containsAllEntriesOf(before.result());
      }
    }
  }

  private static final List<Map<String, Object>> CHANGES =
      List.of(
          Map.of(),
          Map.of("registrationDivision", new Division("230111")),
          Map.of("registrationType", RegistrationType.RURAL),
          Map.of("householdAnnualIncomeYuan", Money.ofYuan("128235")),
          Map.of("ownsDwelling", true, "ownsVehicle", true));

  // What if, and the agency's own values

  @Test
  void aSupposedCeilingOpensNoWindowAndClosesNone() {
    Assessment assessment =
        assess(
            "2026-11-21",
            household(),
            Map.of("perCapitaAnnualIncomeCeilingYuan", Money.ofYuan("50000")));

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.hypothetical()).isTrue();
    assertThat(assessment.result())
        .containsEntry("ceilingYuan", Money.ofYuan("50000"))
        .containsEntry("applyFrom", null)
        .containsEntry("applyTo", null);
    assertThat(codes(assessment)).doesNotContain("inside-window", "outside-application-window");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2027-07-31, NOT_ELIGIBLE, outside-application-window",
    "2027-08-01, ELIGIBLE, inside-window",
    "2027-08-31, ELIGIBLE, inside-window",
    "2027-09-01, NOT_ELIGIBLE, outside-application-window",
  })
  void theOperatorsBatchHasAWindowOfItsOwn(LocalDate asOf, Outcome outcome, String code) {
    Law law =
        new Law(
            asOf,
            Map.of(
                "perCapitaAnnualIncomeCeilingYuan", List.of(in2027(Money.ofYuan("45000"))),
                "applicationWindowFrom", List.of(in2027(LocalDate.of(2027, 8, 1))),
                "applicationWindowTo", List.of(in2027(LocalDate.of(2027, 8, 31)))),
            Map.of());

    Assessment assessment =
        new PublicRentalEligibility().assess(new Case(asOf, new FactSet("", household()), law));

    assertThat(assessment.outcome()).isEqualTo(outcome);
    assertThat(codes(assessment)).contains(code);
    assertThat(assessment.result())
        .containsEntry("ceilingYuan", Money.ofYuan("45000"))
        .containsEntry("applyFrom", LocalDate.of(2027, 8, 1))
        .containsEntry("applyTo", LocalDate.of(2027, 8, 31));
    assertThat(assessment.hypothetical()).isFalse();
  }

  @Test
  void theListOfDistrictsCanBeSupposed() {
    Map<String, Object> facts = household();
    facts.put("registrationDivision", new Division("230111"));

    Assessment assessment =
        assess(
            IN_THE_WINDOW, facts, Map.of("mainSixDistrictCodes", List.of(new Division("230111"))));

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
  }

  private static <T> DatedValue<T> in2027(T value) {
    return new DatedValue<>(
        value,
        LocalDate.of(2027, 1, 1),
        LocalDate.of(2027, 12, 31),
        Evidence.OPERATOR,
        "市住房保障中心",
        null,
        false,
        null);
  }

  /** A household that meets every condition: 120000 / 3 = 40000 a year. */
  private static Map<String, Object> household() {
    return new HashMap<>(
        Map.of(
            "registrationDivision", new Division("230103"),
            "registrationType", RegistrationType.URBAN,
            "householdAnnualIncomeYuan", Money.ofYuan("120000"),
            "householdSize", 3,
            "ownsDwelling", false,
            "ownsNonResidentialProperty", false,
            "hadAffordableOwnershipHousing", false,
            "receivesHousingBenefit", false,
            "ownsVehicle", false,
            "ownsCompany", false));
  }

  private static Assessment assess(String asOf, Map<String, Object> facts) {
    return assess(asOf, facts, Map.of());
  }

  private static Assessment assess(
      String asOf, Map<String, Object> facts, Map<String, Object> whatIf) {
    LocalDate day = LocalDate.parse(asOf);
    return new PublicRentalEligibility()
        .assess(new Case(day, new FactSet("", facts), new Law(day, Map.of(), whatIf)));
  }

  private static List<String> codes(Assessment assessment) {
    return assessment.reasons().stream().map(Reason::code).toList();
  }
}
