package minsheng.host;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A question as a caller sends it. */
final class Ask {

  private Ask() {}

  static Request of(String policy, String body) {
    return post("/v1/policies/" + policy + "/assess", "application/json", body);
  }

  /** Many questions, one a line. */
  static Request batch(String path, String lines) {
    return post(path, "application/x-ndjson; charset=utf-8", lines);
  }

  private static Request post(String path, String contentType, String body) {
    return new Request(
        "POST",
        path,
        Map.of(),
        Map.of("content-type", contentType),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
