package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import minsheng.kernel.Clause;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the examples of a policy must cover, beyond those that the contract came with. */
class OwnExamplesTest {

  private static final LocalDate LATER = LocalDate.of(2026, 1, 1);

  static Stream<String> policies() {
    return Example.policies().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void are_eight_at_least_and_say_why_they_exist_and_which_clause_decides(String id) {
    List<String> clauses = Rules.of(id).policy().clauses().stream().map(Clause::id).toList();
    List<Example> own = own(id);

    assertThat(own).as("examples with `why`").hasSizeGreaterThanOrEqualTo(8);
    for (Example example : own) {
      assertThat(example.clauses()).as("clauses of %s", example).isNotEmpty();
      assertThat(clauses).as("clauses of %s", example).containsAll(example.clauses());
    }
    assertThat(Example.of(id).stream().map(Example::id)).as("ids").doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void know_every_day_on_which_a_value_changes_and_the_day_before(String id) {
    Set<LocalDate> days = new TreeSet<>();
    Example.of(id).forEach(example -> days.add(asOf(example)));

    assertThat(days)
        .containsAll(
            Days.ofChange(Rules.of(id).policy()).stream()
                .filter(day -> day.isBefore(LATER))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void come_to_every_reason_of_the_policy(String id) {
    Set<String> given = new TreeSet<>();
    for (Example example : Example.of(id)) {
      example.expect().path("reasons").forEach(code -> given.add(code.asText()));
      example.expect().path("allReasons").forEach(code -> given.add(code.asText()));
    }
    assertThat(given)
        .containsAll(
            Rules.of(id).policy().reasons().stream().map(reason -> reason.code()).toList());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void try_each_parameter_without_a_value_and_with_one(String id) {
    Policy policy = Rules.of(id).policy();
    Set<String> missing = new TreeSet<>();
    Set<String> supposed = new TreeSet<>();
    for (Example example : Example.of(id)) {
      for (JsonNode each : example.expect().path("missingParameters")) {
        missing.add(each.asText());
      }
      example.request().path("whatIf").fieldNames().forEachRemaining(supposed::add);
    }
    for (Parameter<?> parameter : policy.parameters()) {
      if (parameter.values().isEmpty() && !parameter.declaration().informational()) {
        assertThat(supposed).as("whatIf of the examples").contains(parameter.name());
        if (parameter.declaration().required()) {
          assertThat(missing).as("missingParameters").contains(parameter.name());
        }
      }
    }
  }

  private static List<Example> own(String id) {
    return Example.of(id).stream().filter(example -> example.why() != null).toList();
  }

  private static LocalDate asOf(Example example) {
    return LocalDate.parse(example.request().path("asOf").asText());
  }
}
