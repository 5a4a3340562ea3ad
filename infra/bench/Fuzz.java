import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Sends requests that are made of the OpenAPI document and broken in every way, and looks whether
 * any gets a 5xx, whether a refusal is a problem document, whether memory grows and whether a log
 * repeats what was sent. Run by {@code infra/bench/fuzz}.
 */
public final class Fuzz {

  /** Stands in every text that is sent; it must never be found in a log. */
  private static final String MARKER = "secret-fact-7391";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 15_000;
  private static final String NUL = "\u0000";

  /** One operation of the document, with a request that it can answer. */
  private record Operation(String method, String path, String body) {}

  /** A status of -1: the connection was ended without a word. */
  private record Answer(int status, String type, String body) {}

  private final URI base;
  private final List<Operation> operations;
  private final SSLContext tls;
  private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

  private Fuzz(URI base) throws Exception {
    this.base = base;
    this.tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {new TrustEverything()}, new SecureRandom());
    this.operations = operations();
  }

  /** Usage: base URL, requests, threads, seed, ids of processes, files of logs (both by commas). */
  public static void main(String... args) throws Exception {
    int requests = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    long seed = Long.parseLong(args[3]);
    String[] processes = args[4].split(",");
    Fuzz fuzz = new Fuzz(URI.create(args[0]));
    System.out.printf(
        "%d operations, %d requests, seed %d%n", fuzz.operations.size(), requests, seed);
    fuzz.run(requests / 10, threads, seed);
    Map<String, Long> before = memory(processes);
    fuzz.run(requests - requests / 10, threads, seed + 1);
    Map<String, Long> after = memory(processes);
    after.forEach(
        (process, kib) ->
            System.out.printf(
                "memory of %s: %.1f MiB after a tenth, %.1f MiB at the end%n",
                process, before.getOrDefault(process, 0L) / 1024.0, kib / 1024.0));
    fuzz.report(args.length > 5 ? args[5].split(",") : new String[0]);
    System.exit(fuzz.faults.isEmpty() ? 0 : 1);
  }

  private void run(int requests, int threads, long seed) throws InterruptedException {
    AtomicInteger left = new AtomicInteger(requests);
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Random random = new Random(seed * 1_000 + i);
      running.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (left.getAndDecrement() > 0) {
                      one(random);
                    }
                  }));
    }
    for (Thread thread : running) {
      thread.join();
    }
  }

  private void report(String[] logs) throws IOException {
    statuses.forEach((status, count) -> System.out.printf("%-22s %d%n", status, count.sum()));
    for (String log : logs) {
      if (Files.readString(Path.of(log), StandardCharsets.ISO_8859_1).contains(MARKER)) {
        faults.add("the log " + log + " repeats what was sent");
      }
    }
    faults.stream().limit(20).forEach(fault -> System.out.println("FAULT: " + fault));
    System.out.println(faults.size() + " faults");
  }

  // --- What is sent ---

  private void one(Random random) {
    Operation operation = operations.get(random.nextInt(operations.size()));
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    byte[] request = request(kind, operation, random);
    try {
      check(kind, request, send(request, kind, random));
    } catch (IOException e) {
      count(kind.equals("valid") ? "no answer to a valid one" : "no answer");
      if (kind.equals("valid")) {
        faults.add("a valid request got no answer: " + e);
      }
    }
  }

  private static final List<String> KINDS =
      List.of(
          "valid",
          "types",
          "types",
          "types",
          "bounds",
          "bounds",
          "unicode",
          "unicode",
          "deep",
          "wide",
          "cut",
          "garbage",
          "header",
          "header",
          "method",
          "path",
          "path",
          "smuggling",
          "half-closed",
          "twice");

  private static final Set<String> UNFINISHED =
      Set.of("smuggling", "half-closed", "header", "path");

  private byte[] request(String kind, Operation operation, Random random) {
    String body = operation.body;
    String method = operation.method;
    String path = operation.path;
    String type = "Content-Type: application/json\r\n";
    String more = "";
    switch (kind) {
      case "types" -> body = broken(body, random, Fuzz::otherType);
      case "bounds" -> body = broken(body, random, text -> pick(random, NUMBERS));
      case "unicode" -> body = broken(body, random, text -> pick(random, TEXTS));
      case "deep" -> {
        int depth = 1 + random.nextInt(10_000);
        body =
            "{\"facts\": " + "[".repeat(depth) + "]".repeat(random.nextBoolean() ? depth : 0) + "}";
      }
      case "wide" ->
          body =
              random.nextBoolean()
                  ? "{\"facts\": {\"children\": [" + "{},".repeat(random.nextInt(20_000)) + "{}]}}"
                  : "{\"facts\": {\"" + MARKER + "x".repeat(random.nextInt(80_000)) + "\": 1}}";
      case "twice" ->
          body = body.replaceFirst("\\{", "{\"facts\": {}, \"facts\": {\"" + MARKER + "\": 1}, ");
      case "cut" -> body = body.isEmpty() ? "{" : body.substring(0, random.nextInt(body.length()));
      case "header" -> {
        type = pick(random, TYPES);
        more = pick(random, HEADERS);
      }
      case "method" -> method = pick(random, METHODS);
      case "path" -> path = pick(random, PATHS).replace("{}", path);
      default -> {
        // The body stays, or is made below.
      }
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (kind.equals("garbage")) {
      bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
    }
    String framing = "Content-Length: " + bytes.length + "\r\n";
    if (kind.equals("smuggling")) {
      framing = pick(random, FRAMINGS).replace("{}", String.valueOf(bytes.length));
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        (method
                + " "
                + path
                + " HTTP/1.1\r\nHost: "
                + base.getHost()
                + "\r\nConnection: close\r\n"
                + type
                + more
                + framing
                + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(bytes);
    return request.toByteArray();
  }

  /** The body with one or two of its values replaced by a text that is not looked at. */
  private static String broken(String body, Random random, UnaryOperator<String> other) {
    if (body.isEmpty()) {
      return "\"" + MARKER + "\"";
    }
    try {
      JsonNode root = JSON.readTree(body);
      List<Runnable> places = new ArrayList<>();
      collect(root, random, places);
      String text = root.toString();
      for (int i = 0; i <= random.nextInt(2) && !places.isEmpty(); i++) {
        places.get(random.nextInt(places.size())).run();
        text = root.toString().replace("\"" + HOLE + "\"", other.apply(text));
      }
      return text;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String HOLE = "hole";

  private static void collect(JsonNode node, Random random, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> places.add(() -> object.put(name, HOLE)));
      places.add(() -> object.put(MARKER, HOLE));
      object.forEach(child -> collect(child, random, places));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        places.add(() -> array.set(place, HOLE));
      }
      array.forEach(child -> collect(child, random, places));
    }
  }

  private static String otherType(String text) {
    return pick(new Random(text.hashCode()), OTHERS);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"" + MARKER + "\"",
          "-1",
          "1.5",
          "[[]]",
          "[null]",
          "{\"" + MARKER + "\": null}",
          "\"true\"",
          "\"2026-13-40\"",
          "\"\"",
          "[{}, {}, {}]");

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "-0",
          "1e400",
          "1E-400",
          "99999999999999999999999999",
          "0.0000001",
          "NaN",
          "Infinity",
          "01",
          "1.",
          "0x10",
          "2147483648",
          "-2147483649",
          "9007199254740993",
          "\"0001-01-01\"",
          "\"9999-12-31\"",
          "\"2026-02-29\"",
          "\"+1000000-01-01\"",
          "1" + "0".repeat(200),
          "10000000000.01",
          "\"230199\"",
          "\"2026-00\"");

  private static final List<String> TEXTS =
      List.of(
          "\"\\ud800" + MARKER + "\"",
          "\"\\udc00\\ud800\"",
          "\"" + MARKER + "\\u0000\"",
          "\"\uFEFF" + MARKER + "\"",
          "\"\u202E" + MARKER + "\"",
          "\"\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\"",
          "\"" + "\u0301".repeat(90) + "\"",
          "\"${jndi:ldap://127.0.0.1/" + MARKER + "}\"",
          "\"<script>" + MARKER + "</script>\"",
          "\"'; --" + MARKER + "\"",
          "\"\\u00002026-11-21\"",
          "\"２０２６-１１-２１\"",
          "\"" + MARKER + "\r\n" + MARKER + "\"",
          "\"\u0085" + MARKER + "\"",
          "\"" + "字".repeat(3_000) + "\"",
          "'" + MARKER + "'");

  private static final List<String> TYPES =
      List.of(
          "",
          "Content-Type: text/plain\r\n",
          "Content-Type: application/json; charset=utf-16\r\n",
          "Content-Type: \r\n",
          "Content-Type: application/json\r\nContent-Type: text/html\r\n",
          "Content-Type: application/x-ndjson\r\n",
          "content-type:application/JSON\r\n",
          "Content-Type: multipart/form-data; boundary=" + MARKER + "\r\n",
          "Content-Type: application/x-www-form-urlencoded\r\n",
          "Content-Type: " + "a".repeat(5_000) + "\r\n");

  private static final List<String> HEADERS =
      List.of(
          "",
          "X-Request-Id: <" + MARKER + ">\r\n",
          "X-Request-Id: " + "9".repeat(5_000) + "\r\n",
          "Accept: " + "text/calendar;q=,".repeat(300) + "\r\n",
          "Accept-Encoding: gzip, br, " + MARKER + "\r\n",
          "Authorization: Bearer " + MARKER + "\r\n",
          "Authorization: Bearer a.b.c\r\n",
          "Authorization: Basic !!\r\n",
          "Cookie: " + MARKER + "\r\n",
          "Expect: 200-maybe\r\n",
          "X-Forwarded-For: " + MARKER + "\r\n",
          "Upgrade: h2c\r\n",
          "Origin: https://" + MARKER + ".example\r\n",
          "X: " + "y".repeat(40_000) + "\r\n",
          "A: b\r\n".repeat(300),
          "Bad Header\r\n",
          ": empty\r\n",
          "X-Nul: a" + NUL + "b\r\n",
          "Range: bytes=0-1\r\n",
          "Content-Encoding: gzip\r\n",
          "Transfer-Encoding: gzip\r\n",
          "If-None-Match: *\r\n",
          "Host: other.example\r\n");

  private static final List<String> METHODS =
      List.of(
          "GET",
          "PUT",
          "DELETE",
          "PATCH",
          "TRACE",
          "OPTIONS",
          "HEAD",
          "CONNECT",
          "get",
          "PROPFIND",
          "A".repeat(300),
          "G\u00e4T",
          "");

  private static final List<String> PATHS =
      List.of(
          "/" + MARKER,
          "{}/",
          "/{}",
          "{}?" + MARKER + "=1",
          "{}?include=%zz",
          "{}%00",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/../..{}",
          "{}#" + MARKER,
          "{};" + MARKER,
          "*",
          "",
          "http://other.example{}",
          "/v1/policies/" + "x".repeat(3_000),
          "/v1/policies/%E5%84%BF/assess",
          "/v1//policies",
          "/v1/policies/..%2f..%2f/assess",
          "/" + "a/".repeat(3_000),
          "{} x",
          "/q/health",
          "/q/dev",
          "/q/metrics",
          "\\windows",
          "/v1/policies?include=information&include=" + MARKER);

  private static final List<String> FRAMINGS =
      List.of(
          "Content-Length: {}\r\nTransfer-Encoding: chunked\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding : chunked\r\n",
          "Transfer-Encoding: xchunked\r\n",
          "Content-Length: {}\r\nContent-Length: 5\r\n",
          "Content-Length: +{}\r\n",
          "Content-Length: -1\r\n",
          "Content-Length: 0x10\r\n",
          "Content-Length: 99999999999999999999\r\n",
          "Content-Length: {}, {}\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
          "Transfer-Encoding:\u000bchunked\r\n",
          "Content-Length: {}\n",
          "Content-Length:\r\n {}\r\n",
          "Content-Length: 9999\r\n",
          "");

  // --- What comes back ---

  private Answer send(byte[] request, String kind, Random random) throws IOException {
    try (Socket socket = connect()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        if (kind.equals("half-closed")) {
          socket.getOutputStream().write(request, 0, random.nextInt(request.length));
          socket.getOutputStream().flush();
          if (random.nextBoolean()) {
            return new Answer(-1, "", "");
          }
        } else {
          socket.getOutputStream().write(request);
          socket.getOutputStream().flush();
        }
        // Who says that nothing more comes has gone, to a gateway: only where more is waited for.
        if (UNFINISHED.contains(kind)) {
          socket.shutdownOutput();
        }
      } catch (IOException e) {
        // The answer may have been sent, and the connection ended, before all was written.
      }
      return read(socket.getInputStream());
    }
  }

  private Socket connect() throws IOException {
    return base.getScheme().equals("https")
        ? tls.getSocketFactory().createSocket(base.getHost(), base.getPort())
        : new Socket(base.getHost(), base.getPort());
  }

  private static Answer read(InputStream in) throws IOException {
    byte[] all;
    try {
      all = in.readAllBytes();
    } catch (IOException e) {
      return new Answer(-1, "", "");
    }
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(-1, "", "");
    }
    String head = text.substring(0, end).toLowerCase(Locale.ROOT);
    String[] lines = head.split("\r\n");
    String type =
        Arrays.stream(lines)
            .filter(line -> line.startsWith("content-type:"))
            .findFirst()
            .orElse("");
    if (lines[0].length() < 12) {
      throw new EOFException("no status line");
    }
    return new Answer(Integer.parseInt(lines[0].substring(9, 12)), type, text.substring(end + 4));
  }

  private void check(String kind, byte[] request, Answer answer) {
    count(kind + " " + (answer.status < 0 ? "closed" : answer.status));
    if (answer.status >= 500 || kind.equals("valid") && answer.status != 200) {
      faults.add(answer.status + " for " + kind + ": " + shown(request));
    } else if (answer.status >= 400
        && !answer.body.isEmpty()
        && !answer.type.contains("application/problem+json")) {
      faults.add(
          answer.status
              + " without a problem document ("
              + answer.type
              + ") for "
              + kind
              + ": "
              + shown(request));
    }
  }

  private static String shown(byte[] request) {
    String text =
        new String(request, 0, Math.min(request.length, 600), StandardCharsets.ISO_8859_1);
    return text.replace("\r\n", "\\r\\n");
  }

  private void count(String what) {
    statuses.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  // --- What is known ---

  /** Every operation of the document, with each of its examples. */
  private List<Operation> operations() throws Exception {
    SSLParameters any = new SSLParameters();
    any.setEndpointIdentificationAlgorithm("");
    HttpClient client = HttpClient.newBuilder().sslContext(tls).sslParameters(any).build();
    JsonNode document =
        JSON.readTree(
            client
                .send(
                    HttpRequest.newBuilder(base.resolve("/openapi.json")).build(),
                    HttpResponse.BodyHandlers.ofByteArray())
                .body());
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getKey().startsWith("/q/")) {
        continue; // of a process, and nothing that a gateway lets through
      }
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        if (method.equals("GET") && !path.getKey().contains("{")) {
          found.add(new Operation(method, path.getKey(), ""));
        }
        JsonNode content = operation.getValue().at("/requestBody/content/application~1json");
        for (JsonNode example : content.path("examples")) {
          found.add(new Operation(method, path.getKey(), example.path("value").toString()));
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("the OpenAPI document has no operation with an example");
    }
    return found;
  }

  private static Map<String, Long> memory(String[] processes) throws IOException {
    Map<String, Long> kib = new TreeMap<>();
    for (String process : processes) {
      for (String line : Files.readAllLines(Path.of("/proc", process, "status"))) {
        if (line.startsWith("VmRSS")) {
          kib.put(process, Long.parseLong(line.replaceAll("\\D", "")));
        }
      }
    }
    return kib;
  }

  /** The certificate of a gateway in development is signed by nobody. */
  private static final class TrustEverything implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
