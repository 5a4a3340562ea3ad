package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.StreamSupport;
import minsheng.contract.Rules;
import org.junit.jupiter.api.Test;

/** What the description of a policy tells to whoever knows none of them by name. */
class PolicyJsonTest {

  private static final JsonNode ALLOWANCE = description("minimum-living-allowance");
  private static final JsonNode SUBSIDY = description("childcare-subsidy");

  @Test
  void what_can_be_done_about_a_fact() throws IOException {
    assertThat(named(ALLOWANCE, "facts", "householdMonthlyIncomeYuan").path("attainable"))
        .isEqualTo(json("{'kind': 'amount', 'towards': 'lower', 'zh': '家庭月收入再少{by}元'}"));

    JsonNode registration = named(ALLOWANCE, "facts", "registrationDivision").path("attainable");
    assertThat(registration.path("kind").asText()).isEqualTo("registration");
    assertThat(registration.has("towards")).isFalse();
    assertThat(registration.path("values")).hasSize(18);
    assertThat(registration.at("/values/0").asText()).isEqualTo("230102");

    assertThat(named(ALLOWANCE, "facts", "householdSize").has("attainable")).isFalse();
  }

  @Test
  void what_a_field_is_to_a_reader_of_many_answers() {
    assertThat(named(SUBSIDY, "result", "monthlyYuan").path("role").asText()).isEqualTo("headline");
    assertThat(named(SUBSIDY, "result", "children[].firstMonth").path("role").asText())
        .isEqualTo("start");
    assertThat(named(SUBSIDY, "result", "children[].months").has("role")).isFalse();
  }

  @Test
  void what_excludes_or_contains_another_policy() throws IOException {
    assertThat(ALLOWANCE.path("exclusions"))
        .isEqualTo(json("[{'policy': 'extreme-poverty-support', 'clause': 'GF2016-14'}]"));
    assertThat(ALLOWANCE.path("includes")).isEmpty();
    assertThat(SUBSIDY.path("exclusions")).isEmpty();
    assertThat(SUBSIDY.path("includes")).isEqualTo(json("['national-childcare-subsidy']"));
  }

  private static JsonNode description(String policy) {
    return PolicyJson.whole(Rules.of(policy).policy(), "", Map.of());
  }

  private static JsonNode named(JsonNode policy, String list, String name) {
    return StreamSupport.stream(policy.path(list).spliterator(), false)
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
