package minsheng.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import minsheng.contract.ContractSuite;
import minsheng.contract.lambda.RunningProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, of the native HTTP executable that {@code ./minsheng native} has built. */
class NativeContractIT extends ContractSuite {

  private static int port;
  private static RunningProcess process;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    port = freePort();
    ProcessBuilder builder = new ProcessBuilder(executable().toString());
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    process = RunningProcess.start(builder);
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!listens()) {
      assertThat(process.isAlive() && Instant.now().isBefore(end))
          .as(() -> "the executable starts: " + process.log())
          .isTrue();
      Thread.sleep(10);
    }
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Override
  protected URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  protected String log() {
    return String.join("\n", process.log());
  }

  @Test
  void a_start_without_trouble_logs_nothing() {
    assertThat(process.log()).isEmpty();
  }

  @Test
  void operators_values_that_cannot_be_used_stop_the_start_and_say_where(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("parameters.yaml");
    Files.writeString(
        file, "childcare-subsidy:\n  maxMonth:\n    - {value: 24, source: a notice}\n");
    ProcessBuilder builder = new ProcessBuilder(executable().toString());
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(freePort()));
    builder.environment().put("MINSHENG_PARAMETERS", file.toString());
    try (RunningProcess refused = RunningProcess.start(builder)) {
      assertThat(
              refused.awaitLine(
                  line -> line.contains("unknown parameter `maxMonth`: did you mean `maxMonths`?"),
                  Duration.ofSeconds(20)))
          .as(() -> "it says where: " + refused.log())
          .isTrue();
      for (int i = 0; i < 100 && refused.isAlive(); i++) {
        Thread.sleep(50);
      }
      assertThat(refused.isAlive()).as("it runs on").isFalse();
    }
  }

  private static Path executable() {
    Path folder = Path.of(System.getProperty("minsheng.build"));
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith("-runner")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
