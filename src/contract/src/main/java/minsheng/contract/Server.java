package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import minsheng.contract.lambda.RunningProcess;

/** A server of ours as a process of its own, on a free port of this machine. */
public final class Server implements AutoCloseable {

  private final RunningProcess process;
  private final int port;

  private Server(RunningProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it, and waits until it listens. */
  public static Server start(Duration limit, List<String> command) throws IOException {
    int port = freePort();
    Server server = new Server(RunningProcess.start(on(port, command)), port);
    Instant end = Instant.now().plus(limit);
    while (!server.listens()) {
      assertThat(server.process.isAlive() && Instant.now().isBefore(end))
          .as(() -> "it starts: " + server.log())
          .isTrue();
      LockSupport.parkNanos(10_000_000);
    }
    return server;
  }

  /** The command with a free port, not started yet. */
  public static ProcessBuilder builder(List<String> command) throws IOException {
    return on(freePort(), command);
  }

  private static ProcessBuilder on(int port, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    return builder;
  }

  /** The native executable that {@code ./minsheng native} has built into this module. */
  public static Path executable() {
    try (var files = Files.list(Path.of(System.getProperty("minsheng.build")))) {
      return files.filter(file -> file.toString().endsWith("-runner")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What it has written, line by line. */
  public List<String> log() {
    return process.log();
  }

  @Override
  public void close() {
    process.close();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
