package minsheng.station;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import minsheng.contract.ContractSuite;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The contract, of the station on the JVM. */
@QuarkusTest
class StationContractTest extends ContractSuite {

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "quarkus.log.file.path")
  Path log;

  @Override
  protected URI base() {
    return base;
  }

  @Override
  protected String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
