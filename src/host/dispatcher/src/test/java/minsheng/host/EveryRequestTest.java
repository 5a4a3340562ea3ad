package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import minsheng.contract.Days;
import minsheng.contract.Example;
import minsheng.contract.Household;
import minsheng.contract.Rules;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.ResultDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every well-formed request, tried on requests drawn at random from the vocabulary's
 * types. {@code -Dhouseholds=…} tries more of them.
 */
class EveryRequestTest {

  /** Requests for each policy, the same in every run. */
  private static final int HOUSEHOLDS = Integer.getInteger("minsheng.households", 10_000);

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> policies() {
    return Example.policies().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void gets_an_answer_that_is_whole_and_within_bounds(String id) throws IOException {
    Policy policy = Rules.of(id).policy();
    Set<String> fields = new TreeSet<>();
    for (int seed = 0; seed < HOUSEHOLDS; seed++) {
      Random random = new Random(seed);
      Household household = Household.of(policy, Days.any(policy, random), random);
      ObjectNode request = request(household, random);
      JsonNode answer = answer(policy, request);

      String shown = policy.id() + " asked " + request + " and answered " + answer;
      assertThat(answer.path("hypothetical").asBoolean())
          .as(shown)
          .isEqualTo(!request.path("whatIf").isEmpty());
      checkThatItIsWhole(policy, household, answer, fields, shown);
      checkAmounts(policy, request, answer.path("result"), "", shown);
    }
    // A question of one kind leaves out the fields of another; none is left out of all answers.
    // Where
    // ten facts must agree, chance alone finds no yes: the examples do.
    if (!fields.isEmpty()) {
      assertThat(fields).containsAll(granted(policy));
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void gets_the_same_answer_whatever_the_order_of_its_keys(String id) throws IOException {
    Policy policy = Rules.of(id).policy();
    for (int seed = 0; seed < HOUSEHOLDS / 10; seed++) {
      Random random = new Random(seed);
      Household household = Household.of(policy, Days.any(policy, random), random);
      ObjectNode request = request(household, random);
      ObjectNode other = JSON.createObjectNode();
      List<String> names = new ArrayList<>(List.of("whatIf", "facts", "asOf"));
      Collections.shuffle(names, random);
      names.forEach(
          name ->
              other.set(name, name.equals("facts") ? household.json(random) : request.path(name)));

      assertThat(answer(policy, other)).isEqualTo(answer(policy, request));
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void gets_an_answer_before_there_was_any_law(String id) throws IOException {
    Policy policy = Rules.of(id).policy();
    for (int seed = 0; seed < HOUSEHOLDS / 20; seed++) {
      Random random = new Random(seed);
      LocalDate asOf = LocalDate.of(1985 + random.nextInt(36), 1 + random.nextInt(12), 1);
      JsonNode answer = answer(policy, request(Household.of(policy, asOf, random), random));
      assertThat(answer.path("outcome").asText()).isNotEmpty();
    }
  }

  private static ObjectNode request(Household household, Random random) {
    ObjectNode request = JSON.createObjectNode().put("asOf", household.asOf().toString());
    request.set("facts", household.json(random));
    ObjectNode whatIf = request.putObject("whatIf");
    household.whatIf().forEach((name, value) -> whatIf.set(name, Household.json(value, random)));
    return request;
  }

  private static JsonNode answer(Policy policy, ObjectNode request) throws IOException {
    Response response =
        new Dispatcher(
                Functions.of(List.of(Rules.of(policy.id()))),
                OperatorValues.NONE,
                Clock.systemUTC())
            .dispatch(Ask.of(policy.id(), request.toString()));
    assertThat(response.status())
        .as("%s: %s", request, new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** The fields of which an answer that grants something has one at least. */
  private static List<String> granted(Policy policy) {
    List<String> names = new ArrayList<>();
    for (ResultDefinition field : policy.result()) {
      if (!field.isOfEntry() && !field.explanatory() && !field.declaredType().endsWith("|null")) {
        names.add(field.name());
      }
    }
    return names.isEmpty()
        ? new ArrayList<>(policy.result().stream().map(ResultDefinition::name).toList())
        : names;
  }

  private static void checkThatItIsWhole(
      Policy policy,
      Household household,
      JsonNode answer,
      Collection<String> fields,
      String shown) {
    Set<String> missing = texts(answer.path("missingFacts"));
    switch (answer.path("outcome").asText()) {
      case "needs-facts" -> {
        assertThat(missing).as(shown).isNotEmpty();
        assertThat(household.absent(use -> true)).as(shown).containsAll(missing);
      }
      case "needs-operator-parameter" -> {
        assertThat(missing).as(shown).isEmpty();
        assertThat(answer.path("missingParameters")).as(shown).isNotEmpty();
      }
      case "not-eligible" -> {
        assertThat(missing).as(shown).isEmpty();
        assertThat(answer.path("reasons"))
            .as(shown)
            .anyMatch(reason -> !reason.path("satisfied").asBoolean());
      }
      case "refer-to-agency" -> {
        assertThat(missing).as(shown).isEmpty();
        assertThat(answer.path("reasons")).as(shown).isNotEmpty();
      }
      default -> {
        assertThat(missing).as(shown).isEmpty();
        List<String> granted = granted(policy);
        granted.removeIf(name -> !answer.path("result").has(name));
        assertThat(granted).as(shown).isNotEmpty();
        fields.addAll(granted);
      }
    }
    List<String> codes = new ArrayList<>();
    answer.path("reasons").forEach(reason -> codes.add(reason.path("code").asText()));
    assertThat(codes).as(shown).doesNotHaveDuplicates();
  }

  private static void checkAmounts(
      Policy policy, JsonNode request, JsonNode result, String list, String shown) {
    for (ResultDefinition field : policy.result()) {
      if (!field.name().equals(list + field.field())) {
        continue;
      }
      JsonNode value = result.path(field.field());
      value.forEach(entry -> checkAmounts(policy, request, entry, field.name() + "[].", shown));
      if (value.isNumber()) {
        BigDecimal amount = value.decimalValue();
        assertThat(amount).as("%s of %s", field.name(), shown).isNotNegative();
        if (field.atMost() != null) {
          assertThat(amount)
              .as("%s of %s", field.name(), shown)
              .isLessThanOrEqualTo(bound(field.atMost(), policy, request));
        }
      }
    }
  }

  /** The value of a bound: a sum of products of facts, parameters and whole numbers. */
  private static BigDecimal bound(String atMost, Policy policy, JsonNode request) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String product : atMost.split(" \\+ ", -1)) {
      BigDecimal value = BigDecimal.ONE;
      for (String name : product.split(" × ", -1)) {
        value = value.multiply(value(name, policy, request));
      }
      sum = sum.add(value);
    }
    return sum;
  }

  private static BigDecimal value(String name, Policy policy, JsonNode request) {
    if (Character.isDigit(name.charAt(0))) {
      return new BigDecimal(name);
    }
    JsonNode supposed = request.path("whatIf").path(name);
    if (supposed.isNumber()) {
      return supposed.decimalValue();
    }
    for (Parameter<?> parameter : policy.parameters()) {
      if (parameter.name().equals(name)) {
        return parameter.values().stream()
            .map(value -> Household.json(value.value(), new Random()).decimalValue())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
      }
    }
    if (name.contains("[].")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode entry : request.path("facts").path(name.substring(0, name.indexOf("[]")))) {
        sum = sum.add(entry.path(name.substring(name.indexOf("[].") + 3)).decimalValue());
      }
      return sum;
    }
    JsonNode fact = request.path("facts").path(name);
    if (fact.isArray()) {
      return BigDecimal.valueOf(fact.size());
    }
    return fact.isNumber() ? fact.decimalValue() : whenAbsent(name, policy);
  }

  private static BigDecimal whenAbsent(String name, Policy policy) {
    return policy.facts().stream()
        .map(Policy.FactUse::definition)
        .filter(fact -> fact.name().equals(name))
        .map(FactDefinition::defaultValue)
        .filter(Objects::nonNull)
        .map(value -> new BigDecimal(value.toString()))
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
