package minsheng.host.lambda;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import minsheng.contract.ContractSuite;
import minsheng.contract.Rules;
import minsheng.contract.lambda.LambdaEmulator;
import minsheng.contract.lambda.PayloadFormat;
import minsheng.host.Dispatcher;
import minsheng.host.Functions;
import minsheng.host.OperatorValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract, of the adapter within this JVM, behind an API Gateway that sends payloads of one
 * format.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdapterContract extends ContractSuite {

  // What the test's own HTTP client logs is not the function's.
  private static final Logger LOGGER = Logger.getLogger("minsheng");

  private final PayloadFormat format;
  private final StringBuffer log = new StringBuffer();
  private final Handler recorder = new Recorder();
  private LambdaEmulator lambda;

  @SuppressWarnings("NullAway.Init") // set before all tests
  AdapterContract(PayloadFormat format) {
    this.format = format;
  }

  @BeforeAll
  void start() throws IOException {
    LOGGER.addHandler(recorder);
    Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    LambdaAdapter adapter =
        new LambdaAdapter(new Dispatcher(Functions.of(Rules.all()), OperatorValues.NONE, clock));
    lambda = LambdaEmulator.inProcess(format, adapter::handle);
  }

  @AfterAll
  void stop() {
    lambda.close();
    LOGGER.removeHandler(recorder);
  }

  @Override
  protected URI base() {
    return lambda.front();
  }

  @Override
  protected Map<String, String> credentials() {
    return Map.of("Authorization", "Bearer minsheng:batch");
  }

  @Override
  protected String log() {
    return log.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "minsheng", "minsheng:batches", "not-minsheng:batch"})
  void a_batch_is_refused_whose_sender_has_not_the_scope(String scope) {
    given()
        .baseUri(base().toString())
        .header("Content-Type", "application/x-ndjson; charset=utf-8")
        .header("Authorization", "Bearer " + scope)
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .post("/v1/policies/childcare-subsidy/assess")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .header("X-Request-Id", not(emptyString()))
        .body("type", equalTo("urn:minsheng:problem:forbidden"));
  }

  private final class Recorder extends Handler {

    @Override
    public void publish(LogRecord record) {
      log.append(record.getMessage()).append('\n');
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
