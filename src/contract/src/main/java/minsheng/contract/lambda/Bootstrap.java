package minsheng.contract.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The {@code bootstrap} of a function package, started as Lambda starts it. */
public final class Bootstrap {
  static final String FUNCTION = "minsheng";
  static final String FUNCTION_ARN = "arn:aws:lambda:local:123456789012:function:" + FUNCTION;

  private Bootstrap() {}

  /**
   * Starts it in its own folder, with Lambda's variables and nothing else of ours but the path.
   *
   * @param runtimeApi host and port of the runtime API
   * @param environment what the function's configuration adds
   */
  public static RunningProcess start(
      Path bootstrap, String runtimeApi, Map<String, String> environment) throws IOException {
    Path executable = bootstrap.toAbsolutePath();
    if (!Files.isExecutable(executable)) {
      throw new IOException(executable + " is missing or not executable");
    }
    Path taskRoot = executable.resolveSibling("");
    ProcessBuilder builder = new ProcessBuilder(executable.toString()).directory(taskRoot.toFile());
    Map<String, String> variables = builder.environment();
    String path = variables.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.clear();
    variables.put("PATH", path);
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    variables.put("LAMBDA_RUNTIME_DIR", taskRoot.toString());
    variables.put("_HANDLER", "not.used.in.provided.runtime");
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", FUNCTION);
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + FUNCTION);
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("AWS_REGION", "local");
    variables.put("AWS_DEFAULT_REGION", "local");
    // Quarkus asks for it on Lambda: the signals there belong to the platform.
    variables.put("DISABLE_SIGNAL_HANDLERS", "true");
    variables.putAll(environment);
    return RunningProcess.start(builder);
  }
}
