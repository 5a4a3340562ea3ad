package minsheng.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, whatever it came through.
 *
 * @param path without query, not decoded
 * @param query by name, decoded
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // a body on its way, compared by nobody
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
