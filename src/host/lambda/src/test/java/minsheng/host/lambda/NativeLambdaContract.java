package minsheng.host.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipFile;
import minsheng.contract.ContractSuite;
import minsheng.contract.lambda.LambdaEmulator;
import minsheng.contract.lambda.PayloadFormat;
import minsheng.contract.lambda.RunningProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract, of the {@code bootstrap} in function.zip, behind an API Gateway that sends payloads
 * of one format.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NativeLambdaContract extends ContractSuite {

  private final PayloadFormat format;
  private LambdaEmulator lambda;
  private RunningProcess function;

  @SuppressWarnings("NullAway.Init") // set before all tests
  NativeLambdaContract(PayloadFormat format) {
    this.format = format;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    lambda = LambdaEmulator.start(format);
    function = lambda.launch(unpacked(folder), Map.of());
  }

  @AfterAll
  void stop() {
    function.close();
    lambda.close();
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
    return String.join("\n", function.log());
  }

  private static Path unpacked(Path folder) throws IOException {
    Path bootstrap = folder.resolve("bootstrap");
    try (ZipFile zip =
            new ZipFile(Path.of(System.getProperty("minsheng.build"), "function.zip").toFile());
        InputStream in = zip.getInputStream(zip.getEntry("bootstrap"))) {
      Files.copy(in, bootstrap);
    }
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bootstrap;
  }
}
