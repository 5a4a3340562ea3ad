package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import minsheng.contract.ContractSuite;
import minsheng.contract.Example;
import minsheng.contract.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract, of the station as one native image with every policy and the page. */
class NativeStationIT extends ContractSuite {

  private static Server server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = Server.start(Duration.ofSeconds(20), List.of(Server.executable().toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected URI base() {
    return server.base();
  }

  @Override
  protected String log() {
    return String.join("\n", server.log());
  }

  @Test
  void every_policy_is_in_it() {
    List<String> ids =
        RestAssured.get(base().resolve("/v1/policies")).jsonPath().getList("policies.id");
    assertThat(ids).containsExactlyInAnyOrderElementsOf(Example.policies());
  }

  @Test
  void the_page_is_in_it() {
    assertThat(RestAssured.get(base()).asString()).contains("<html lang=\"zh");
  }
}
