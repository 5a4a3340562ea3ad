package minsheng.host.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import minsheng.host.Batch;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Requests and answers as a table (RFC 4180, UTF-8): one row a request. A column is headed by the
 * name of a fact, with the entry for a field of a list ({@code children[0].birthDate}), or {@code
 * asOf}; what stands under a heading that begins with # is copied to the answer and read by nobody.
 */
final class Table {

  /** By which spreadsheets know UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final List<String> OF_ANSWER =
      List.of("reasons", "missingFacts", "missingParameters", "problem");

  private final Contract contract;
  private final Batch batch;

  Table(Contract contract, Batch batch) {
    this.contract = contract;
    this.batch = batch;
  }

  /**
   * @throws RefusedException when there is no heading, or one that names an unknown fact
   */
  void answer(InputStream in, OutputStream out) throws IOException {
    try (CSVParser rows = CSVFormat.RFC4180.parse(text(in));
        CSVPrinter answers =
            new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8).append(BYTE_ORDER_MARK),
                CSVFormat.RFC4180)) {
      Iterator<CSVRecord> remaining = rows.iterator();
      if (!remaining.hasNext()) {
        throw new RefusedException("the table is empty; its first row names the facts.");
      }
      List<Column> columns = columns(remaining.next());
      List<String> results = results(columns);
      answers.printRecord(
          Stream.of(
                  copied(columns).map(Column::heading),
                  Stream.of("outcome"),
                  results.stream(),
                  OF_ANSWER.stream())
              .flatMap(Function.identity()));
      // Fewer fields than the heading are the same as empty ones.
      while (remaining.hasNext()) {
        CSVRecord row = remaining.next();
        JsonNode answer = Contract.json(batch.take(line(columns, row)));
        answers.printRecord(
            Stream.of(
                    copied(columns).map(column -> column.in(row)),
                    Stream.of(answer.path("outcome").asText()),
                    results.stream().map(name -> cell(at(answer.path("result"), name))),
                    ofAnswer(answer))
                .flatMap(Function.identity()));
      }
    } catch (CharacterCodingException e) {
      throw new RefusedException("the table is not in UTF-8; save it as “CSV UTF-8”.");
    }
  }

  private static BufferedReader text(InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private List<Column> columns(CSVRecord headings) {
    Map<String, String> types = contract.facts();
    List<Column> columns = new ArrayList<>();
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    for (String heading : headings) {
      Column column = Column.of(heading.strip(), columns.size(), types);
      columns.add(column);
      if (!column.isCopied()) {
        column.name(named);
      }
    }
    named.remove("asOf");
    contract.refuseUnknown(named);
    return columns;
  }

  private static Stream<Column> copied(List<Column> columns) {
    return columns.stream().filter(Column::isCopied);
  }

  /** The fields of the result; those of entries once for each entry that the table has room for. */
  private List<String> results(List<Column> columns) {
    int entries = columns.stream().mapToInt(Column::entries).max().orElse(0);
    List<String> names = contract.result();
    return names.stream()
        .filter(name -> names.stream().noneMatch(other -> other.startsWith(name + "[].")))
        .flatMap(
            name ->
                name.contains("[]")
                    ? IntStream.range(0, entries).mapToObj(i -> name.replace("[]", "[" + i + "]"))
                    : Stream.of(name))
        .toList();
  }

  private static byte[] line(List<Column> columns, CSVRecord row) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    ObjectNode facts = request.putObject("facts");
    // Last how long a list is: what is told of its entries may contradict it.
    columns.stream()
        .filter(column -> !column.isCopied() && !column.in(row).isEmpty())
        .sorted(Comparator.comparing(Column::isList))
        .forEach(column -> column.tell(column.in(row), column.isDay() ? request : facts));
    return (request + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<String> ofAnswer(JsonNode answer) {
    return Stream.of(
        joined(answer.path("reasons"), each -> each.path("text").asText()),
        joined(answer.path("missingFacts"), JsonNode::asText),
        joined(answer.path("missingParameters"), JsonNode::asText),
        answer.path("errors").isEmpty()
            ? answer.path("detail").asText()
            : joined(
                answer.path("errors"),
                each -> each.path("pointer").asText() + ": " + each.path("detail").asText()));
  }

  private static String joined(JsonNode list, Function<JsonNode, String> text) {
    return String.join(" ", StreamSupport.stream(list.spliterator(), false).map(text).toList());
  }

  /** What stands under a name such as {@code children[1].monthlyYuan}. */
  private static JsonNode at(JsonNode result, String name) {
    return result.at("/" + name.replace("[", "/").replace("]", "").replace('.', '/'));
  }

  private static String cell(JsonNode value) {
    return value.isArray() ? joined(value, JsonNode::asText) : value.asText("");
  }
}
