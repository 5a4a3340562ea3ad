package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Many requests as newline-delimited JSON: one a line, and for each line one answer, in the same
 * order. A line that cannot be answered gets a problem document with its number, and the rest goes
 * on. After the answers comes a summary; where it is missing, answers are missing.
 *
 * <p>Holds no more than one line. Not for several threads at once.
 */
public final class Batch {

  /** The media type of requests and answers. */
  public static final String TYPE = "application/x-ndjson";

  private final Function<byte[], ObjectNode> answer;
  private final String requestId;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private boolean isTooLong;
  private long lines;
  private long faults;

  /**
   * @param answer to one line
   */
  Batch(Function<byte[], ObjectNode> answer, String requestId) {
    this.answer = answer;
    this.requestId = requestId;
  }

  /** The status and the headers of the answers. */
  public Response head() {
    return Response.batch().with(RequestId.HEADER, requestId);
  }

  /** The answers to the lines that end in the next part of the requests. */
  public byte[] take(byte[] part) {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    int start = 0;
    for (int i = 0; i < part.length; i++) {
      if (part[i] == '\n') {
        keep(part, start, i);
        answerTo(answers);
        start = i + 1;
      }
    }
    keep(part, start, part.length);
    return answers.toByteArray();
  }

  /** The answer to a last line without an end, and the summary. */
  public byte[] end() {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    if (line.size() > 0 || isTooLong) {
      answerTo(answers);
    }
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    ObjectNode counts = summary.putObject("summary").put("lines", lines);
    ObjectNode byOutcome = counts.putObject("outcomes");
    outcomes.forEach(byOutcome::put);
    counts.put("faults", faults);
    write(summary, answers);
    return answers.toByteArray();
  }

  /** How many lines were answered so far. */
  public long lines() {
    return lines;
  }

  /** How many of them had no answer but a problem document. */
  public long faults() {
    return faults;
  }

  private void keep(byte[] part, int start, int end) {
    if (line.size() + end - start > Dispatcher.MAX_BODY) {
      isTooLong = true;
      line.reset();
    } else if (!isTooLong) {
      line.write(part, start, end - start);
    }
  }

  private void answerTo(ByteArrayOutputStream answers) {
    lines++;
    try {
      if (isTooLong) {
        throw new ProblemException(Dispatcher.tooLarge("line"));
      }
      ObjectNode answered = answer.apply(line.toByteArray());
      count(answered);
      write(answered, answers);
    } catch (RuntimeException e) {
      faults++;
      write(Dispatcher.problem(e, requestId).document(requestId).put("line", lines), answers);
    }
    line.reset();
    isTooLong = false;
  }

  /** Of a screening, the outcome of each policy. */
  private void count(ObjectNode answered) {
    if (answered.has("outcome")) {
      outcomes.merge(answered.get("outcome").asText(), 1L, Long::sum);
    }
    for (JsonNode finding : answered.path("policies")) {
      outcomes.merge(finding.get("outcome").asText(), 1L, Long::sum);
    }
  }

  private static void write(ObjectNode node, ByteArrayOutputStream to) {
    to.writeBytes(node.toString().getBytes(StandardCharsets.UTF_8));
    to.write('\n');
  }
}
