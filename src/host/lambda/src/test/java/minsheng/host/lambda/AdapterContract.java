package minsheng.host.lambda;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
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
  protected String log() {
    return log.toString();
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
