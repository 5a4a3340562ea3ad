package minsheng.host;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import minsheng.host.Problem.Kind;

/**
 * Reads JSON as RFC 8259 has it and nothing beyond: no duplicate keys, no NaN, exact numbers, and
 * limits on everything.
 */
final class Json {

  /** Deep enough for entries of lists in facts, with room. */
  static final int MAX_DEPTH = 16;

  static final int MAX_NUMBER_LENGTH = 100;
  static final int MAX_STRING_LENGTH = 2_000;
  static final int MAX_NAME_LENGTH = 200;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxStringLength(MAX_STRING_LENGTH)
                          .maxNameLength(MAX_NAME_LENGTH)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * @throws ProblemException when the body is no JSON, or exceeds a limit
   */
  static JsonNode read(byte[] body) {
    if (body.length == 0) {
      throw malformed("The body is empty. Send a JSON object, such as {\"facts\": {}}.");
    }
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node.isMissingNode()) {
        throw malformed("The body is empty. Send a JSON object, such as {\"facts\": {}}.");
      }
      return node;
    } catch (StreamConstraintsException e) {
      throw new ProblemException(
          Problem.of(
              Kind.LIMIT_EXCEEDED,
              "At most %d levels of nesting, %d characters in a number, %d in a text and %d in a name are read."
                  .formatted(MAX_DEPTH, MAX_NUMBER_LENGTH, MAX_STRING_LENGTH, MAX_NAME_LENGTH)));
    } catch (JsonProcessingException e) {
      throw malformed(fault(e) + place(e.getLocation()));
    } catch (IOException e) {
      throw malformed("The body is not text in UTF-8.");
    }
  }

  // The parser's own message may repeat what the body says.
  private static String fault(JsonProcessingException e) {
    return e.getOriginalMessage().startsWith("Duplicate field")
        ? "A name stands twice in one object; give each once."
        : "The body is not well-formed JSON; check quotes, commas and brackets, and that it is complete.";
  }

  private static String place(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " It was read up to line %d, column %d."
            .formatted(location.getLineNr(), location.getColumnNr());
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(Problem.of(Kind.MALFORMED_JSON, detail));
  }
}
