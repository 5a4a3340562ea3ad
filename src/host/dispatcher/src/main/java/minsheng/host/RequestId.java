package minsheng.host;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request, by which a problem document is found again in the logs of a gateway. */
final class RequestId {

  static final String HEADER = "X-Request-Id";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private RequestId() {}

  /**
   * @param told by the gateway; an id of our own is made where there is none that could be repeated
   */
  static String of(@Nullable String told) {
    return told != null && ID.matcher(told).matches()
        ? told
        : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
