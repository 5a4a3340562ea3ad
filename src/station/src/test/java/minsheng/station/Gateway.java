package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import minsheng.contract.lambda.RunningProcess;

/** A gateway of {@code ./minsheng gateway up}, and a client of it that speaks HTTP/2 over TLS. */
final class Gateway implements AutoCloseable {

  static final String JSON = "application/json";
  static final String NDJSON = "application/x-ndjson";
  static final String POLICY = "childcare-subsidy";
  static final String ASSESS = "/v1/policies/" + POLICY + "/assess";
  static final String NO_FACTS = "{\"facts\": {}}";

  private static final Path ROOT = Path.of(System.getProperty("minsheng.root"));
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String UP = "The gateway is up: ";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RunningProcess process;
  private final int port;
  private final Path folder;
  private final SSLContext tls;
  private final HttpClient client;

  private Gateway(RunningProcess process, int port) throws IOException, GeneralSecurityException {
    this.process = process;
    this.port = port;
    this.folder = folder(port);
    this.tls = trust();
    this.client = client(HttpClient.Version.HTTP_2);
  }

  /** Starts one on a free port with these settings, and waits until it is up. */
  static Gateway start(Map<String, String> settings, String... arguments) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    RunningProcess process = RunningProcess.start(launcher(settings, port, arguments));
    if (!process.awaitLine(line -> line.startsWith(UP), LIMIT)) {
      process.close();
      throw new AssertionError("it did not start: " + String.join("\n", process.log()));
    }
    return new Gateway(process, port);
  }

  static ProcessBuilder launcher(Map<String, String> settings, int port, String... arguments) {
    ProcessBuilder builder = command(folder(port), "up", "--port", String.valueOf(port));
    builder.environment().putAll(settings);
    builder.command().addAll(List.of(arguments));
    return builder;
  }

  /** Each has a folder of its own, so that there can be several. */
  private static Path folder(int port) {
    return Path.of(System.getProperty("minsheng.build"), "gateway", String.valueOf(port));
  }

  private static ProcessBuilder command(Path folder, String... arguments) {
    // As in a terminal: who runs the tests in the background has Ctrl-C ignored, by whatever is
    // started there.
    ProcessBuilder builder =
        new ProcessBuilder(
            "env", "--default-signal=INT", "bash", ROOT.resolve("minsheng").toString());
    builder.command().add("gateway");
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("MINSHENG_"));
    builder.environment().put("MINSHENG_GATEWAY_FOLDER", folder.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  URI base() {
    return URI.create("https://localhost:" + port);
  }

  int port() {
    return port;
  }

  RunningProcess process() {
    return process;
  }

  String log() {
    return String.join("\n", process.log());
  }

  /** {@code ./minsheng gateway reload}: whether it said that all is well. */
  boolean reload() throws IOException, InterruptedException {
    Process reload = command(folder, "reload").redirectErrorStream(true).start();
    reload.getInputStream().readAllBytes();
    return reload.waitFor() == 0;
  }

  HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder().sslContext(tls).version(version).build();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base().resolve(path)).timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  /** Asks for an assessment of no facts, which has always an answer. */
  HttpResponse<String> assess() throws IOException, InterruptedException {
    return send(assessment(JSON));
  }

  HttpRequest.Builder assessment(String contentType) {
    return request(ASSESS)
        .header("Content-Type", contentType)
        .POST(BodyPublishers.ofString(NO_FACTS));
  }

  /** Sends bytes as they stand, over HTTP/1.1 and TLS, and reads what comes until the end. */
  String raw(String request) throws IOException {
    try (Socket socket = tls.getSocketFactory().createSocket("localhost", port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Holds a response against what every problem document must be; returns the document. */
  static JsonNode checkProblem(HttpResponse<String> response, int status, String type)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    JsonNode problem = MAPPER.readTree(response.body());
    assertThat(problem.path("type").asText()).isEqualTo("urn:minsheng:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("requestId").asText())
        .isNotBlank()
        .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
    return problem;
  }

  static JsonNode json(String text) throws IOException {
    return MAPPER.readTree(text);
  }

  static boolean within(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(20_000_000);
    }
    return true;
  }

  boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }

  /** Trusts the development certificate, here and in what reads the usual setting of the JDK. */
  private SSLContext trust() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(folder.resolve("development.pem"))) {
      store.setCertificateEntry(
          "gateway", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    Path file = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "public".toCharArray());
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", "public");
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }
}
