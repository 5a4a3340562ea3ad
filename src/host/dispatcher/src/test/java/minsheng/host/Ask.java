package minsheng.host;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A question as a caller sends it. */
final class Ask {

  private Ask() {}

  static Request of(String policy, String body) {
    return new Request(
        "POST",
        "/v1/policies/" + policy + "/assess",
        Map.of(),
        Map.of("content-type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
