package minsheng.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contract, of a native executable that {@code ./minsheng native} has built. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class NativeContractSuite extends ContractSuite {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Server server;

  protected NativeContractSuite() {
    try {
      server = Server.start(LIMIT, List.of(Server.executable().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  protected final URI base() {
    return server.base();
  }

  @Override
  protected final String log() {
    return String.join("\n", server.log());
  }
}
