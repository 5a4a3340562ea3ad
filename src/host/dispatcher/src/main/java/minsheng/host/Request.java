package minsheng.host;

import java.util.Arrays;
import java.util.Locale;
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

  /** Whether the body is of a media type. */
  boolean isOf(String type) {
    String given = header("content-type");
    return given != null && given.split(";", 2)[0].strip().equalsIgnoreCase(type);
  }

  /**
   * Whether the caller names a media type among those that it accepts, however little it likes it.
   *
   * @param type in lower case
   */
  boolean accepts(String type) {
    String accept = header("accept");
    return accept != null
        && Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
            .map(range -> range.replaceAll("\\s", ""))
            .anyMatch(
                range ->
                    range.split(";", 2)[0].equals(type) && !range.matches(".*;q=0(\\.0*)?(;.*)?"));
  }
}
