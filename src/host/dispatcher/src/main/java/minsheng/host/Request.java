package minsheng.host;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern QUALITY = Pattern.compile(".*;q=([01](?:\\.\\d{0,3})?)(?:;.*)?");

  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Whether the body is a batch: many cases, one a line. */
  public boolean isBatch() {
    return isOf(Batch.TYPE);
  }

  /** Whether the body is of a media type. */
  boolean isOf(String type) {
    String given = header("content-type");
    return given != null && given.split(";", 2)[0].strip().equalsIgnoreCase(type);
  }

  /**
   * Whether the caller likes a media type better than another. A client that accepts all that there
   * is likes them alike; one that is not named is not liked.
   *
   * @param type in lower case
   */
  boolean prefers(String type, String other) {
    return quality(type) > quality(other);
  }

  private double quality(String type) {
    String accept = header("accept");
    return accept == null
        ? 0
        : Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
            .map(range -> range.replaceAll("\\s", ""))
            .filter(range -> range.split(";", 2)[0].equals(type))
            .mapToDouble(Request::qualityOf)
            .max()
            .orElse(0);
  }

  private static double qualityOf(String range) {
    Matcher quality = QUALITY.matcher(range);
    return quality.matches() ? Double.parseDouble(quality.group(1)) : 1;
  }
}
