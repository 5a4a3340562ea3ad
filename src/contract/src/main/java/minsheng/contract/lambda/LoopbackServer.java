package minsheng.contract.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port of the loopback address, a virtual thread for each exchange. */
final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 256;

  static {
    // A head and a body written apart would otherwise wait for the peer's delayed ACK: 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  static LoopbackServer start(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
    return new LoopbackServer(server, threads);
  }

  /** Host and port. */
  String address() {
    InetSocketAddress bound = server.getAddress();
    return bound.getAddress().getHostAddress() + ":" + bound.getPort();
  }

  /** Sends the answer; the headers are already in the exchange. */
  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    // A length of 0 would mean "chunked" to the JDK's server, and these have no body at all.
    boolean bodiless =
        body.length == 0
            || status == 204
            || status == 304
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
