package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import minsheng.contract.Rules;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;

/** What the dispatcher does where the contract suite cannot look: the clock, and errors of ours. */
class DispatcherTest {

  private static final Rule RULE = Rules.of("childcare-subsidy");

  @Test
  void today_is_the_day_in_harbin_and_not_in_greenwich() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T16:00:00Z"), ZoneId.of("Asia/Shanghai"));
    Response response =
        new Dispatcher(Functions.of(List.of(RULE)), OperatorValues.NONE, clock)
            .dispatch(Ask.of("childcare-subsidy", "{\"facts\": {}}"));
    assertThat(json(response).path("asOf").asText()).isEqualTo("2026-11-21");
  }

  @Test
  void amounts_that_do_not_fit_together_are_refused_and_never_cut_off() throws IOException {
    Response response =
        new Dispatcher(
                Functions.of(List.of(Rules.of("nursery-residential-utility-price"))),
                OperatorValues.NONE,
                Clock.systemUTC())
            .dispatch(
                Ask.of(
                    "nursery-residential-utility-price",
                    """
                    {"asOf": "2026-01-01",
                     "facts": {"institutionType": "nursery", "utility": "water", "utilityUnitsUsed": 10000000000},
                     "whatIf": {"waterResidentTariffYuan": 0, "waterCommercialTariffYuan": 10000000000}}
                    """));
    assertThat(response.status()).isEqualTo(422);
    assertThat(json(response).path("type").asText())
        .isEqualTo("urn:minsheng:problem:invalid-values");
    assertThat(json(response).path("detail").asText()).contains("too large");
  }

  @Test
  void an_error_of_ours_gives_a_number_and_tells_nothing_of_the_case() throws IOException {
    Logger logger = Logger.getLogger(Dispatcher.class.getName());
    StringBuilder log = new StringBuilder();
    Handler handler = new Recorder(log);
    logger.addHandler(handler);
    try {
      Response response =
          new Dispatcher(
                  Functions.of(List.of(new Broken())), OperatorValues.NONE, Clock.systemUTC())
              .dispatch(Ask.of("childcare-subsidy", "{\"facts\": {}}"));
      assertThat(response.status()).isEqualTo(500);
      JsonNode problem = json(response);
      assertThat(problem.path("type").asText()).isEqualTo("urn:minsheng:problem:internal-error");
      String number = problem.path("requestId").asText();
      assertThat(number).hasSize(16).isEqualTo(response.headers().get("X-Request-Id"));
      assertThat(problem.toString()).doesNotContain("secret").doesNotContain("IllegalState");
      assertThat(log.toString())
          .contains(number)
          .contains("IllegalStateException")
          .doesNotContain("secret");
    } finally {
      logger.removeHandler(handler);
    }
  }

  @Test
  void an_id_of_the_gateway_is_repeated_unless_it_could_do_harm() {
    assertThat(RequestId.of("req-7.A_b:c")).isEqualTo("req-7.A_b:c");
    for (String harmful : List.of("", "two words", "a\r\nSet-Cookie: b", "<id>", "x".repeat(65))) {
      assertThat(RequestId.of(harmful)).matches("[0-9a-f]{16}");
    }
    assertThat(RequestId.of(null)).matches("[0-9a-f]{16}").isNotEqualTo(RequestId.of(null));
  }

  private static JsonNode json(Response response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  /** A rule with a mistake in it, whose message repeats a fact. */
  private static final class Broken implements Rule {

    @Override
    public Policy policy() {
      return RULE.policy();
    }

    @Override
    public Assessment assess(Case situation) {
      throw new IllegalStateException("secret fact");
    }
  }

  private static final class Recorder extends Handler {

    private final StringBuilder log;

    Recorder(StringBuilder log) {
      this.log = log;
    }

    @Override
    public void publish(LogRecord record) {
      log.append(record.getMessage()).append(record.getThrown()).append('\n');
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
