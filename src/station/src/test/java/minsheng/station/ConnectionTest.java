package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Requests over a connection of which every byte is ours. */
@QuarkusTest
class ConnectionTest {

  private static final String LINE = "{\"facts\": {\"children\": []}}\n";

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "quarkus.log.file.path")
  Path log;

  @Test
  void an_answer_comes_before_the_next_line_is_sent() throws IOException {
    try (Socket socket = begin();
        BufferedReader answers = reader(socket)) {
      for (int i = 0; i < 3; i++) {
        send(socket, LINE);
        assertThat(next(answers)).contains("\"not-eligible\"");
      }
      socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(next(answers)).contains("\"summary\":{\"lines\":3");
    }
  }

  @Test
  void a_client_that_stops_reading_is_not_read_any_more() throws IOException {
    try (Socket socket = begin()) {
      socket.setSoTimeout(2_000);
      byte[] lines = LINE.repeat(1_000).getBytes(StandardCharsets.UTF_8);
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 10_000; i++) {
                        send(socket, new String(lines, StandardCharsets.UTF_8));
                        sent = i;
                      }
                    } catch (IOException e) {
                      // The connection is closed at the end of the test.
                    }
                  });
      long before;
      do {
        before = sent;
        Thread.sleep(1_000);
      } while (sent != before);
      assertThat(writer.isAlive()).as("everything was taken in").isTrue();
      assertThat(sent).isLessThan(10_000 - 1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_client_that_goes_away_leaves_nothing_in_the_log() throws Exception {
    String before = Files.readString(log);
    for (String path : List.of("/v1/policies/childcare-subsidy/assess", "/v1/policies")) {
      try (Socket socket = new Socket(base.getHost(), base.getPort())) {
        socket
            .getOutputStream()
            .write(
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 100\r
                \r
                {"facts": """
                    .formatted(path)
                    .getBytes(StandardCharsets.US_ASCII));
        Thread.sleep(200);
        socket.setSoLinger(true, 0);
      }
    }
    Thread.sleep(500);
    assertThat(Files.readString(log).substring(before.length())).isEmpty();
  }

  private volatile int sent;

  private Socket begin() throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket
        .getOutputStream()
        .write(
            """
            POST /v1/policies/childcare-subsidy/assess HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/x-ndjson\r
            Transfer-Encoding: chunked\r
            \r
            """
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void send(Socket socket, String lines) throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The next line that is JSON; heads and sizes of chunks are passed over. */
  private static String next(BufferedReader answers) throws IOException {
    String line = answers.readLine();
    while (line != null && !line.startsWith("{")) {
      line = answers.readLine();
    }
    return String.valueOf(line);
  }
}
