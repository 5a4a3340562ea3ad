package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A worked example of a policy: a request, and what its answer must say. The result is compared key
 * by key, reasons must be there, and what is missing must be exactly what is named.
 *
 * @param why what the example is there for; null for those of the contract
 * @param clauses ids of the clauses that decide it
 */
public record Example(
    String policy,
    String id,
    String title,
    @Nullable String why,
    List<String> clauses,
    JsonNode request,
    JsonNode expect) {

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The folder of the policies; the build tells where the project is. */
  public static Path functions() {
    return Path.of(System.getProperty("minsheng.root")).resolve("functions");
  }

  /** The ids of all policies: their folders. */
  public static List<String> policies() {
    try (var folders = Files.list(functions())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("policy.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The examples in a policy's examples.yaml. */
  public static List<Example> of(String policy) {
    List<Example> examples = new ArrayList<>();
    for (JsonNode each :
        read(functions().resolve(policy).resolve("examples.yaml")).path("examples")) {
      examples.add(
          new Example(
              policy,
              each.path("id").asText(),
              each.path("title").asText(),
              each.path("why").textValue(),
              List.copyOf(texts(each.path("clauses"))),
              each.path("request"),
              each.path("expect")));
    }
    assertThat(examples).as("examples of %s", policy).isNotEmpty();
    return examples;
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds an answer against what is expected. */
  public void check(JsonNode answer) {
    assertThat(answer.path("outcome").asText())
        .as("outcome of %s", answer)
        .isEqualTo(expect.path("outcome").asText());
    checkSubset(expect.path("result"), answer.path("result"), "result");
    assertThat(codes(answer.path("reasons")))
        .as("reasons")
        .containsAll(texts(expect.path("reasons")));
    if (expect.has("allReasons")) {
      assertThat(codes(answer.path("reasons")))
          .as("all reasons")
          .isEqualTo(texts(expect.path("allReasons")));
    }
    if (expect.has("missingFacts")) {
      assertThat(texts(answer.path("missingFacts")))
          .as("missingFacts")
          .isEqualTo(texts(expect.path("missingFacts")));
    }
    if (expect.has("missingParameters")) {
      assertThat(texts(answer.path("missingParameters")))
          .as("missingParameters")
          .isEqualTo(texts(expect.path("missingParameters")));
    }
  }

  private static void checkSubset(JsonNode expected, JsonNode actual, String place) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              field ->
                  checkSubset(
                      field.getValue(), actual.path(field.getKey()), place + "." + field.getKey()));
    } else if (expected.isArray() && expected.path(0).isObject()) {
      assertThat(actual.size()).as("%s: number of entries", place).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        checkSubset(expected.path(i), actual.path(i), place + "[" + i + "]");
      }
    } else if (expected.isNumber()) {
      assertThat(actual.isNumber()).as("%s is a number, but %s", place, actual).isTrue();
      assertThat(actual.decimalValue()).as(place).isEqualByComparingTo(expected.decimalValue());
    } else if (!expected.isMissingNode()) {
      assertThat(actual).as(place).isEqualTo(expected);
    }
  }

  private static Set<String> codes(JsonNode reasons) {
    Set<String> codes = new TreeSet<>();
    reasons.forEach(reason -> codes.add(reason.path("code").asText()));
    return codes;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @Override
  public String toString() {
    return policy + " " + id + ": " + title;
  }
}
