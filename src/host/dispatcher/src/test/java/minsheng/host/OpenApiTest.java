package minsheng.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import minsheng.contract.OpenApiDocument;
import minsheng.contract.Rules;
import minsheng.contract.WrittenDocument;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract as a document: current, and kept by every answer. That it is an OpenAPI document is
 * what the linter of {@code ./minsheng clients} looks at.
 */
class OpenApiTest {

  private static final Dispatcher ALL = of(Rules.all());
  private static final OpenApiDocument DOCUMENT = document(ALL);
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final String JSON = "application/json";
  private static final String ASSESS = "/v1/policies/childcare-subsidy/assess";

  private static Dispatcher of(List<Rule> rules) {
    return new Dispatcher(Functions.of(rules), OperatorValues.NONE, Clock.systemUTC());
  }

  private static OpenApiDocument document(Dispatcher dispatcher) {
    return new OpenApiDocument(ask(dispatcher, "GET", "/openapi.json", "").body());
  }

  private static Response ask(Dispatcher dispatcher, String method, String path, String body) {
    return dispatcher.dispatch(
        new Request(method, path, Map.of(), Map.of("content-type", JSON), body.getBytes(UTF_8)));
  }

  @Test
  void the_document_of_the_project_is_what_a_process_with_every_policy_answers()
      throws IOException {
    new WrittenDocument("infra/openapi/openapi.json")
        .isCurrent(new String(ask(ALL, "GET", "/openapi.json", "").body(), UTF_8));
  }

  @Test
  void its_schemas_are_json_schemas() {
    Schema metaschema =
        SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    for (Map.Entry<String, JsonNode> each :
        DOCUMENT.root().at("/components/schemas").properties()) {
      assertThat(metaschema.validate(each.getValue())).as(each.getKey()).isEmpty();
    }
  }

  @Test
  void each_operation_has_a_name_of_its_own_and_each_reference_an_end() {
    assertThat(DOCUMENT.root().path("paths").findValuesAsText("operationId"))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z0-9]+"));
    assertThat(DOCUMENT.root().findValuesAsText("$ref"))
        .allSatisfy(
            reference ->
                assertThat(DOCUMENT.root().at(reference.substring(1)).isMissingNode()).isFalse());
  }

  static Stream<Arguments> examples() {
    return DOCUMENT.root().path("paths").properties().stream()
        .flatMap(
            path ->
                content(path.getValue().at("/post/requestBody"))
                    .path("examples")
                    .properties()
                    .stream()
                    .map(each -> Arguments.of(path.getKey(), each.getKey())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_is_a_request_of_the_document_and_gets_the_answer_that_stands_there(
      String path, String id) {
    JsonNode operation = DOCUMENT.root().path("paths").path(path).path("post");
    JsonNode request = example(operation.path("requestBody"), id);
    DOCUMENT.checkRequest("POST", path, request);

    Response response = ask(ALL, "POST", path, request.toString());
    DOCUMENT.checkResponse("POST", path, response.status(), JSON, response.body());
    assertThat(Json.read(response.body())).isEqualTo(example(operation.at("/responses/200"), id));
  }

  private static JsonNode example(JsonNode body, String id) {
    // As a body is read, so that numbers are the same.
    return Json.read(
        content(body).path("examples").path(id).path("value").toString().getBytes(UTF_8));
  }

  private static JsonNode content(JsonNode body) {
    return body.path("content").path(JSON);
  }

  @Test
  void every_policy_has_examples_of_what_it_grants_and_refuses() {
    assertThat(examples().map(each -> each.get()[0]).distinct()).hasSize(Rules.all().size() + 2);
    assertThat(examples()).hasSizeGreaterThan(3 * Rules.all().size());
  }

  static Stream<Consumer<ObjectNode>> mistakes() {
    return Stream.of(
        answer -> answer.put("nobodyKnows", 1),
        answer -> answer.remove("basis"),
        answer -> answer.put("outcome", "perhaps"),
        answer -> answer.put("policy", "senior-card"),
        answer -> answer.put("asOf", "2026-02-30"),
        answer -> answer.withObject("/result").put("monthlyYuan", "500"),
        answer -> answer.withObject("/result").put("monthlyYuan", -1),
        answer -> answer.withObject("/result").put("yearlyYuan", 1),
        answer -> answer.withObject("/reasons/0").put("code", "no-such-reason"),
        answer -> answer.withObject("/result/children/0").putNull("months"),
        answer -> answer.withObject("/basis/0").put("evidence", "HEARSAY"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void an_answer_that_is_not_as_it_should_be_is_noticed(Consumer<ObjectNode> mistake) {
    ObjectNode answer =
        (ObjectNode)
            example(DOCUMENT.root().path("paths").path(ASSESS).at("/post/responses/200"), "CS-01");
    DOCUMENT.checkResponse("POST", ASSESS, 200, JSON, bytes(answer));

    mistake.accept(answer);
    assertThatThrownBy(() -> DOCUMENT.checkResponse("POST", ASSESS, 200, JSON, bytes(answer)))
        .isInstanceOf(AssertionError.class);
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(UTF_8);
  }

  @Test
  void the_document_of_one_policy_tells_of_no_other() {
    JsonNode paths = document(of(List.of(Rules.of("senior-card")))).root().path("paths");

    assertThat(paths.has("/v1/policies/senior-card/assess")).isTrue();
    assertThat(paths.toString())
        .doesNotContain("childcare-subsidy")
        .doesNotContain("ChildcareSubsidy");
  }

  @Test
  void where_nothing_is_screened_the_document_tells_of_no_screening() {
    Dispatcher assessing =
        new Dispatcher(
            new Functions(List.of(Rules.of("senior-card")), List.of()),
            OperatorValues.NONE,
            Clock.systemUTC());
    JsonNode root = document(assessing).root();

    assertThat(root.path("paths").has("/v1/screen")).isFalse();
    assertThat(root.at("/components/schemas").has("Finding")).isFalse();
    assertThat(root.at("/components/schemas").has("ChildrenBirthDate")).isFalse();
  }

  @Test
  void a_process_that_only_screens_publishes_no_assessment() {
    Dispatcher screening =
        new Dispatcher(
            new Functions(List.of(), List.of(Rules.of("senior-card"))),
            OperatorValues.NONE,
            Clock.systemUTC());

    assertThat(document(screening).root().path("paths").toString())
        .contains("/v1/screen")
        .doesNotContain("/assess");
  }
}
