package minsheng.contract.lambda;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP request as the gateway has received it, in no payload format yet. */
public final class GatewayRequest {
  private final String method;
  private final URI target;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final String sourceIp;

  /**
   * Takes a request apart from its transport.
   *
   * @param target path and query, as they stand on the request line
   * @param headers with their names as the client wrote them
   */
  public GatewayRequest(
      String method, URI target, Map<String, List<String>> headers, byte[] body, String sourceIp) {
    this.method = method;
    this.target = target;
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    this.body = body.clone();
    this.sourceIp = sourceIp;
  }

  String method() {
    return method;
  }

  String rawPath() {
    return target.getRawPath();
  }

  String decodedPath() {
    return target.getPath();
  }

  String rawQuery() {
    String query = target.getRawQuery();
    return query == null ? "" : query;
  }

  /** The query's names and values, decoded, in the order they came. */
  Map<String, List<String>> query() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String parameter : rawQuery().split("&", -1)) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
      }
    }
    return parameters;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  /** The header's last value. */
  @Nullable String header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getLast())
        .findFirst()
        .orElse(null);
  }

  /**
   * The scope of the caller's token. There is no issuer here: what stands after {@code Bearer} is
   * taken for what the gateway has found in a valid one.
   */
  @Nullable String scope() {
    String authorization = header("Authorization");
    return authorization == null ? null : authorization.replaceFirst("^Bearer ", "");
  }

  String sourceIp() {
    return sourceIp;
  }

  boolean hasBody() {
    return body.length > 0;
  }

  /** The body as text, or null when it is not UTF-8 and must travel as base64. */
  @Nullable String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  String base64() {
    return Base64.getEncoder().encodeToString(body);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
