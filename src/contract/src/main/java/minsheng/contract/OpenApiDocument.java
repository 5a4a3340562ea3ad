package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The contract as a form publishes it, to which everything that the form says is held. */
public final class OpenApiDocument {

  private static final String ADDRESS = "https://minsheng.invalid/openapi.json";
  private static final String PROBLEM = "#/components/schemas/Problem";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  public OpenApiDocument(byte[] text) {
    this.root = read(text);
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(ADDRESS, root.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  public JsonNode root() {
    return root;
  }

  /** A request is as the document has it. */
  public void checkRequest(String method, String path, JsonNode body) {
    JsonNode operation = operation(method, path).orElseThrow();
    check(operation.at("/requestBody/content").path("application/json").path("schema"), body);
  }

  /**
   * What screening says of a policy is what the policy itself may say, where that is assessed here,
   * and more.
   */
  public void checkFinding(String policy, JsonNode finding) {
    operation("POST", "/v1/policies/" + policy + "/assess")
        .map(operation -> operation.at("/responses/200/content").path("application/json"))
        .map(content -> content.path("schema"))
        .ifPresent(
            answer -> {
              ObjectNode alone = finding.deepCopy();
              alone.retain(
                  resolved(answer).path("properties").properties().stream()
                      .map(Map.Entry::getKey)
                      .toList());
              check(answer, alone);
            });
  }

  /**
   * A response is one that the document tells of: its status, its media type and, where that is
   * JSON, its body. What is asked at no path of the document, or with another method, gets a
   * problem document.
   *
   * @param path without query
   * @param type the media type, without parameters
   */
  public void checkResponse(String method, String path, int status, String type, byte[] body) {
    Optional<JsonNode> operation = operation(method, path);
    if (operation.isEmpty()) {
      assertThat(status).as("%s %s, which is not in the document", method, path).isIn(404, 405);
      check(PROBLEM, read(body));
      return;
    }
    JsonNode response = resolved(operation.get().path("responses").path(String.valueOf(status)));
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode())
        .as("%s %s answers %d %s, of which the document tells nothing", method, path, status, type)
        .isFalse();
    if (type.endsWith("/json") || type.endsWith("+json")) {
      check(content.path("schema"), read(body));
    }
    if (type.equals("application/problem+json")) {
      assertThat(response.path("description").asText())
          .as("the types of problem with status %d", status)
          .contains("`" + read(body).path("type").asText() + "`");
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<JsonNode> operation(String method, String path) {
    return root.path("paths").properties().stream()
        .filter(each -> path.matches(each.getKey().replaceAll("\\{\\w+}", "[^/]+")))
        .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(operation -> !operation.isMissingNode())
        .findFirst();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** Whatever has a schema of its own has it by name. */
  private void check(JsonNode schema, JsonNode body) {
    if (schema.has("$ref")) {
      check(schema.path("$ref").asText(), body);
    }
  }

  private void check(String reference, JsonNode body) {
    assertThat(
            schemas
                .computeIfAbsent(
                    reference, name -> registry.getSchema(SchemaLocation.of(ADDRESS + name)))
                .validate(body))
        .as("%s against %s", body, reference)
        .isEmpty();
  }
}
