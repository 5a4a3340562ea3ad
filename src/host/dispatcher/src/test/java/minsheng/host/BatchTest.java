package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import minsheng.contract.Rules;
import org.junit.jupiter.api.Test;

/** A batch line by line, however its body is cut into parts. */
class BatchTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ASSESS = "/v1/policies/childcare-subsidy/assess";
  private static final String NO_CHILD = "{\"facts\": {\"children\": []}}";
  private static final String UNKNOWN = "{\"facts\": {}}";

  private static final Dispatcher DISPATCHER =
      new Dispatcher(
          Functions.of(List.of(Rules.of("childcare-subsidy"), Rules.of("senior-card"))),
          OperatorValues.NONE,
          Clock.systemUTC());

  @Test
  void each_line_has_its_answer_in_the_same_order_and_then_comes_the_summary() {
    List<JsonNode> answers = whole(ASSESS, NO_CHILD + "\n" + UNKNOWN + "\r\n" + NO_CHILD + "\n");

    assertThat(answers).hasSize(4);
    assertThat(answers)
        .extracting(answer -> answer.path("outcome").asText())
        .startsWith("not-eligible", "needs-facts", "not-eligible");
    assertThat(answers.getLast().toString())
        .isEqualTo(
            "{\"summary\":{\"lines\":3,\"outcomes\":{\"needs-facts\":1,\"not-eligible\":2},\"faults\":0}}");
  }

  @Test
  void a_faulty_line_gets_a_problem_with_its_number_and_the_rest_goes_on() {
    List<JsonNode> answers =
        whole(
            ASSESS,
            String.join(
                "\n",
                "{\"facts\": {]}",
                NO_CHILD,
                "",
                "{\"facts\": {\"childern\": []}}",
                NO_CHILD));

    assertThat(answers.get(0).path("type").asText())
        .isEqualTo("urn:minsheng:problem:malformed-json");
    assertThat(answers.get(0).path("line").asInt()).isEqualTo(1);
    assertThat(answers.get(0).path("requestId").asText()).isNotBlank();
    assertThat(answers.get(2).path("line").asInt()).isEqualTo(3);
    assertThat(answers.get(3).at("/errors/0/near").asText()).isEqualTo("children");
    assertThat(answers.get(4).path("outcome").asText()).isEqualTo("not-eligible");
    assertThat(answers.getLast().at("/summary/lines").asInt()).isEqualTo(5);
    assertThat(answers.getLast().at("/summary/faults").asInt()).isEqualTo(3);
  }

  @Test
  void it_does_not_matter_where_the_body_is_cut() {
    byte[] body = (NO_CHILD + "\n" + UNKNOWN + "\n{\n" + NO_CHILD).getBytes(StandardCharsets.UTF_8);
    String whole = withoutId(text(batch(ASSESS), body, body.length));

    assertThat(IntStream.range(1, body.length))
        .allSatisfy(
            size -> assertThat(withoutId(text(batch(ASSESS), body, size))).isEqualTo(whole));
  }

  @Test
  void a_line_without_an_end_is_not_kept_and_costs_only_itself() {
    Batch batch = batch(ASSESS);
    byte[] part = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1_000; i++) {
      assertThat(batch.take(part)).isEmpty();
    }
    String answers =
        new String(
            batch.take(("\n" + NO_CHILD + "\n").getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);

    assertThat(answers.lines().map(BatchTest::json))
        .satisfiesExactly(
            first -> assertThat(first.path("status").asInt()).isEqualTo(413),
            second -> assertThat(second.path("outcome").asText()).isEqualTo("not-eligible"));
  }

  @Test
  void a_screening_counts_the_outcomes_of_every_policy() {
    List<JsonNode> answers = whole("/v1/screen", NO_CHILD + "\n" + NO_CHILD + "\n");

    assertThat(answers.getFirst().path("policies")).hasSize(2);
    assertThat(answers.getLast().path("summary").toString())
        .isEqualTo(
            "{\"lines\":2,\"outcomes\":{\"needs-facts\":2,\"not-eligible\":2},\"faults\":0}");
  }

  @Test
  void what_is_no_batch_is_dispatched_whole() {
    assertThat(DISPATCHER.batch(Ask.of("childcare-subsidy", NO_CHILD))).isEmpty();
    assertThat(DISPATCHER.batch(Ask.batch("/v1/policies/none/assess", NO_CHILD))).isEmpty();
    assertThat(DISPATCHER.batch(Ask.batch("/v1/screen/next", NO_CHILD))).isEmpty();
    assertThat(DISPATCHER.dispatch(Ask.batch("/v1/screen/next", NO_CHILD)).status()).isEqualTo(415);
    assertThat(DISPATCHER.dispatch(Ask.batch("/v1/policies/none/assess", NO_CHILD)).status())
        .isEqualTo(404);
  }

  @Test
  void over_a_transport_without_streams_the_answers_come_whole_or_not_at_all() {
    Response response = DISPATCHER.dispatch(Ask.batch(ASSESS, NO_CHILD + "\n" + NO_CHILD));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("Content-Type", "application/x-ndjson");
    assertThat(new String(response.body(), StandardCharsets.UTF_8).lines()).hasSize(3);

    Response tooMuch = DISPATCHER.dispatch(Ask.batch("/v1/screen", (UNKNOWN + "\n").repeat(4_000)));
    assertThat(tooMuch.status()).isEqualTo(413);
    assertThat(new String(tooMuch.body(), StandardCharsets.UTF_8)).contains("fewer lines");
  }

  private static Batch batch(String path) {
    return DISPATCHER.batch(Ask.batch(path, "")).orElseThrow();
  }

  private static List<JsonNode> whole(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return text(batch(path), bytes, bytes.length).lines().map(BatchTest::json).toList();
  }

  private static String withoutId(String answers) {
    return answers.replaceAll("\"requestId\":\"[0-9a-f]+\"", "");
  }

  /** The answers to a body that comes in parts of a size. */
  private static String text(Batch batch, byte[] body, int size) {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (int start = 0; start < body.length; start += size) {
      answers.writeBytes(
          batch.take(Arrays.copyOfRange(body, start, Math.min(body.length, start + size))));
    }
    answers.writeBytes(batch.end());
    return answers.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
