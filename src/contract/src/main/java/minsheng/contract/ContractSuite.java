package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every form must answer over HTTP. A form's own test says where the form listens and what it
 * has logged; forms that hold one policy alone are asked for that policy alone, and a form of
 * screening alone for what is tagged {@link #SCREENING}.
 */
public abstract class ContractSuite {

  private static final String SCREENING = "screening";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final String SECOND_CHILD = "/v1/policies/childcare-subsidy/assess";

  /** Examples of each policy that are screened as well. */
  private static final int SCREENED = 5;

  private static final String A_SECOND_CHILD =
      """
      {"asOf": "2026-11-21", "policies": ["childcare-subsidy"],
       "facts": {"children": [{"birthDate": "2015-03-01"},
        {"birthDate": "2025-06-01", "registrationDivision": "230103", "applicationDate": "2025-07-01"}]}}
      """;

  private @Nullable OpenApiDocument document;

  /** Where the form listens. */
  protected abstract URI base();

  /** Everything that the form has logged up to now. */
  protected abstract String log();

  /** The headers that the form asks of who sends a batch: none, unless a gateway is before it. */
  protected Map<String, String> credentials() {
    return Map.of();
  }

  @TestFactory
  Stream<DynamicTest> every_example_is_answered_as_it_says() {
    return policies().stream()
        .flatMap(policy -> Example.of(policy).stream())
        .map(example -> dynamicTest(example.toString(), () -> check(example)));
  }

  private void check(Example example) {
    Response response =
        post(
            "/v1/policies/" + example.policy() + "/assess",
            "application/json",
            bytes(example.request().toString()));
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    JsonNode answer = json(response);
    example.check(answer);
    assertThat(answer.path("policy").asText()).isEqualTo(example.policy());
    assertThat(answer.path("asOf").asText()).isEqualTo(example.request().path("asOf").asText());
    assertThat(answer.path("ruleset").asText()).matches("[0-9a-f]{16}");
    assertThat(answer.path("hypothetical").asBoolean())
        .isEqualTo(!example.request().path("whatIf").isEmpty());
    checkThatEveryClauseIsGiven(answer);
  }

  @Tag(SCREENING)
  @TestFactory
  Stream<DynamicTest> screening_answers_as_each_policy_does_by_itself() {
    return screened().stream()
        .flatMap(
            policy ->
                Example.of(policy).stream()
                    .filter(example -> example.request().path("whatIf").isEmpty())
                    .limit(SCREENED))
        .map(example -> dynamicTest(example.toString(), () -> screen(example)));
  }

  private void screen(Example example) {
    ObjectNode question = example.request().deepCopy();
    question.putArray("policies").add(example.policy());
    Response response = post("/v1/screen", "application/json", bytes(question.toString()));
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    JsonNode answer = json(response);
    assertThat(answer.path("policies")).hasSize(1);
    JsonNode finding = answer.path("policies").path(0);
    example.check(finding);
    checkThatEveryClauseIsGiven(finding);
    document().checkFinding(example.policy(), finding);
    assertThat(finding.path("nameZh").asText()).isNotBlank();
    assertThat(finding.path("standing").asText()).isIn("due", "possible", "not-due");
  }

  @Tag(SCREENING)
  @Test
  void an_interview_asks_one_question_after_the_other_and_none_that_is_skipped() {
    JsonNode first = next("{\"facts\": {}, \"policies\": [\"childcare-subsidy\"]}");
    assertThat(first.at("/question/path").asText()).isEqualTo("children");
    assertThat(first.at("/question/questionZh").asText()).isNotBlank();
    assertThat(first.at("/remaining/atMost").asInt()).isPositive();
    assertThat(first.at("/policies/0/decided").asBoolean()).isFalse();

    JsonNode second =
        next("{\"facts\": {\"children\": [{}]}, \"policies\": [\"childcare-subsidy\"]}");
    assertThat(second.at("/question/path").asText()).isEqualTo("children[0].birthDate");
    assertThat(second.at("/question/fact").asText()).isEqualTo("children[].birthDate");

    JsonNode skipped =
        next("{\"facts\": {}, \"skip\": [\"children\"], \"policies\": [\"childcare-subsidy\"]}");
    assertThat(skipped.path("question").isNull()).isTrue();

    JsonNode last = next("{\"facts\": {\"children\": []}, \"policies\": [\"childcare-subsidy\"]}");
    assertThat(last.path("question").isNull()).isTrue();
    assertThat(last.at("/policies/0/decided").asBoolean()).isTrue();
    assertThat(last.at("/policies/0/standing").asText()).isEqualTo("not-due");
  }

  @Tag(SCREENING)
  @Test
  void an_interview_asks_about_a_situation_only_who_is_in_it() {
    String family =
        "{\"facts\": {\"children\": [{}]}, \"policies\": [\"childcare-subsidy\"], \"situations\": [%s]}";
    String death = "children[0].deathDate";

    JsonNode before = next(family.formatted(""));
    assertThat(before.path("situations").findValuesAsText("path")).contains(death);
    assertThat(before.at("/question/path").asText()).isNotEqualTo(death);

    JsonNode after = next(family.formatted("\"" + death + "\""));
    assertThat(after.path("situations").findValuesAsText("path")).doesNotContain(death);
    assertThat(after.at("/question/path").asText()).isEqualTo(death);
  }

  private JsonNode next(String question) {
    return json(post("/v1/screen/next", "application/json", bytes(question)));
  }

  /**
   * Whatever a reason or a parameter rests on stands in the basis, and nothing stands there twice.
   */
  private static void checkThatEveryClauseIsGiven(JsonNode answer) {
    List<String> given = new ArrayList<>();
    answer.path("basis").forEach(clause -> given.add(clause.path("id").asText()));
    assertThat(given).doesNotHaveDuplicates();
    for (String reasons : List.of("reasons", "endsBecause")) {
      answer
          .path(reasons)
          .forEach(
              reason ->
                  reason.path("basis").forEach(id -> assertThat(given).contains(id.asText())));
    }
    answer
        .path("parameters")
        .forEach(
            parameter ->
                assertThat(
                        parameter.path("source").isNull()
                            || given.contains(parameter.path("source").asText()))
                    .isTrue());
  }

  @TestFactory
  Stream<DynamicTest> a_bad_request_gets_a_problem_document() {
    return BadRequest.all().stream()
        .filter(bad -> !bad.isScreening())
        .map(bad -> dynamicTest(bad.name(), () -> check(bad)));
  }

  @Tag(SCREENING)
  @TestFactory
  Stream<DynamicTest> a_bad_screening_gets_a_problem_document() {
    return BadRequest.all().stream()
        .filter(BadRequest::isScreening)
        .map(bad -> dynamicTest(bad.name(), () -> check(bad)));
  }

  private void check(BadRequest bad) {
    Response response = send(bad.method(), bad.path(), bad.contentType(), bad.body());
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(bad.status());
    assertThat(response.contentType()).startsWith("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.path("type").asText()).isEqualTo("urn:minsheng:problem:" + bad.type());
    assertThat(problem.path("status").asInt()).isEqualTo(bad.status());
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    List<String> faults = new ArrayList<>();
    problem
        .path("errors")
        .forEach(
            error ->
                faults.add(error.path("pointer").asText() + " " + error.path("code").asText()));
    faults.sort(null);
    assertThat(faults).isEqualTo(bad.sortedFaults());
    problem.path("errors").forEach(ContractSuite::checkThatItTeaches);
    if (bad.near() != null) {
      assertThat(problem.toString()).contains("`" + bad.near() + "`");
    }
    if (bad.status() == 405) {
      assertThat(response.header("Allow")).isNotBlank();
    }
    assertThat(log()).as("the log").doesNotContain(BadRequest.MARKER);
  }

  /** A wrong value: what was given and what is allowed; an unknown name: which one. */
  private static void checkThatItTeaches(JsonNode error) {
    assertThat(error.path("detail").asText()).isNotBlank();
    if (!error.path("code").asText().equals("missing-field")) {
      assertThat(error.path("given").asText()).isNotBlank();
    }
    if (!error.path("code").asText().startsWith("unknown-")
        || error.path("code").asText().equals("unknown-value")) {
      assertThat(error.path("allowed").asText()).isNotBlank();
    }
  }

  @Test
  void the_policies_are_listed_and_described() {
    JsonNode list = json(get("/v1/policies"));
    assertThat(list.path("policies")).isNotEmpty();
    for (JsonNode entry : list.path("policies")) {
      JsonNode policy = json(get("/v1/policies/" + entry.path("id").asText()));
      for (String name :
          List.of("id", "kind", "nameZh", "nameEn", "summaryZh", "authority", "audience")) {
        assertThat(policy.path(name).asText())
            .as(name)
            .isNotBlank()
            .isEqualTo(entry.path(name).asText());
      }
      for (String name : List.of("facts", "result", "reasons", "clauses")) {
        assertThat(policy.path(name)).as(name).isNotEmpty();
      }
      assertThat(policy.path("parameters").isArray()).as("parameters").isTrue();
      policy
          .path("facts")
          .forEach(fact -> assertThat(fact.path("questionZh").asText()).isNotBlank());
    }
  }

  @Test
  void measures_without_a_rule_are_listed_when_they_are_asked_for() {
    JsonNode plain = json(get("/v1/policies"));
    JsonNode whole = json(get("/v1/policies?include=information"));

    assertThat(plain.path("policies")).noneMatch(ContractSuite::isInformation);
    assertThat(whole.path("policies"))
        .containsAll(plain.path("policies"))
        .hasSizeGreaterThan(plain.path("policies").size())
        .filteredOn(ContractSuite::isInformation)
        .allSatisfy(
            measure -> {
              assertThat(measure.path("nameZh").asText()).isNotBlank();
              assertThat(measure.path("authority").asText()).isNotBlank();
              assertThat(measure.path("clause").path("quote").asText()).isNotBlank();
            });
  }

  private static boolean isInformation(JsonNode entry) {
    return entry.path("kind").asText().equals("information");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/policies?include=informations, unknown-value, ?include, information",
    "/v1/policies?includes=information, unknown-query-parameter, ?includes, include",
    "/v1/divisions?include=information, unknown-query-parameter, ?include, ",
  })
  void a_query_that_nobody_knows_is_refused(
      String path, String code, String pointer, @Nullable String remedy) {
    Response response = get(path);
    JsonNode error = json(response).path("errors").path(0);

    assertThat(response.statusCode()).isBetween(400, 422);
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("pointer").asText()).isEqualTo(pointer);
    assertThat(error.path("detail").asText()).contains(remedy == null ? "unknown" : remedy);
  }

  @Test
  void the_contract_is_published_of_the_policies_that_are_here_and_of_no_other() {
    Response response = get("/openapi.json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/json");
    assertThat(document().root().path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(
            document().root().path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> path.endsWith("/assess")))
        .containsExactlyInAnyOrderElementsOf(
            policies().stream().map(id -> "/v1/policies/" + id + "/assess").toList());
  }

  @Test
  void the_eighteen_divisions_are_listed() {
    JsonNode divisions = json(get("/v1/divisions"));
    assertThat(divisions.path("divisions")).hasSize(18);
    assertThat(
            StreamSupport.stream(divisions.path("divisions").spliterator(), false)
                .filter(each -> each.path("class").asText().equals("district")))
        .hasSize(9);
    assertThat(divisions.at("/city/code").asText()).isEqualTo("230100");
  }

  @Test
  void a_type_of_a_body_that_is_not_there_changes_nothing() {
    for (String form :
        List.of("multipart/form-data; boundary=x", "application/x-www-form-urlencoded")) {
      Response response = send("GET", "/v1/divisions", form, new byte[0]);
      assertThat(response.statusCode()).as(form).isEqualTo(200);
    }
  }

  @Test
  void a_supposed_value_marks_the_answer_and_is_told_as_such() {
    JsonNode answer =
        json(
            post(
                SECOND_CHILD,
                "application/json",
                bytes(
                    """
                    {"asOf": "2026-11-21", "whatIf": {"upliftSecondYuan": 300.5},
                     "facts": {"children": [{"birthDate": "2015-03-01"},
                      {"birthDate": "2025-06-01", "registrationDivision": "230103", "applicationDate": "2025-07-01"}]}}
                    """)));
    assertThat(answer.path("hypothetical").asBoolean()).isTrue();
    assertThat(answer.at("/result/monthlyYuan").decimalValue()).isEqualByComparingTo("600.5");
    JsonNode supposed =
        StreamSupport.stream(answer.path("parameters").spliterator(), false)
            .filter(each -> each.path("name").asText().equals("upliftSecondYuan"))
            .findFirst()
            .orElseThrow();
    assertThat(supposed.path("evidence").asText()).isEqualTo("HYPOTHETICAL");
    assertThat(supposed.path("source").isNull()).isTrue();
  }

  @Test
  void a_null_is_the_same_as_an_absent_fact() {
    JsonNode answer =
        json(
            post(
                SECOND_CHILD,
                "application/json",
                bytes("{\"asOf\": null, \"facts\": {\"children\": null}, \"whatIf\": null}")));
    assertThat(answer.path("outcome").asText()).isEqualTo("needs-facts");
    assertThat(answer.path("missingFacts").toString()).isEqualTo("[\"children\"]");
    assertThat(answer.path("asOf").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
  }

  @Test
  void facts_of_other_policies_are_ignored() {
    Response response =
        post(
            SECOND_CHILD,
            "application/json; charset=utf-8",
            bytes("{\"facts\": {\"children\": [], \"fetusCount\": 1, \"utility\": \"gas\"}}"));
    assertThat(json(response).path("outcome").asText()).isEqualTo("not-eligible");
  }

  @Tag(SCREENING)
  @Test
  void the_days_of_a_screening_come_as_a_calendar_when_it_is_accepted() {
    Response calendar = screened("application/json;q=0.1, text/calendar");
    assertThat(calendar.statusCode()).as(calendar.asString()).isEqualTo(200);
    assertThat(calendar.contentType()).isEqualToIgnoringCase("text/calendar; charset=utf-8");
    assertThat(calendar.header("Cache-Control")).isEqualTo("no-store");
    assertThat(calendar.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"minsheng.ics\"");
    assertThat(new String(calendar.asByteArray(), StandardCharsets.UTF_8))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("\r\nDTSTART;VALUE=DATE:20261101\r\nSUMMARY:哈尔滨市育儿补贴(第2个孩子)")
        .endsWith("END:VCALENDAR\r\n");

    Response answer = screened("application/json, text/calendar;q=0");
    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(json(answer).path("policies")).hasSize(1);
    assertThat(List.of(calendar, answer))
        .extracting(each -> each.header("Vary"))
        .containsOnly("Accept");
  }

  private Response screened(String accept) {
    Response response =
        request("application/json", bytes(A_SECOND_CHILD))
            .header("Accept", accept)
            .post("/v1/screen");
    check("POST", "/v1/screen", response);
    return response;
  }

  @Test
  void a_batch_is_answered_line_by_line_with_a_summary_at_the_end() {
    List<JsonNode> lines =
        batch(
            SECOND_CHILD,
            "{\"facts\": {\"children\": []}}\n{\"facts\": {\""
                + BadRequest.MARKER
                + "\": 1}}\n{\"facts\": {}}");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).path("outcome").asText()).isEqualTo("not-eligible");
    assertThat(lines.get(1).path("status").asInt()).isEqualTo(400);
    assertThat(lines.get(1).path("line").asInt()).isEqualTo(2);
    assertThat(lines.get(2).path("outcome").asText()).isEqualTo("needs-facts");
    assertThat(lines.get(3).at("/summary/lines").asInt()).isEqualTo(3);
    assertThat(lines.get(3).at("/summary/faults").asInt()).isEqualTo(1);
    assertThat(log()).as("the log").doesNotContain(BadRequest.MARKER);
  }

  @Tag(SCREENING)
  @Test
  void a_batch_of_screenings_is_answered_line_by_line() {
    String line = "{\"facts\": {\"children\": []}, \"policies\": [\"childcare-subsidy\"]}\n";
    List<JsonNode> lines = batch("/v1/screen", line + line);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).at("/policies/0/outcome").asText()).isEqualTo("not-eligible");
    assertThat(lines.get(2).at("/summary/outcomes/not-eligible").asInt()).isEqualTo(2);
  }

  private List<JsonNode> batch(String path, String lines) {
    Response response =
        request("application/x-ndjson", bytes(lines)).headers(credentials()).post(path);
    check("POST", path, response);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/x-ndjson");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    return new String(response.asByteArray(), StandardCharsets.UTF_8)
        .lines()
        .map(line -> json(bytes(line)))
        .toList();
  }

  @Test
  void a_problem_has_the_id_of_its_request() {
    Response response = get("/v1/none");
    assertThat(json(response).path("requestId").asText())
        .isNotBlank()
        .isEqualTo(response.header("X-Request-Id"));
    assertThat(get("/v1/divisions").header("X-Request-Id")).isNotBlank();
  }

  @Test
  void an_answer_is_kept_by_nobody() {
    Response response = post(SECOND_CHILD, "application/json", bytes("{\"facts\": {}}"));
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    assertThat(response.contentType()).startsWith("application/json");
  }

  /** The policies that are assessed one by one. */
  private List<String> policies() {
    return texts(json(get("/v1/policies")), "id");
  }

  /** The policies that are screened together. */
  private List<String> screened() {
    return texts(next("{\"facts\": {}}"), "policy");
  }

  private static List<String> texts(JsonNode list, String name) {
    List<String> texts = new ArrayList<>();
    list.path("policies").forEach(policy -> texts.add(policy.path(name).asText()));
    return texts;
  }

  private Response get(String path) {
    return send("GET", path, null, new byte[0]);
  }

  private Response post(String path, String contentType, byte[] body) {
    return send("POST", path, contentType, body);
  }

  private Response send(String method, String path, @Nullable String contentType, byte[] body) {
    Response response = request(contentType, body).request(method, path);
    check(method, path, response);
    return response;
  }

  /** Whatever is answered is answered as the form's own document says. */
  private void check(String method, String path, Response response) {
    document()
        .checkResponse(
            method,
            path.split("\\?", 2)[0],
            response.statusCode(),
            response.contentType().split(";", 2)[0],
            response.asByteArray());
  }

  private OpenApiDocument document() {
    if (document == null) {
      document = new OpenApiDocument(request(null, new byte[0]).get("/openapi.json").asByteArray());
    }
    return document;
  }

  private RequestSpecification request(@Nullable String contentType, byte[] body) {
    // As it stands in the table, and nothing made of it.
    EncoderConfig asItIs =
        EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY);
    RequestSpecification request =
        RestAssured.given()
            .baseUri(base().toString())
            .urlEncodingEnabled(false)
            .config(RestAssuredConfig.config().encoderConfig(asItIs));
    if (contentType != null) {
      request = request.header("Content-Type", contentType);
    }
    if (body.length > 0) {
      request = contentType == null ? request.noContentType().body(body) : request.body(body);
    }
    return request;
  }

  private static JsonNode json(Response response) {
    return json(response.asByteArray());
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
