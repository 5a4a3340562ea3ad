package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import minsheng.contract.Rules;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agency's own values: what is refused, and how they lie over the law. */
class OperatorValuesTest {

  private static final Rule RULE = Rules.of("minimum-living-allowance");
  private static final Map<String, Policy> POLICIES = Map.of(RULE.policy().id(), RULE.policy());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

  /** An urban household of two in a district, without income. */
  private static final String HOUSEHOLD =
      """
      {"asOf": "%s", "facts": {"registrationDivision": "230103", "registrationType": "urban", "householdSize": 2,
       "householdMonthlyIncomeYuan": 0, "propertyWithinLimits": true}%s}
      """;

  @TempDir Path folder;

  @Test
  void a_value_fills_what_the_law_does_not_state_and_is_told_as_the_operators() throws IOException {
    OperatorValues values =
        read(
            """
            minimum-living-allowance:
              districtUrbanStandardYuan:
                - {value: 700.5, effectiveFrom: 2024-01-01, effectiveTo: 2025-04-10, source: a notice of the bureau}
            """);
    JsonNode answer = ask(values, "2024-06-01", "");
    assertThat(answer.path("outcome").asText()).isEqualTo("eligible");
    assertThat(answer.at("/result/monthlyYuan").decimalValue()).isEqualByComparingTo("1401");
    JsonNode standard = parameter(answer, "districtUrbanStandardYuan");
    assertThat(standard.path("evidence").asText()).isEqualTo("OPERATOR");
    assertThat(standard.path("source").asText()).isEqualTo("a notice of the bureau");
    assertThat(answer.path("ruleset").asText()).matches("[0-9a-f]{16}\\+operator-[0-9a-f]{16}");
  }

  @Test
  void outside_its_days_the_law_holds() throws IOException {
    OperatorValues values =
        read(
            """
            minimum-living-allowance:
              districtUrbanStandardYuan:
                - {value: 700, effectiveFrom: 2024-01-01, effectiveTo: 2025-04-10, source: a notice}
            """);
    assertThat(ask(values, "2025-04-11", "").at("/result/monthlyYuan").asInt()).isEqualTo(1720);
    assertThat(ask(values, "2023-12-31", "").path("outcome").asText())
        .isEqualTo("needs-operator-parameter");
  }

  @Test
  void what_a_caller_supposes_lies_over_it() throws IOException {
    OperatorValues values =
        read(
            "minimum-living-allowance:\n  districtUrbanStandardYuan:\n    - {value: 700, source: a notice}\n");
    JsonNode answer =
        ask(values, "2026-01-01", ", \"whatIf\": {\"districtUrbanStandardYuan\": 1000}");
    assertThat(answer.at("/result/monthlyYuan").asInt()).isEqualTo(2000);
    assertThat(answer.path("hypothetical").asBoolean()).isTrue();
  }

  @Test
  void without_a_value_the_missing_parameter_is_named_and_nothing_is_zero() throws IOException {
    JsonNode answer = ask(OperatorValues.NONE, "2024-06-01", "");
    assertThat(answer.path("outcome").asText()).isEqualTo("needs-operator-parameter");
    assertThat(answer.path("missingParameters").toString())
        .isEqualTo("[\"districtUrbanStandardYuan\"]");
    assertThat(answer.path("result").has("monthlyYuan")).isFalse();
  }

  @Test
  void an_unknown_policy_is_refused_with_a_near_name() {
    assertRefused(
        "minimum-livng-allowance: {}",
        "unknown policy `minimum-livng-allowance`",
        "`minimum-living-allowance`");
  }

  @Test
  void a_policy_that_another_process_answers_for_is_left_to_it() throws IOException {
    OperatorValues values = read("disability-living-subsidy:\n  anything: []\n");
    assertThat(values.ruleset(RULE.policy())).isEqualTo(RULE.policy().ruleset());
  }

  @Test
  void a_policy_without_any_value_is_as_good_as_none() throws IOException {
    OperatorValues values = read("minimum-living-allowance:\n");
    assertThat(ask(values, "2025-04-11", "").at("/result/monthlyYuan").asInt()).isEqualTo(1720);
  }

  @Test
  void the_example_of_the_operators_file_can_be_read() {
    Path example =
        Path.of(System.getProperty("minsheng.root"), "functions/operator-parameters.example.yaml");
    assertThat(OperatorValues.read(example, POLICIES)).isNotNull();
  }

  @Test
  void an_unknown_parameter_is_refused_with_its_place_and_a_near_name() {
    assertRefused(
        "minimum-living-allowance:\n  tierYuann: []",
        "minimum-living-allowance: unknown parameter `tierYuann`",
        "`tierYuan`");
  }

  @Test
  void a_wrong_type_is_refused_with_its_place() {
    assertRefused(
        "minimum-living-allowance:\n  tierYuan:\n    - {value: many, source: x}",
        "minimum-living-allowance.tierYuan[0].value: This is a text");
    assertRefused(
        "minimum-living-allowance:\n  calculationMethod:\n    - {value: tier, source: x}",
        "minimum-living-allowance.calculationMethod[0].value: ",
        "`tiers`");
    assertRefused(
        "minimum-living-allowance:\n  tierYuan:\n    - {value: -1, source: x}",
        "minimum-living-allowance.tierYuan[0].value: The number is out of range");
  }

  @Test
  void overlapping_dates_are_refused_with_their_place() {
    assertRefused(
        """
        minimum-living-allowance:
          tierYuan:
            - {value: 1, effectiveFrom: 2024-01-01, effectiveTo: 2024-12-31, source: x}
            - {value: 2, effectiveFrom: 2024-12-31, source: x}
        """,
        "minimum-living-allowance.tierYuan[1]: holds from 2024-12-31, but the value before it holds to 2024-12-31");
    assertRefused(
        "minimum-living-allowance:\n  tierYuan:\n    - {value: 1, effectiveFrom: 2024-02-01, effectiveTo: 2024-01-01, source: x}",
        "minimum-living-allowance.tierYuan[0]: effectiveTo 2024-01-01 is before effectiveFrom 2024-02-01");
  }

  @Test
  void a_value_without_a_source_and_a_misspelt_key_are_refused() {
    assertRefused(
        "minimum-living-allowance:\n  tierYuan:\n    - {value: 1, effectiveform: 2024-01-01}",
        "tierYuan[0]: unknown field `effectiveform`",
        "tierYuan[0]: needs its source");
  }

  @Test
  void an_impossible_day_is_refused() {
    assertRefused(
        "minimum-living-allowance:\n  tierYuan:\n    - {value: 1, effectiveFrom: 2025-02-30, source: x}",
        "tierYuan[0].effectiveFrom: There is no such day");
  }

  @Test
  void what_is_no_yaml_and_what_is_not_there_are_refused() {
    assertRefused("a: [", "not well-formed YAML");
    assertRefused("a: 1\na: 2", "a name stands twice");
    assertRefused("- a", "must be a map of policies");
    assertThatThrownBy(() -> OperatorValues.read(folder.resolve("absent.yaml"), POLICIES))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void every_fault_is_told_at_once() {
    assertRefused(
        "a-policy: {}\nminimum-living-allowance:\n  x: []\n  tierYuan: 5",
        "a-policy",
        "`x`",
        "tierYuan: must be a list");
  }

  private void assertRefused(String yaml, String... told) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(OperatorValues.BrokenFileException.class)
        .hasMessageContainingAll(told);
  }

  private OperatorValues read(String yaml) throws IOException {
    Path file = folder.resolve("parameters.yaml");
    Files.writeString(file, yaml);
    return OperatorValues.read(file, POLICIES);
  }

  private static JsonNode ask(OperatorValues values, String asOf, String more) throws IOException {
    Dispatcher dispatcher = new Dispatcher(Functions.of(List.of(RULE)), values, CLOCK);
    Response response =
        dispatcher.dispatch(Ask.of("minimum-living-allowance", HOUSEHOLD.formatted(asOf, more)));
    assertThat(response.status()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  private static JsonNode parameter(JsonNode answer, String name) {
    for (JsonNode each : answer.path("parameters")) {
      if (each.path("name").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError(name + " was not read");
  }
}
