package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import minsheng.contract.ContractSuite;
import minsheng.contract.Example;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The contract, of every function as a process of its own behind the gateway, over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayContractIT extends ContractSuite {

  private final Gateway gateway;
  private final String token;

  GatewayContractIT() throws Exception {
    KeyPair pair = Token.pair("EC", 256);
    token = new Token("ES256", "any").signed(pair.getPrivate());
    Path key = Files.createTempFile("issuer", ".pem");
    Files.writeString(key, Token.pem(pair));
    Map<String, String> settings = new HashMap<>(Token.issuer(key));
    settings.put("MINSHENG_RATE_LIMIT", "1000000");
    settings.put("MINSHENG_CONNECTION_LIMIT", "10000");
    gateway = Gateway.start(settings, "--all");
    Files.delete(key);
  }

  @Override
  protected Map<String, String> credentials() {
    return Map.of("Authorization", "Bearer " + token);
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Override
  protected URI base() {
    return gateway.base();
  }

  @Override
  protected String log() {
    return gateway.log();
  }

  @TestFactory
  Stream<DynamicTest> every_example_is_answered_over_http_2() {
    return Example.policies().stream()
        .flatMap(policy -> Example.of(policy).stream())
        .map(example -> dynamicTest(example.toString(), () -> check(example)));
  }

  private void check(Example example) throws Exception {
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/v1/policies/" + example.policy() + "/assess")
                .header("Content-Type", Gateway.JSON)
                .POST(BodyPublishers.ofString(example.request().toString())));
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    example.check(Gateway.json(response.body()));
  }

  @Test
  void a_request_goes_to_the_process_of_its_function() throws Exception {
    HttpResponse<String> response = gateway.assess();
    String id = response.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(gateway.log().lines().filter(line -> line.startsWith(id)))
        .singleElement()
        .asString()
        .contains(" POST assess " + Gateway.POLICY + " 200 ");
  }

  @Test
  void the_pages_are_there() throws Exception {
    for (String path : new String[] {"/", "/policies/" + Gateway.POLICY}) {
      HttpResponse<String> page = gateway.get(path);
      assertThat(page.body()).contains("<html lang=\"zh");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'self'");
    }
    for (String file : new String[] {"/app.js", "/questions.js", "/page.css", "/icon.svg"}) {
      assertThat(gateway.get(file).statusCode()).as(file).isEqualTo(200);
    }
  }
}
