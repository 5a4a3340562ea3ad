package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import minsheng.contract.lambda.RunningProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, failures and what is told to nobody: the gateway before two functions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayResilienceIT {

  private static final String OTHER = "senior-card";
  private static final String ORIGIN = "https://town.example";
  private static final String SECRET = "secret-fact-7391";
  private static final String FUNCTIONS = Gateway.POLICY + "," + OTHER;

  private Gateway gateway;

  @BeforeAll
  void start() throws Exception {
    gateway =
        Gateway.start(
            Map.of(
                "MINSHENG_RATE_LIMIT",
                "1000000",
                "MINSHENG_CORS_ORIGINS",
                "https://a.example, " + ORIGIN),
            "--functions",
            FUNCTIONS);
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  // --- Limits

  @Test
  void a_body_over_its_limit_is_refused_however_it_is_sent() throws Exception {
    byte[] large = " ".repeat(4 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    for (HttpClient.Version version : HttpClient.Version.values()) {
      for (HttpRequest.BodyPublisher body :
          List.of(
              BodyPublishers.ofByteArray(large),
              BodyPublishers.ofByteArray(large, 0, 65_537),
              BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large, 0, 65_537)),
              BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))) {
        HttpRequest request =
            gateway.request(Gateway.ASSESS).header("Content-Type", Gateway.JSON).POST(body).build();
        HttpResponse<String> response =
            gateway.client(version).send(request, BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(version);
        Gateway.checkProblem(response, 413, "body-too-large");
      }
    }
  }

  @Test
  void a_body_of_the_limit_is_taken() throws Exception {
    String body = Gateway.NO_FACTS + " ".repeat(65_536 - Gateway.NO_FACTS.length());
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request(Gateway.ASSESS)
                .header("Content-Type", Gateway.JSON)
                .POST(BodyPublishers.ofString(body)));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_that_does_not_come_is_waited_for_ten_seconds() throws Exception {
    String answer =
        gateway.raw(
            "POST "
                + Gateway.ASSESS
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{");
    assertThat(answer)
        .startsWith("HTTP/1.1 408 ")
        .contains("application/problem+json", "urn:minsheng:problem:request-timeout", "requestId");
  }

  @Test
  void addresses_and_headers_have_limits() throws Exception {
    Gateway.checkProblem(gateway.get("/v1/policies?" + "a".repeat(2000)), 414, "address-too-long");
    Gateway.checkProblem(
        gateway.send(gateway.request("/v1/policies").header("X-Long", "a".repeat(9000))),
        431,
        "headers-too-large");
  }

  @Test
  void whoever_asks_too_often_is_told_when_to_come_back() throws Exception {
    try (Gateway limited =
        Gateway.start(Map.of("MINSHENG_RATE_LIMIT", "20"), "--functions", Gateway.POLICY)) {
      List<HttpResponse<String>> responses = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        responses.add(limited.assess());
      }
      assertThat(responses.subList(0, 20)).extracting(HttpResponse::statusCode).containsOnly(200);
      for (HttpResponse<String> refused : responses.subList(20, 25)) {
        Gateway.checkProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
      }
    }
  }

  @Test
  void connections_are_limited() throws Exception {
    try (Gateway limited =
        Gateway.start(Map.of("MINSHENG_CONNECTION_LIMIT", "3"), "--functions", Gateway.POLICY)) {
      List<HttpClient> clients = new ArrayList<>();
      HttpResponse<String> last = limited.assess();
      for (int i = 0; i < 3; i++) {
        HttpClient client = limited.client(HttpClient.Version.HTTP_2);
        clients.add(client);
        last = client.send(limited.assessment(Gateway.JSON).build(), BodyHandlers.ofString());
      }
      Gateway.checkProblem(last, 429, "too-many-requests");
      clients.forEach(HttpClient::close);
    }
  }

  // --- Headers

  @Test
  void every_answer_has_an_id_of_the_gateways_own_and_its_line_in_the_log() throws Exception {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> response =
          gateway.send(gateway.assessment(Gateway.JSON).header("X-Request-Id", SECRET));
      ids.add(response.headers().firstValue("X-Request-Id").orElseThrow());
      assertThat(response.headers().allValues("X-Request-Id")).hasSize(1);
    }
    assertThat(ids).hasSize(20).doesNotContain(SECRET);
    assertThat(
            Gateway.within(
                Duration.ofSeconds(5), () -> ids.stream().allMatch(gateway.log()::contains)))
        .isTrue();
  }

  @Test
  void security_headers_are_on_every_answer() throws Exception {
    for (String path : List.of("/", "/v1/policies", "/nothing-here", "/q/health")) {
      HttpHeaders headers = gateway.get(path).headers();
      assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
    }
  }

  @Test
  void a_configured_origin_may_call_and_read() throws Exception {
    HttpResponse<String> preflight =
        gateway.send(
            gateway
                .request(Gateway.ASSESS)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "POST"));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Content-Type", "Authorization");
    for (HttpResponse<String> response :
        List.of(
            preflight,
            gateway.send(gateway.assessment(Gateway.JSON).header("Origin", ORIGIN)),
            gateway.send(gateway.assessment(Gateway.NDJSON).header("Origin", ORIGIN)))) {
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
      assertThat(response.headers().allValues("Vary")).contains("Origin");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://town.example.evil",
        "null",
        "http://town.example"
      })
  void another_origin_may_not(String origin) throws Exception {
    for (String method : List.of("OPTIONS", "POST")) {
      HttpResponse<String> response =
          gateway.send(
              gateway
                  .assessment(Gateway.JSON)
                  .method(method, BodyPublishers.ofString(Gateway.NO_FACTS))
                  .header("Origin", origin)
                  .header("Access-Control-Request-Method", "POST"));
      assertThat(response.headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  // --- Odd requests

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRACE /v1/policies HTTP/1.1",
        "CONNECT localhost:80 HTTP/1.1",
        "FOO /v1/policies HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "GET /% HTTP/1.1",
        "GET /v1/policies/%zz HTTP/1.1",
        "GET //v1/policies HTTP/1.1",
        "GET /nothing-here HTTP/1.1",
        "GET /Q/%68ealth HTTP/1.1",
        "POST /policies/childcare-subsidy HTTP/1.1",
        "GET /v1/policies/" + "care-of-nothing" + " HTTP/1.1",
        "POST /v1/screen HTTP/1.1",
      })
  void a_request_that_nobody_answers_gets_a_problem_document(String line) throws Exception {
    String answer =
        gateway.raw(line + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d ").contains("application/problem+json");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("x-request-id: ");
  }

  @Test
  void a_second_request_is_never_hidden_in_a_first() throws Exception {
    String head =
        "POST "
            + Gateway.ASSESS
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    String hidden = "GET /v1/divisions HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (String lengths :
        List.of(
            "Content-Length: 0\r\nContent-Length: 9\r\n",
            "Content-Length: +0\r\n",
            "Content-Length: 0, 9\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "Transfer-Encoding : chunked\r\n",
            "Transfer-Encoding:\u000bchunked\r\n",
            "Content-Length: 0\r\n Content-Length: 9\r\n")) {
      assertThat(gateway.raw(head + lengths + "\r\n" + hidden))
          .as(lengths)
          .startsWith("HTTP/1.1 400 ")
          .doesNotContain("230103");
    }
    // Both lengths: the chunks count, and the connection ends with the answer.
    assertThat(
            gateway.raw(
                head + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden))
        .doesNotContain("230103");
  }

  @Test
  void what_cannot_be_read_ends_no_other_connection() throws Exception {
    String good = "GET /v1/divisions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 800; i++) {
        String request = i % 2 == 0 ? good : "no request\r\n\r\n";
        String expected = i % 2 == 0 ? "HTTP/1.1 200 " : "HTTP/1.1 400 ";
        callers.submit(
            () -> {
              try {
                String answer = gateway.raw(request);
                if (!answer.startsWith(expected)) {
                  failures.add(answer);
                }
              } catch (IOException e) {
                failures.add(e.toString());
              }
            });
      }
    }
    assertThat(failures).isEmpty();
    assertThat(gateway.log()).doesNotContain("Lua");
  }

  @Test
  void a_connection_is_not_upgraded_behind_the_gateway() throws Exception {
    String answer =
        gateway.raw(
            "GET /v1/divisions HTTP/1.1\r\nHost: localhost\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void no_log_holds_anything_of_a_request() throws Exception {
    String path = "/" + SECRET;
    gateway.get(path);
    gateway.get("/v1/policies/" + SECRET);
    gateway.get("/policies/" + SECRET);
    gateway.get("/v1/policies?include=" + SECRET);
    gateway.send(gateway.request("/v1/policies").method(SECRET, BodyPublishers.noBody()));
    gateway.send(
        gateway
            .request(Gateway.ASSESS)
            .header("Content-Type", Gateway.JSON)
            .header("Cookie", SECRET)
            .header("User-Agent", SECRET)
            .header("Referer", "https://town.example/" + SECRET)
            .header("Authorization", "Bearer " + SECRET)
            .POST(BodyPublishers.ofString("{\"facts\": {\"" + SECRET + "\": 1}}")));
    gateway.raw("GET /" + SECRET + " HTTP/1.1\r\n" + SECRET + " : x\r\n\r\n");
    String last = gateway.get("/v1/divisions").headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(Gateway.within(Duration.ofSeconds(5), () -> gateway.log().contains(last))).isTrue();
    assertThat(gateway.log()).doesNotContain(SECRET);
  }

  // --- Failures

  @Test
  void a_function_that_dies_is_taken_out_and_comes_back_by_itself() throws Exception {
    ProcessHandle function = processOf(OTHER);
    HttpRequest request =
        gateway
            .request("/v1/policies/" + OTHER + "/assess")
            .header("Content-Type", Gateway.JSON)
            .POST(BodyPublishers.ofString(Gateway.NO_FACTS))
            .build();
    ConcurrentLinkedQueue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
    AtomicInteger broken = new AtomicInteger();
    AtomicBoolean ends = new AtomicBoolean();
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        var unused = callers.submit(() -> call(request, answers, broken, ends));
      }
      assertThat(Gateway.within(Duration.ofSeconds(20), () -> answers.size() > 50)).isTrue();
      function.destroyForcibly();
      assertThat(
              Gateway.within(
                  Duration.ofSeconds(20),
                  () -> answers.stream().anyMatch(each -> each.statusCode() == 503)))
          .as("it is out")
          .isTrue();
      assertThat(gateway.assess().statusCode()).as("others go on").isEqualTo(200);
      int seen = answers.size();
      assertThat(
              Gateway.within(
                  Duration.ofSeconds(60),
                  () -> answers.stream().skip(seen).anyMatch(each -> each.statusCode() == 200)))
          .as("it is back")
          .isTrue();
      ends.set(true);
    }
    assertThat(broken).hasValue(0);
    for (HttpResponse<String> answer : answers) {
      if (answer.statusCode() != 200) {
        Gateway.checkProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
      }
    }
  }

  private void call(
      HttpRequest request,
      ConcurrentLinkedQueue<HttpResponse<String>> answers,
      AtomicInteger broken,
      AtomicBoolean ends) {
    HttpClient client = gateway.client(HttpClient.Version.HTTP_2);
    while (!ends.get()) {
      try {
        answers.add(client.send(request, BodyHandlers.ofString()));
        Thread.sleep(5);
      } catch (IOException e) {
        broken.incrementAndGet();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP_2", "HTTP_1_1"})
  void a_reload_under_load_drops_nothing(HttpClient.Version version) throws Exception {
    HttpRequest request = gateway.assessment(Gateway.JSON).build();
    AtomicBoolean ends = new AtomicBoolean();
    AtomicInteger answered = new AtomicInteger();
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        HttpClient client = gateway.client(version);
        running.add(
            callers.submit(
                () -> {
                  while (!ends.get()) {
                    try {
                      int status = client.send(request, BodyHandlers.ofString()).statusCode();
                      answered.incrementAndGet();
                      if (status != 200) {
                        failures.add("status " + status);
                      }
                    } catch (IOException e) {
                      failures.add(e.toString());
                    } catch (InterruptedException e) {
                      return;
                    }
                  }
                }));
      }
      for (int reload = 1; reload <= 3; reload++) {
        int goal = answered.get() + 300;
        assertThat(Gateway.within(Duration.ofSeconds(30), () -> answered.get() > goal)).isTrue();
        assertThat(gateway.reload()).isTrue();
      }
      int goal = answered.get() + 300;
      assertThat(Gateway.within(Duration.ofSeconds(30), () -> answered.get() > goal)).isTrue();
      ends.set(true);
      for (Future<?> each : running) {
        each.get();
      }
    }
    assertThat(failures).as("of %s requests", answered).isEmpty();
  }

  @Test
  void ctrl_c_leaves_no_process() throws Exception {
    Gateway brief = Gateway.start(Map.of(), "--functions", Gateway.POLICY);
    ProcessHandle up = ProcessHandle.of(brief.process().pid()).orElseThrow();
    List<ProcessHandle> family = up.descendants().toList();
    assertThat(family).hasSizeGreaterThanOrEqualTo(4);
    new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();
    assertThat(
            Gateway.within(
                Duration.ofSeconds(20),
                () -> !up.isAlive() && family.stream().noneMatch(ProcessHandle::isAlive)))
        .isTrue();
    assertThat(brief.listens()).isFalse();
  }

  @Test
  void a_start_that_fails_leaves_no_process_and_says_why(@TempDir Path folder) throws Exception {
    Path values = folder.resolve("values.yaml");
    Files.writeString(
        values, Gateway.POLICY + ":\n  maxMonth:\n    - {value: 24, source: a notice}\n");
    try (RunningProcess up = refused(Map.of("MINSHENG_PARAMETERS", values.toString()), FUNCTIONS)) {
      assertThat(up.log())
          .anyMatch(line -> line.contains("did you mean `maxMonths`?"))
          .anyMatch(line -> line.endsWith("did not start; it said why above."));
    }
    try (RunningProcess up = refused(Map.of(), "senior-cart")) {
      assertThat(up.log())
          .singleElement()
          .asString()
          .contains("there is no function `senior-cart`; there are: screen, ");
    }
    try (RunningProcess up = refused(Map.of("MINSHENG_JWT_ISSUER", "x"), FUNCTIONS)) {
      assertThat(up.log()).singleElement().asString().contains("MINSHENG_JWT_AUDIENCE is missing");
    }
    try (RunningProcess up = refused(Map.of("MINSHENG_CORS_ORIGINS", "*"), FUNCTIONS)) {
      assertThat(up.log()).last().asString().contains("MINSHENG_CORS_ORIGINS needs origins");
    }
  }

  private RunningProcess refused(Map<String, String> settings, String functions) throws Exception {
    RunningProcess up =
        RunningProcess.start(
            Gateway.launcher(settings, gateway.port() + 1, "--functions", functions));
    ProcessHandle process = ProcessHandle.of(up.pid()).orElseThrow();
    Set<ProcessHandle> family = new HashSet<>();
    assertThat(
            Gateway.within(
                Duration.ofSeconds(60),
                () -> {
                  process.descendants().forEach(family::add);
                  return !process.isAlive();
                }))
        .as(() -> "it ends: " + up.log())
        .isTrue();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
    // Its last words may still be on their way.
    assertThat(up.awaitLine(line -> false, Duration.ofSeconds(10))).isFalse();
    return up;
  }

  /** The process that answers for a function, by its environment. */
  private ProcessHandle processOf(String function) {
    return ProcessHandle.of(gateway.process().pid())
        .orElseThrow()
        .descendants()
        .filter(each -> environment(each).contains("MINSHENG_FUNCTIONS=" + function))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> environment(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", String.valueOf(process.pid()), "environ");
      return List.of(Files.readString(file).split("\0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
