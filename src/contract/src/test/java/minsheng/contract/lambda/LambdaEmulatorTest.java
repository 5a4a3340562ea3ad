package minsheng.contract.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LambdaEmulatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOT_UTF_8 = {(byte) 0xff, 0x00, (byte) 0x80};
  private static final String BASE = "/2018-06-01/runtime";

  private final HttpClient client = HttpClient.newHttpClient();

  @Nested
  class AnEvent {

    @Test
    void of_format_2_has_the_parts_an_http_api_sends() throws Exception {
      JsonNode event = eventOf(PayloadFormat.V2, LambdaEmulatorTest::aRequest);

      assertThat(event.path("version").asText()).isEqualTo("2.0");
      assertThat(event.path("routeKey").asText()).isEqualTo("$default");
      assertThat(event.path("rawPath").asText()).isEqualTo("/v1/policies/哈 尔/assess");
      assertThat(event.path("rawQueryString").asText()).isEqualTo("lang=zh&lang=en&day=1%2B2&bare");
      assertThat(event.path("queryStringParameters"))
          .isEqualTo(json("{'lang':'zh,en','day':'1+2','bare':''}"));
      assertThat(event.path("headers").path("content-type").asText()).isEqualTo("application/json");
      assertThat(event.path("headers").path("x-agency").asText()).isEqualTo("a,b");
      assertThat(event.path("headers").has("cookie")).isFalse();
      assertThat(event.path("headers").fieldNames())
          .toIterable()
          .allSatisfy(name -> assertThat(name).isLowerCase())
          .contains("x-forwarded-for", "x-amzn-trace-id")
          .doesNotContain("connection", "upgrade", "http2-settings");
      assertThat(event.path("cookies")).isEqualTo(json("['a=1','b=2']"));
      JsonNode context = event.path("requestContext");
      assertThat(context.path("stage").asText()).isEqualTo("$default");
      JsonNode http = context.path("http");
      assertThat(http.path("method").asText()).isEqualTo("POST");
      assertThat(http.path("path").asText()).isEqualTo("/v1/policies/哈 尔/assess");
      assertThat(http.path("protocol").asText()).isEqualTo("HTTP/1.1");
      assertThat(http.path("sourceIp").asText()).isEqualTo("127.0.0.1");
      assertThat(http.path("userAgent").asText()).isEqualTo("test \"agent\"");
      assertThat(event.path("body").asText()).isEqualTo("{\"问\":\"\\n\"}\n\u0001");
      assertThat(event.path("isBase64Encoded")).isEqualTo(json("false"));
    }

    @Test
    void of_format_1_has_the_parts_a_rest_api_sends() throws Exception {
      JsonNode event = eventOf(PayloadFormat.V1, LambdaEmulatorTest::aRequest);

      assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
      assertThat(event.path("resource").asText()).isEqualTo("/{proxy+}");
      assertThat(event.path("path").asText())
          .isEqualTo("/v1/policies/%E5%93%88%20%E5%B0%94/assess");
      assertThat(event.path("queryStringParameters"))
          .isEqualTo(json("{'lang':'en','day':'1+2','bare':''}"));
      assertThat(event.path("multiValueQueryStringParameters"))
          .isEqualTo(json("{'lang':['zh','en'],'day':['1+2'],'bare':['']}"));
      assertThat(header(event.path("headers"), "x-agency").asText()).isEqualTo("b");
      assertThat(header(event.path("multiValueHeaders"), "x-agency")).isEqualTo(json("['a','b']"));
      JsonNode context = event.path("requestContext");
      assertThat(context.path("httpMethod").asText()).isEqualTo("POST");
      assertThat(context.path("resourcePath").asText()).isEqualTo("/{proxy+}");
      assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
      assertThat(context.path("identity").path("userAgent").asText()).isEqualTo("test \"agent\"");
      assertThat(event.path("body").asText()).isEqualTo("{\"问\":\"\\n\"}\n\u0001");
      assertThat(event.path("isBase64Encoded")).isEqualTo(json("false"));
    }

    @Test
    void of_format_2_leaves_out_what_the_request_does_not_have() throws Exception {
      JsonNode event = eventOf(PayloadFormat.V2, front -> HttpRequest.newBuilder(front).build());

      assertThat(event.path("rawPath").asText()).isEqualTo("/");
      assertThat(event.path("rawQueryString")).isEqualTo(json("''"));
      assertThat(event.has("queryStringParameters")).isFalse();
      assertThat(event.has("cookies")).isFalse();
      assertThat(event.has("body")).isFalse();
    }

    @Test
    void of_format_1_has_null_for_what_the_request_does_not_have() throws Exception {
      JsonNode event = eventOf(PayloadFormat.V1, front -> HttpRequest.newBuilder(front).build());

      assertThat(event.path("path").asText()).isEqualTo("/");
      assertThat(event.path("resource").asText()).isEqualTo("/");
      assertThat(event.path("queryStringParameters").isNull()).isTrue();
      assertThat(event.path("multiValueQueryStringParameters").isNull()).isTrue();
      assertThat(event.path("body").isNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void carries_a_body_that_is_not_utf_8_as_base64(PayloadFormat format) throws Exception {
      JsonNode event =
          eventOf(
              format,
              front ->
                  HttpRequest.newBuilder(front)
                      .POST(BodyPublishers.ofByteArray(NOT_UTF_8))
                      .build());

      assertThat(event.path("isBase64Encoded")).isEqualTo(json("true"));
      assertThat(event.path("body").binaryValue()).isEqualTo(NOT_UTF_8);
    }

    private JsonNode eventOf(PayloadFormat format, Function<URI, HttpRequest> request)
        throws Exception {
      CompletableFuture<JsonNode> seen = new CompletableFuture<>();
      try (LambdaEmulator lambda = LambdaEmulator.start(format);
          FakeFunction function =
              new FakeFunction(
                  lambda.runtimeApi(),
                  event -> {
                    seen.complete(event);
                    return "{\"statusCode\":204}";
                  })) {
        var response = client.send(request.apply(lambda.front()), BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(function.isAlive()).isTrue();
      }
      return seen.join();
    }

    private static JsonNode header(JsonNode headers, String name) {
      return headers.properties().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow()
          .getValue();
    }
  }

  @Nested
  class AnAnswer {

    @ParameterizedTest
    @EnumSource
    void becomes_status_headers_and_body(PayloadFormat format) throws Exception {
      HttpResponse<byte[]> response =
          responseTo(
              format,
              """
              {"statusCode":422,"headers":{"Content-Type":"application/problem+json","X-N":7,
                "Content-Length":"3"},"body":"{\\"标题\\":1}","isBase64Encoded":false}
              """);

      assertThat(response.statusCode()).isEqualTo(422);
      assertThat(response.headers().allValues("content-type"))
          .containsExactly("application/problem+json");
      assertThat(response.headers().allValues("x-n")).containsExactly("7");
      assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"标题\":1}");
    }

    @ParameterizedTest
    @EnumSource
    void in_base64_becomes_bytes(PayloadFormat format) throws Exception {
      HttpResponse<byte[]> response =
          responseTo(format, "{\"statusCode\":200,\"body\":\"/wCA\",\"isBase64Encoded\":true}");

      assertThat(response.body()).isEqualTo(NOT_UTF_8);
    }

    @Test
    void of_format_1_has_its_two_header_maps_merged() throws Exception {
      HttpHeaders headers =
          responseTo(
                  PayloadFormat.V1,
                  """
                  {"statusCode":200,"headers":{"Vary":"Origin","X-One":"1"},
                    "multiValueHeaders":{"vary":["Accept","Origin"]}}
                  """)
              .headers();

      assertThat(headers.allValues("vary")).containsExactly("Accept", "Origin");
      assertThat(headers.allValues("x-one")).containsExactly("1");
    }

    @Test
    void of_format_2_has_cookies_and_no_multi_value_headers() throws Exception {
      HttpHeaders headers =
          responseTo(
                  PayloadFormat.V2,
                  """
                  {"statusCode":200,"multiValueHeaders":{"vary":["Accept"]},
                    "cookies":["a=1; Secure","b=2"]}
                  """)
              .headers();

      assertThat(headers.allValues("vary")).isEmpty();
      assertThat(headers.allValues("set-cookie")).containsExactly("a=1; Secure", "b=2");
    }

    @Test
    void to_head_has_no_body() throws Exception {
      try (LambdaEmulator lambda =
          inProcess("{\"statusCode\":200,\"headers\":{\"etag\":\"1\"},\"body\":\"text\"}")) {
        HttpRequest head = HttpRequest.newBuilder(lambda.front()).HEAD().build();

        HttpResponse<byte[]> response = client.send(head, BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("etag")).contains("1");
        assertThat(response.body()).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "no JSON",
          "[]",
          "{\"body\":\"no status\"}",
          "{\"statusCode\":\"200\"}",
          "{\"statusCode\":99}",
          "{\"statusCode\":200,\"body\":{\"not\":\"text\"}}",
          "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}",
          "{\"statusCode\":200,\"headers\":{\"a\":[\"b\"]}}",
          "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}"
        })
    void that_is_no_proxy_response_is_a_bad_gateway(String answer) throws Exception {
      assertIsBadGateway(responseTo(PayloadFormat.V2, answer));
    }

    private HttpResponse<byte[]> responseTo(PayloadFormat format, String answer) throws Exception {
      try (LambdaEmulator lambda = LambdaEmulator.start(format);
          FakeFunction function = new FakeFunction(lambda.runtimeApi(), event -> answer)) {
        HttpResponse<byte[]> response = get(lambda.front());
        assertThat(function.isAlive()).isTrue();
        return response;
      }
    }
  }

  @Nested
  class TheRuntimeApi {

    @Test
    void hands_out_an_event_with_lambdas_headers() throws Exception {
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2)) {
        CompletableFuture<HttpResponse<byte[]>> response = getAsync(lambda.front());

        HttpHeaders headers = next(lambda).headers();

        assertThat(headers.firstValue("Lambda-Runtime-Aws-Request-Id"))
            .get()
            .asString()
            .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(headers.firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow())
            .isBetween(System.currentTimeMillis(), System.currentTimeMillis() + 29_000);
        assertThat(headers.firstValue("Lambda-Runtime-Invoked-Function-Arn"))
            .get()
            .asString()
            .matches("arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:[a-z]+");
        assertThat(headers.firstValue("Lambda-Runtime-Trace-Id"))
            .get()
            .asString()
            .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=0");
        assertThat(response).isNotDone();
      }
    }

    @Test
    void turns_a_reported_error_into_a_bad_gateway_and_goes_on() throws Exception {
      AtomicInteger calls = new AtomicInteger();
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2);
          FakeFunction function =
              new FakeFunction(
                  lambda.runtimeApi(),
                  event -> {
                    if (calls.incrementAndGet() == 1) {
                      throw new IllegalStateException("reported");
                    }
                    return "{\"statusCode\":200}";
                  })) {
        assertIsBadGateway(get(lambda.front()));
        assertThat(get(lambda.front()).statusCode()).isEqualTo(200);
        assertThat(function.isAlive()).isTrue();
      }
    }

    @Test
    void fails_what_waits_when_the_function_cannot_start() throws Exception {
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2)) {
        CompletableFuture<HttpResponse<byte[]>> waiting = getAsync(lambda.front());

        assertThat(post(lambda, "/init/error", "{\"errorType\":\"Init\"}").statusCode())
            .isEqualTo(202);

        assertIsBadGateway(waiting.join());
        assertIsBadGateway(get(lambda.front()));
      }
    }

    @Test
    void refuses_an_answer_to_no_invocation_and_a_second_answer() throws Exception {
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2)) {
        CompletableFuture<HttpResponse<byte[]>> response = getAsync(lambda.front());
        String id = requestId(next(lambda));
        String answer = "{\"statusCode\":200}";

        assertThat(post(lambda, "/invocation/unknown/response", answer).statusCode())
            .isEqualTo(400);
        assertThat(post(lambda, "/invocation/" + id + "/response", answer).statusCode())
            .isEqualTo(202);
        assertThat(post(lambda, "/invocation/" + id + "/error", "{}").statusCode()).isEqualTo(400);
        assertThat(post(lambda, "/elsewhere", "{}").statusCode()).isEqualTo(404);
        assertThat(response.join().statusCode()).isEqualTo(200);
      }
    }

    @Test
    void gives_an_event_to_the_last_that_asked() throws Exception {
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2)) {
        CompletableFuture<HttpResponse<byte[]>> former = nextAsync(lambda);
        // The call has no other effect to wait for than that it is answered, and it must not be.
        assertThat(former.copy().completeOnTimeout(null, 300, MILLISECONDS).join()).isNull();

        try (FakeFunction function =
            new FakeFunction(lambda.runtimeApi(), event -> "{\"statusCode\":201}")) {
          assertThat(former.join().statusCode()).isEqualTo(403);
          assertThat(get(lambda.front()).statusCode()).isEqualTo(201);
          assertThat(function.isAlive()).isTrue();
        }
      }
    }

    @Test
    void lets_a_request_wait_no_longer_than_the_limit() throws Exception {
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2, Duration.ofMillis(50))) {
        HttpResponse<byte[]> response = get(lambda.front());

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(new String(response.body(), UTF_8))
            .isEqualTo("{\"message\":\"Endpoint request timed out\"}");
      }
    }

    @Test
    void gives_each_of_many_requests_its_own_answer_one_at_a_time() throws Exception {
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2);
          FakeFunction function = new FakeFunction(lambda.runtimeApi(), event -> echo(event))) {
        assertEachGetsItsOwn(lambda.front());
        assertThat(function.isAlive()).isTrue();
      }
    }
  }

  @Nested
  class WithinThisJvm {

    @ParameterizedTest
    @EnumSource
    void a_handler_answers_through_the_same_front(PayloadFormat format) throws Exception {
      try (LambdaEmulator lambda =
          LambdaEmulator.inProcess(
              format, (in, out) -> out.write(echo(JSON.readTree(in)).getBytes(UTF_8)))) {
        HttpRequest request =
            HttpRequest.newBuilder(lambda.front()).POST(BodyPublishers.ofString("问")).build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("问");
      }
    }

    @Test
    void requests_are_handled_one_at_a_time() throws Exception {
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      try (LambdaEmulator lambda =
          LambdaEmulator.inProcess(
              PayloadFormat.V2,
              (in, out) -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                // Long enough for the next one to come in, were it let.
                LockSupport.parkNanos(5_000_000);
                out.write(echo(JSON.readTree(in)).getBytes(UTF_8));
                inside.decrementAndGet();
              })) {
        assertEachGetsItsOwn(lambda.front());
      }
      assertThat(most).hasValue(1);
    }

    @Test
    void a_handler_that_throws_is_a_bad_gateway() throws Exception {
      try (LambdaEmulator lambda =
          LambdaEmulator.inProcess(
              PayloadFormat.V1,
              (in, out) -> {
                throw new IOException("thrown");
              })) {
        assertIsBadGateway(get(lambda.front()));
      }
    }

    @Test
    void there_is_no_runtime_api() throws Exception {
      try (LambdaEmulator lambda = inProcess("{\"statusCode\":200}")) {
        assertThatThrownBy(lambda::runtimeApi).isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Nested
  class ABootstrap {
    private final Path folder;

    ABootstrap(@TempDir Path folder) {
      this.folder = folder;
    }

    @Test
    void runs_in_its_folder_with_lambdas_environment_only() throws Exception {
      Path bootstrap = script("pwd; echo to-error >&2; env; echo ready; exec sleep 60");
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2);
          RunningProcess process = lambda.launch(bootstrap, Map.of("MINSHENG_FUNCTIONS", "a"))) {
        assertThat(process.awaitLine("ready"::equals, Duration.ofSeconds(20))).isTrue();

        assertThat(process.log())
            .contains(
                folder.toRealPath().toString(),
                "to-error",
                "LAMBDA_TASK_ROOT=" + folder,
                "AWS_LAMBDA_RUNTIME_API=" + lambda.runtimeApi(),
                "AWS_LAMBDA_FUNCTION_NAME=minsheng",
                "AWS_REGION=local",
                "DISABLE_SIGNAL_HANDLERS=true",
                "MINSHENG_FUNCTIONS=a")
            .anyMatch(line -> line.startsWith("_HANDLER="))
            .anyMatch(line -> line.startsWith("PATH="))
            .noneMatch(line -> line.startsWith("HOME=") || line.startsWith("JAVA_HOME="));
      }
    }

    @Test
    void is_stopped_with_all_it_has_started() throws Exception {
      RunningProcess process = started("sleep 60 & echo child $!; wait");
      ProcessHandle child = childOf(process);

      process.close();

      assertThat(process.isAlive()).isFalse();
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void that_will_not_stop_is_killed() throws Exception {
      RunningProcess process = started("trap '' TERM; sleep 60 & echo child $!; wait; sleep 60");
      ProcessHandle child = childOf(process);

      process.stop(Duration.ofMillis(200));

      assertThat(process.isAlive()).isFalse();
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    private RunningProcess started(String commands) throws IOException {
      return Bootstrap.start(script(commands), "127.0.0.1:1", Map.of());
    }

    private static ProcessHandle childOf(RunningProcess process) throws InterruptedException {
      assertThat(process.awaitLine(line -> line.startsWith("child "), Duration.ofSeconds(20)))
          .isTrue();
      long pid = Long.parseLong(process.log().getLast().substring("child ".length()));
      return ProcessHandle.of(pid).orElseThrow();
    }

    @Test
    void that_ends_leaves_no_request_waiting() throws Exception {
      Path bootstrap = script("read nothing; sleep 0.3; exit 3");
      try (LambdaEmulator lambda = LambdaEmulator.start(PayloadFormat.V2);
          RunningProcess process = lambda.launch(bootstrap, Map.of())) {
        assertIsBadGateway(get(lambda.front()));
        assertThat(process.awaitLine(line -> true, Duration.ofSeconds(20))).isFalse();
      }
    }

    @Test
    void that_is_missing_is_named() {
      Path missing = folder.resolve("missing");

      assertThatThrownBy(() -> Bootstrap.start(missing, "127.0.0.1:1", Map.of()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(missing.toString());
    }

    private Path script(String commands) throws IOException {
      Path script = folder.resolve("bootstrap");
      Files.writeString(script, "#!/bin/sh\n" + commands + "\n");
      return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static HttpRequest aRequest(URI front) {
    return HttpRequest.newBuilder(
            front.resolve(
                "/v1/policies/%E5%93%88%20%E5%B0%94/assess?lang=zh&lang=en&day=1%2B2&bare"))
        .header("Content-Type", "application/json")
        .header("X-Agency", "a")
        .header("X-Agency", "b")
        .header("Cookie", "a=1; b=2")
        .header("User-Agent", "test \"agent\"")
        .POST(BodyPublishers.ofString("{\"问\":\"\\n\"}\n\u0001"))
        .build();
  }

  private void assertEachGetsItsOwn(URI front) {
    List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(front).POST(BodyPublishers.ofString("number " + i)).build();
      responses.add(client.sendAsync(request, BodyHandlers.ofString()));
    }
    for (int i = 0; i < 40; i++) {
      assertThat(responses.get(i).join().body()).isEqualTo("number " + i);
    }
  }

  private static void assertIsBadGateway(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(new String(response.body(), UTF_8))
        .isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  private static LambdaEmulator inProcess(String answer) throws IOException {
    return LambdaEmulator.inProcess(
        PayloadFormat.V2, (in, out) -> out.write(answer.getBytes(UTF_8)));
  }

  private static String echo(JsonNode event) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("statusCode", 200);
    answer.set("body", event.path("body"));
    return answer.toString();
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private HttpResponse<byte[]> get(URI front) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(front).build(), BodyHandlers.ofByteArray());
  }

  private CompletableFuture<HttpResponse<byte[]>> getAsync(URI front) {
    return client.sendAsync(HttpRequest.newBuilder(front).build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> next(LambdaEmulator lambda) {
    return nextAsync(lambda).join();
  }

  private CompletableFuture<HttpResponse<byte[]>> nextAsync(LambdaEmulator lambda) {
    return getAsync(URI.create("http://" + lambda.runtimeApi() + BASE + "/invocation/next"));
  }

  private HttpResponse<byte[]> post(LambdaEmulator lambda, String path, String body)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://" + lambda.runtimeApi() + BASE + path);
    BodyPublisher publisher = BodyPublishers.ofString(body);
    return client.send(
        HttpRequest.newBuilder(uri).POST(publisher).build(), BodyHandlers.ofByteArray());
  }

  private static String requestId(HttpResponse<?> next) {
    return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
  }

  /** A function that speaks the runtime API as a real runtime does: ask, answer, ask again. */
  private static final class FakeFunction implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final Function<JsonNode, String> answer;
    private final Thread loop;

    FakeFunction(String runtimeApi, Function<JsonNode, String> answer) {
      this.api = "http://" + runtimeApi + BASE + "/invocation/";
      this.answer = answer;
      this.loop = Thread.ofVirtual().name("fake function").start(this::run);
    }

    boolean isAlive() {
      return loop.isAlive();
    }

    @Override
    public void close() {
      loop.interrupt();
      http.shutdownNow();
    }

    private void run() {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          HttpRequest next = HttpRequest.newBuilder(URI.create(api + "next")).build();
          HttpResponse<byte[]> event = http.send(next, BodyHandlers.ofByteArray());
          String result;
          String kind;
          try {
            result = answer.apply(JSON.readTree(event.body()));
            kind = "/response";
          } catch (RuntimeException e) {
            result = "{\"errorType\":\"" + e.getClass().getSimpleName() + "\"}";
            kind = "/error";
          }
          HttpRequest post =
              HttpRequest.newBuilder(URI.create(api + requestId(event) + kind))
                  .POST(BodyPublishers.ofString(result))
                  .build();
          assertThat(http.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
        }
      } catch (IOException | InterruptedException e) {
        // The test has closed the emulator or this function.
      }
    }
  }
}
