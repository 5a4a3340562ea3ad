package minsheng.contract.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function's answer, turned back into HTTP. */
final class GatewayResponse {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private GatewayResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** What the gateway says in its own name. */
  static GatewayResponse message(int status, String message) {
    byte[] body = Json.write(Map.of("message", message)).getBytes(UTF_8);
    return new GatewayResponse(status, Map.of("content-type", List.of("application/json")), body);
  }

  /**
   * Reads the answer as a gateway of this format does.
   *
   * <p>In one point it is stricter: an HTTP API takes an answer without a status for a body of a
   * 200. Our functions always state one, so its absence is a fault that must show.
   */
  static GatewayResponse read(PayloadFormat format, byte[] answer) throws FunctionException {
    JsonNode root;
    try {
      root = JSON.readTree(answer);
    } catch (IOException e) {
      throw new FunctionException("the answer is not JSON", e);
    }
    JsonNode status = root.path("statusCode");
    if (!status.isInt() || status.intValue() < 200 || status.intValue() > 599) {
      throw new FunctionException("the answer has no valid statusCode");
    }
    return new GatewayResponse(
        status.intValue(),
        switch (format) {
          case V1 -> headersOfV1(root);
          case V2 -> headersOfV2(root);
        },
        body(root));
  }

  int status() {
    return status;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** Both maps count, merged; a value that stands in both is sent once. */
  private static Map<String, List<String>> headersOfV1(JsonNode root) throws FunctionException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonNode> header : root.path("multiValueHeaders").properties()) {
      for (JsonNode value : header.getValue()) {
        valuesOf(header.getKey(), headers).add(scalar(header.getKey(), value));
      }
    }
    for (Map.Entry<String, JsonNode> header : root.path("headers").properties()) {
      String value = scalar(header.getKey(), header.getValue());
      List<String> values = valuesOf(header.getKey(), headers);
      if (!values.contains(value)) {
        values.add(value);
      }
    }
    return headers;
  }

  /** An HTTP API knows no {@code multiValueHeaders}: only cookies may be many. */
  private static Map<String, List<String>> headersOfV2(JsonNode root) throws FunctionException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonNode> header : root.path("headers").properties()) {
      valuesOf(header.getKey(), headers).add(scalar(header.getKey(), header.getValue()));
    }
    for (JsonNode cookie : root.path("cookies")) {
      valuesOf("set-cookie", headers).add(scalar("cookies", cookie));
    }
    return headers;
  }

  private static byte[] body(JsonNode root) throws FunctionException {
    JsonNode body = root.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (!body.isTextual()) {
      throw new FunctionException("the answer's body is not a string");
    }
    if (!root.path("isBase64Encoded").asBoolean(false)) {
      return body.textValue().getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body.textValue());
    } catch (IllegalArgumentException e) {
      throw new FunctionException("the answer's body is not base64", e);
    }
  }

  private static List<String> valuesOf(String header, Map<String, List<String>> headers) {
    return headers.computeIfAbsent(header, name -> new ArrayList<>());
  }

  private static String scalar(String header, JsonNode value) throws FunctionException {
    // A line break would end the header: the server refuses it, and so does the cloud.
    if (!value.isValueNode() || value.isNull() || value.asText().matches("(?s).*[\\r\\n].*")) {
      throw new FunctionException("header " + header + " has no valid value");
    }
    return value.asText();
  }
}
