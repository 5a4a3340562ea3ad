package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTest {

  private static final DatedValue<Money> OLD_AMOUNT =
      value(500, "2021-10-29", "2025-04-10", Evidence.SEED, false);
  private static final DatedValue<Money> NEW_AMOUNT =
      value(860, "2025-04-11", null, Evidence.SEED, true);
  private static final Parameter<Money> STANDARD =
      new Parameter<>(declaration("standardYuan"), List.of(OLD_AMOUNT, NEW_AMOUNT));
  private static final Parameter<Money> BATCH =
      new Parameter<>(
          declaration("batchYuan"),
          List.of(value(42745, "2023-08-25", "2023-09-08", Evidence.PUBLIC, false)));
  private static final Parameter<Money> UNCONFIGURED =
      new Parameter<>(declaration("tierYuan"), List.of());
  private static final Parameter.Timeless<Money> TIMELESS =
      new Parameter.Timeless<>(
          declaration("capYuan"), List.of(value(36, null, null, Evidence.PUBLIC, false)));

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({
    "2021-10-28, none",
    "2021-10-29, 500",
    "2025-04-10, 500",
    "2025-04-11, 860",
    "2099-12-31, 860",
  })
  void aValueHoldsOnItsFirstAndOnItsLastDayAndNotADayLonger(LocalDate day, String yuan) {
    assertThat(told(law(day).value(STANDARD))).isEqualTo(yuan);
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({
    "2023-08-24, none",
    "2023-08-25, 42745",
    "2023-09-08, 42745",
    "2023-09-09, none",
  })
  void aValueWithAnEndIsNotCarriedOn(LocalDate day, String yuan) {
    assertThat(told(law(day).value(BATCH))).isEqualTo(yuan);
  }

  @Test
  void aParameterWithoutAValueOnTheDayIsMissingByItsName() {
    Missing missing = law("2021-10-28").value(STANDARD).missing();

    assertThat(missing.parameters()).containsExactly("standardYuan");
    assertThat(missing.facts()).isEmpty();
  }

  @Test
  void aParameterThatTheRuleCanDoWithoutIsNotAskedFor() {
    Law law = law("2025-04-11");

    assertThat(law.optional(UNCONFIGURED).isKnown()).isFalse();
    assertThat(law.optional(UNCONFIGURED).missing()).isEqualTo(Missing.NOTHING);
    assertThat(told(law.optional(STANDARD))).isEqualTo("860");
  }

  @Test
  void aTimelessParameterHasAValueOnEveryDay() {
    assertThat(law("1949-10-01").get(TIMELESS)).isEqualTo(yuan(36));
    assertThat(law("9999-12-31").get(TIMELESS)).isEqualTo(yuan(36));
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({
    "2025-06-30, 860",
    "2025-07-01, 900",
    "2025-12-31, 900",
    "2026-01-01, 860",
  })
  void theOperatorsValueLiesOverTheLawsOnItsDaysAlone(LocalDate day, String yuan) {
    Law law = new Law(day, Map.of("standardYuan", List.of(operators(900))), Map.of());

    assertThat(told(law.value(STANDARD))).isEqualTo(yuan);
  }

  @Test
  void theOperatorsValueIsShownAsTheOperators() {
    Law law = new Law(day("2025-07-01"), Map.of("tierYuan", List.of(operators(400))), Map.of());

    assertThat(told(law.value(UNCONFIGURED))).isEqualTo("400");
    assertThat(law.readings())
        .extracting(reading -> reading.value().evidence())
        .containsExactly(Evidence.OPERATOR);
  }

  @Test
  void theOperatorCanSetATimelessParameter() {
    Law law = new Law(day("2025-07-01"), Map.of("capYuan", List.of(operators(40))), Map.of());

    assertThat(law.get(TIMELESS)).isEqualTo(yuan(40));
    assertThat(law("2025-07-01").get(TIMELESS)).isEqualTo(yuan(36));
  }

  @ParameterizedTest
  @CsvSource({"2021-10-28", "2025-04-11", "2025-07-01", "2099-01-01"})
  void whatIsSupposedLiesOverEverythingWhateverTheDate(LocalDate day) {
    Law law =
        new Law(
            day,
            Map.of("standardYuan", List.of(operators(900))),
            Map.of("standardYuan", yuan(1000)));

    assertThat(told(law.value(STANDARD))).isEqualTo("1000");
  }

  @Test
  void whatIsSupposedIsShownAsHypotheticalAndWithoutASource() {
    Law law = new Law(day("2025-04-11"), Map.of(), Map.of("standardYuan", yuan(1000)));

    law.value(STANDARD);

    assertThat(law.isHypothetical()).isTrue();
    assertThat(law.readings())
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.parameter()).isSameAs(STANDARD);
              assertThat(reading.value().evidence()).isEqualTo(Evidence.HYPOTHETICAL);
              assertThat(reading.value().source()).isNull();
            });
  }

  @Test
  void aLawWithoutSuppositionsIsNotHypothetical() {
    Map<String, List<DatedValue<?>>> operator = Map.of("standardYuan", List.of(operators(900)));

    assertThat(new Law(day("2025-07-01"), operator, Map.of()).isHypothetical()).isFalse();
  }

  @Test
  void whatIsReadIsNotedOnceAndInTheOrderOfReading() {
    Law law = law("2025-04-11");

    law.get(TIMELESS);
    law.value(STANDARD);
    law.get(TIMELESS);
    law.optional(STANDARD);

    assertThat(law.readings())
        .extracting(reading -> reading.parameter().name())
        .containsExactly("capYuan", "standardYuan");
  }

  @Test
  void whatIsNotConfiguredLeavesNoReading() {
    Law law = law("2025-04-11");

    law.value(UNCONFIGURED);
    law.optional(UNCONFIGURED);
    law.isProvisional(UNCONFIGURED);

    assertThat(law.readings()).isEmpty();
  }

  @Test
  void aQuestionAboutAParameterIsNoReading() {
    Law law = law("2025-04-11");

    law.isConfigured(STANDARD);
    law.isSuperseded(STANDARD);
    law.firstDayOf(STANDARD);

    assertThat(law.readings()).isEmpty();
  }

  @Test
  void aProvisionalValueIsSaidToBeProvisional() {
    assertThat(law("2025-04-10").isProvisional(STANDARD).known()).contains(false);
    assertThat(law("2025-04-11").isProvisional(STANDARD).known()).contains(true);
    assertThat(law("2021-10-28").isProvisional(STANDARD).known()).isEmpty();
  }

  @Test
  void aValueIsSupersededWhenTheLawHasALaterOne() {
    assertThat(law("2025-04-10").isSuperseded(STANDARD)).isTrue();
    assertThat(law("2025-04-11").isSuperseded(STANDARD)).isFalse();
    assertThat(law("2021-10-28").isSuperseded(STANDARD)).isFalse();
    assertThat(law("2025-04-11").isSuperseded(UNCONFIGURED)).isFalse();
  }

  @Test
  void aValueThatIsNotTheLawsIsNeverSuperseded() {
    DatedValue<Money> early = value(400, "2021-10-29", "2025-04-10", Evidence.OPERATOR, false);
    Law operators = new Law(day("2025-04-10"), Map.of("standardYuan", List.of(early)), Map.of());
    Law supposed = new Law(day("2025-04-10"), Map.of(), Map.of("standardYuan", yuan(500)));

    assertThat(operators.isSuperseded(STANDARD)).isFalse();
    assertThat(supposed.isSuperseded(STANDARD)).isFalse();
  }

  @ParameterizedTest(name = "on {0}: new is {1}, official is {2}")
  @CsvSource({
    "2021-10-28, false, false",
    "2021-10-29, false, true",
    "2025-04-10, false, true",
    "2025-04-11, true, true",
  })
  void aValueIsNewWhenTheLawHadAnotherBefore(LocalDate day, boolean isNew, boolean isOfficial) {
    assertThat(law(day).isNew(STANDARD)).isEqualTo(isNew);
    assertThat(law(day).isOfficial(STANDARD)).isEqualTo(isOfficial);
    assertThat(law(day).isNew(TIMELESS)).isFalse();
  }

  @Test
  void aValueOfTheOperatorOrOfTheCallerIsNeitherNewNorOfficialNorStated() {
    LocalDate day = day("2025-07-01");
    Reason reason = new Reason("standard", true, "", "", List.of("S3-2-11"));
    Law operators = new Law(day, Map.of("standardYuan", List.of(operators(900))), Map.of());
    Law supposed = new Law(day, Map.of(), Map.of("standardYuan", yuan(900)));

    for (Law law : List.of(operators, supposed)) {
      assertThat(law.isNew(STANDARD)).isFalse();
      assertThat(law.isOfficial(STANDARD)).isFalse();
      assertThat(law.isStatedBy(reason, STANDARD, day)).isFalse();
    }
  }

  @Test
  void aValueIsStatedByAReasonThatRestsOnItsClause() {
    Law law = law("2000-01-01");
    Reason same = new Reason("same", true, "", "", List.of("S1", "S3-2-11"));
    Reason other = new Reason("other", true, "", "", List.of("S1"));

    assertThat(law.isStatedBy(same, STANDARD, day("2025-04-11"))).isTrue();
    assertThat(law.isStatedBy(other, STANDARD, day("2025-04-11"))).isFalse();
    assertThat(law.isStatedBy(same, STANDARD, day("2021-10-28"))).isFalse();
  }

  @Test
  void aValueCanBeLookedUpOnTheDayThatDecides() {
    Law law = law("2026-01-01");

    assertThat(told(law.value(STANDARD, day("2025-04-10")))).isEqualTo("500");
    assertThat(told(law.value(STANDARD, day("2025-04-11")))).isEqualTo("860");
    assertThat(law.value(STANDARD, day("2021-10-28")).missing().parameters())
        .containsExactly("standardYuan");
    assertThat(law.isConfigured(STANDARD, day("2021-10-28"))).isFalse();
    assertThat(law.isConfigured(STANDARD, day("2021-10-29"))).isTrue();
    assertThat(law.readings())
        .<Object>extracting(reading -> reading.value().value())
        .containsExactly(yuan(500), yuan(860));
  }

  @Test
  void aParameterIsConfiguredWhenAnybodyHasSetItForTheDay() {
    assertThat(law("2021-10-28").isConfigured(STANDARD)).isFalse();
    assertThat(law("2021-10-29").isConfigured(STANDARD)).isTrue();
    assertThat(
            new Law(day("2025-07-01"), Map.of("tierYuan", List.of(operators(400))), Map.of())
                .isConfigured(UNCONFIGURED))
        .isTrue();
    assertThat(
            new Law(day("2021-10-28"), Map.of(), Map.of("standardYuan", yuan(1)))
                .isConfigured(STANDARD))
        .isTrue();
  }

  @Test
  void theFirstDayOfAParameterIsTheLawsWhateverIsLaidOverIt() {
    Law law =
        new Law(
            day("2020-01-01"),
            Map.of("standardYuan", List.of(operators(900))),
            Map.of("standardYuan", yuan(1000)));

    assertThat(law.firstDayOf(STANDARD)).isEqualTo("2021-10-29");
  }

  @Test
  void aParameterWhoseFirstValueHasNoFirstDayHasHeldForEver() {
    Parameter<Money> since =
        new Parameter<>(
            declaration("countyYuan"),
            List.of(
                value(710, null, "2025-04-10", Evidence.SEED, false),
                value(780, "2025-04-11", null, Evidence.SEED, false)));

    assertThat(law("2025-04-11").firstDayOf(since)).isEqualTo(LocalDate.MIN);
  }

  private static Law law(String day) {
    return law(day(day));
  }

  private static Law law(LocalDate day) {
    return new Law(day, Map.of(), Map.of());
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static Money yuan(long yuan) {
    return new Money(yuan * 100);
  }

  private static String told(Fact<Money> fact) {
    return fact.known().map(money -> money.yuan().toPlainString()).orElse("none");
  }

  private static DatedValue<Money> operators(long yuan) {
    return value(yuan, "2025-07-01", "2025-12-31", Evidence.OPERATOR, false);
  }

  private static DatedValue<Money> value(
      long yuan,
      @Nullable String from,
      @Nullable String to,
      Evidence evidence,
      boolean provisional) {
    return new DatedValue<>(
        yuan(yuan),
        from == null ? null : day(from),
        to == null ? null : day(to),
        evidence,
        "S3-2-11",
        null,
        provisional,
        null);
  }

  private static Parameter.Declaration declaration(String name) {
    return new Parameter.Declaration(
        name,
        ValueType.Plain.MONEY,
        "number",
        "yuan/month",
        null,
        "",
        null,
        null,
        null,
        true,
        false);
  }
}
