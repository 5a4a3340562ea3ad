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

  static final String CALENDAR = "text/calendar";
  static final String JSON = "application/json";

  /** An answer about a case: it holds personal data, so nobody keeps a copy. */
  static Response answer(String json) {
    return of(200, JSON, json, Map.of("Cache-Control", "no-store"));
  }

  /** An answer about a case under every policy; the caller may accept a calendar instead. */
  static Response screening(String json) {
    return of(200, JSON, json, Map.of("Cache-Control", "no-store", "Vary", "Accept"));
  }

  /** The days of that answer, to be put into the citizen's own calendar. */
  static Response calendar(String text) {
    return of(
        200,
        CALENDAR + "; charset=utf-8",
        text,
        Map.of(
            "Cache-Control",
            "no-store",
            "Content-Disposition",
            "attachment; filename=\"minsheng.ics\"",
            "Vary",
            "Accept"));
  }

  /** Before the answers of a batch. */
  static Response batch() {
    return of(200, Batch.TYPE, "", Map.of("Cache-Control", "no-store"));
  }

  /** A description of the law: it changes with a new deployment only. */
  static Response description(String json) {
    return of(200, JSON, json, Map.of("Cache-Control", "no-cache"));
  }

  /** The same with another body. */
  Response with(byte[] other) {
    return new Response(status, headers, other);
  }

  /** The same with one more header. */
  Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }

  static Response of(int status, String contentType, String text, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.putAll(more);
    return new Response(status, headers, text.getBytes(StandardCharsets.UTF_8));
  }
}
