package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minsheng.contract.Rules;
import org.junit.jupiter.api.Test;

/** The request in the README and its answer, which must be true. */
class ReadmeTest {

  private static final Pattern REQUEST =
      Pattern.compile("-d '\\s*(\\{.*?})'\\s*```", Pattern.DOTALL);
  private static final Pattern ANSWER =
      Pattern.compile("```json\\s*(\\{.*?})\\s*```", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shows_a_request_and_its_true_answer() throws IOException {
    String readme = Files.readString(Path.of(System.getProperty("minsheng.root"), "README.md"));
    JsonNode shown = JSON.readTree(first(ANSWER, readme));

    Dispatcher dispatcher =
        new Dispatcher(
            Functions.of(List.of(Rules.of("childcare-subsidy"))),
            OperatorValues.NONE,
            Clock.systemUTC());
    Response response = dispatcher.dispatch(Ask.of("childcare-subsidy", first(REQUEST, readme)));
    JsonNode given = JSON.readTree(response.body());

    for (Map.Entry<String, JsonNode> field : shown.properties()) {
      if (field.getKey().equals("parameters") || field.getKey().equals("basis")) {
        // Shortened there: what is shown is among what is given.
        assertThat(given.path(field.getKey())).containsAll(field.getValue());
      } else {
        assertThat(given.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
      }
    }
    assertThat(shown.properties()).hasSameSizeAs(given.properties());
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("the README has %s", pattern).isTrue();
    return matcher.group(1);
  }
}
