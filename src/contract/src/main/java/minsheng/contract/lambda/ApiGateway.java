package minsheng.contract.lambda;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

/** The front: HTTP from the client, an event to the function, and the answer back. */
final class ApiGateway implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ApiGateway.class.getName());

  /** They belong to one connection and end at the gateway, in either direction. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "expect",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final PayloadFormat format;
  private final Integration integration;
  private final LoopbackServer server;

  ApiGateway(PayloadFormat format, Integration integration) throws IOException {
    this.format = format;
    this.integration = integration;
    this.server = LoopbackServer.start(this::handle);
  }

  URI address() {
    return URI.create("http://" + server.address());
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      GatewayResponse response = respond(request(exchange));
      response.headers().forEach((name, values) -> copyHeader(name, values, exchange));
      LoopbackServer.send(exchange, response.status(), response.body());
    } catch (InterruptedException e) {
      // The emulator is being closed: so is the connection.
      Thread.currentThread().interrupt();
    }
  }

  private GatewayResponse respond(GatewayRequest request) throws InterruptedException {
    try {
      return GatewayResponse.read(format, integration.invoke(format.event(request)));
    } catch (FunctionException e) {
      // The client learns nothing of the reason, so it stands here.
      LOG.log(Level.WARNING, "no answer from the function: " + e.getMessage(), e.getCause());
      return GatewayResponse.message(502, "Internal Server Error");
    } catch (TimeoutException e) {
      return GatewayResponse.message(504, "Endpoint request timed out");
    }
  }

  private static GatewayRequest request(HttpExchange exchange) throws IOException {
    String client = exchange.getRemoteAddress().getAddress().getHostAddress();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach(headers::put);
    headers.keySet().removeIf(ApiGateway::isHopByHop);
    headers.merge("X-Forwarded-For", List.of(client), ApiGateway::appended);
    headers.put("X-Forwarded-Port", List.of("443"));
    headers.put("X-Forwarded-Proto", List.of("https"));
    headers.putIfAbsent("X-Amzn-Trace-Id", List.of(traceRoot()));
    try (InputStream body = exchange.getRequestBody()) {
      return new GatewayRequest(
          exchange.getRequestMethod(),
          exchange.getRequestURI(),
          headers,
          body.readAllBytes(),
          client);
    }
  }

  private static void copyHeader(String name, List<String> values, HttpExchange exchange) {
    // The length is the server's to state: the function knows it only before base64.
    if (!isHopByHop(name) && !name.equalsIgnoreCase("content-length")) {
      values.forEach(value -> exchange.getResponseHeaders().add(name, value));
    }
  }

  private static boolean isHopByHop(String header) {
    return HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
  }

  private static List<String> appended(List<String> proxies, List<String> client) {
    return List.of(String.join(", ", proxies) + ", " + client.getFirst());
  }

  /** A trace's identity as X-Ray writes it: the second, and 96 random bits. */
  static String traceRoot() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return String.format(
        "Root=1-%08x-%08x%016x",
        Instant.now().getEpochSecond(), random.nextInt(), random.nextLong());
  }
}
