package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a request has no answer: an RFC 9457 problem document. All faults of a request are told at
 * once.
 *
 * @param headers further headers of the response, such as {@code Allow}
 */
record Problem(Kind kind, String detail, List<Fault> faults, Map<String, String> headers) {

  /** The kinds of problem; {@code type} is made of the name. */
  enum Kind {
    MALFORMED_JSON(400, "The body is not well-formed JSON"),
    LIMIT_EXCEEDED(400, "The body exceeds a limit of JSON"),
    INVALID_REQUEST(400, "The request names something that does not exist"),
    INVALID_VALUES(422, "A value is not of its type or out of its range"),
    FORBIDDEN(403, "The caller may not do this"),
    UNKNOWN_POLICY(404, "There is no such policy"),
    UNKNOWN_PATH(404, "There is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "The path does not have this method"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not application/json"),
    INTERNAL_ERROR(500, "The answer could not be made");

    final int status;
    final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    String type() {
      return "urn:minsheng:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One fault of a request.
   *
   * @param pointer where it is, as a JSON pointer (RFC 6901)
   * @param given what stands there, shortened
   * @param allowed what may stand there
   * @param near a name that was probably meant
   */
  record Fault(
      String pointer,
      String code,
      String detail,
      @Nullable String given,
      @Nullable String allowed,
      @Nullable String near) {

    /** Whether the request names something that does not exist; otherwise a value is wrong. */
    boolean isOfNames() {
      return code.startsWith("unknown-")
          && !code.equals("unknown-value")
          && !code.equals("unknown-division");
    }
  }

  static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  /** One document for everything that is wrong with a well-formed body. */
  static Problem of(List<Fault> faults) {
    Kind kind =
        faults.stream().anyMatch(Fault::isOfNames) ? Kind.INVALID_REQUEST : Kind.INVALID_VALUES;
    String detail =
        faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " faults; see errors.";
    return new Problem(kind, detail, faults, Map.of());
  }

  Problem with(String header, String value) {
    return new Problem(kind, detail, faults, Map.of(header, value));
  }

  /** The document as a response. */
  Response response(String requestId) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put("Cache-Control", "no-store");
    return Response.of(
        kind.status, "application/problem+json", document(requestId).toString(), more);
  }

  ObjectNode document(String requestId) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("type", kind.type());
    document.put("title", kind.title);
    document.put("status", kind.status);
    document.put("detail", detail);
    document.put("requestId", requestId);
    if (!faults.isEmpty()) {
      ArrayNode errors = document.putArray("errors");
      faults.forEach(fault -> errors.add(node(fault)));
    }
    return document;
  }

  private static JsonNode node(Fault fault) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("pointer", fault.pointer);
    node.put("code", fault.code);
    node.put("detail", fault.detail);
    putIfPresent(node, "given", fault.given);
    putIfPresent(node, "allowed", fault.allowed);
    putIfPresent(node, "near", fault.near);
    return node;
  }

  private static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
