package minsheng.contract.lambda;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function behind an API Gateway, on this machine.
 *
 * <pre>{@code
 * try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2);
 *     RunningProcess function = lambda.launch(bootstrap, Map.of())) {
 *   … any HTTP client against lambda.front() …
 * }
 * }</pre>
 */
public final class LambdaEmulator implements AutoCloseable {
  /** The longest an API Gateway waits for a function unless its quota is raised. */
  static final Duration LIMIT = Duration.ofSeconds(29);

  private final Integration integration;
  private final ApiGateway gateway;

  private LambdaEmulator(PayloadFormat format, Integration integration) throws IOException {
    this.integration = integration;
    this.gateway = new ApiGateway(format, integration);
  }

  /** For a function that speaks the runtime API. */
  public static LambdaEmulator start(PayloadFormat format) throws IOException {
    return start(format, LIMIT);
  }

  /** The same, with another time limit for one request. */
  public static LambdaEmulator start(PayloadFormat format, Duration limit) throws IOException {
    return new LambdaEmulator(format, RuntimeApi.start(limit));
  }

  /** For a function of this JVM: the same front, and no runtime API. */
  public static LambdaEmulator inProcess(PayloadFormat format, Handler handler) throws IOException {
    return new LambdaEmulator(format, new InProcess(handler));
  }

  /** Host and port, for {@code AWS_LAMBDA_RUNTIME_API}. */
  public String runtimeApi() {
    return overRuntimeApi().address();
  }

  /** Starts a {@code bootstrap} with the environment Lambda gives, and this runtime API. */
  public RunningProcess launch(Path bootstrap, Map<String, String> environment) throws IOException {
    return overRuntimeApi().launch(bootstrap, environment);
  }

  /** Where clients call. */
  public URI front() {
    return gateway.address();
  }

  @Override
  public void close() {
    integration.close();
    gateway.close();
  }

  private RuntimeApi overRuntimeApi() {
    if (integration instanceof RuntimeApi api) {
      return api;
    }
    throw new IllegalStateException("a function within this JVM has no runtime API");
  }
}
