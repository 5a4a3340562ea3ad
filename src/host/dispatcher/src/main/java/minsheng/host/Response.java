package minsheng.host;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, for whatever it goes through.
 *
 * @param headers by name
 */
@SuppressWarnings("ArrayRecordComponent") // a body on its way, compared by nobody
public record Response(int status, Map<String, String> headers, byte[] body) {

  private static final String JSON = "application/json";

  /** An answer about a case: it holds personal data, so nobody keeps a copy. */
  static Response answer(String json) {
    return of(200, JSON, json, Map.of("Cache-Control", "no-store"));
  }

  /** A description of the law: it changes with a new deployment only. */
  static Response description(String json) {
    return of(200, JSON, json, Map.of("Cache-Control", "no-cache"));
  }

  static Response of(int status, String contentType, String text, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.putAll(more);
    return new Response(status, headers, text.getBytes(StandardCharsets.UTF_8));
  }
}
