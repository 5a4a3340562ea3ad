package minsheng.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minsheng.contract.NativeContractSuite;
import minsheng.contract.Server;
import minsheng.contract.lambda.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, of the native HTTP executable that {@code ./minsheng native} has built. */
class NativeContractIT extends NativeContractSuite {

  @Test
  void a_start_without_trouble_logs_nothing() {
    assertThat(log()).isEmpty();
  }

  @Test
  void operators_values_that_cannot_be_used_stop_the_start_and_say_where(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("parameters.yaml");
    Files.writeString(
        file, "childcare-subsidy:\n  maxMonth:\n    - {value: 24, source: a notice}\n");
    ProcessBuilder builder = Server.builder(List.of(Server.executable().toString()));
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
}
