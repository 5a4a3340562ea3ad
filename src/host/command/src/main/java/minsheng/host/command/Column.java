package minsheng.host.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * One column of a table of requests.
 *
 * @param list the list that the fact is a field of; empty for a fact of the case itself
 * @param entry the place in the list
 * @param type of the fact in the contract; empty where the policy does not read it
 */
record Column(String heading, int place, String list, int entry, String field, String type) {

  private static final String COPIED = "#";
  private static final String DAY = "asOf";
  private static final Pattern ENTRY = Pattern.compile("(\\w+)\\[(\\d{1,2})]\\.(\\w+)");
  private static final Pattern WRITTEN_DAY =
      Pattern.compile("(\\d{4})[/.年](\\d{1,2})[/.月](\\d{1,2})日?");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * @param types of the facts that the policy reads, by name
   */
  static Column of(String heading, int place, Map<String, String> types) {
    Matcher match = ENTRY.matcher(heading);
    if (match.matches()) {
      String type = types.getOrDefault(match.group(1) + "[]." + match.group(3), "");
      int entry = Integer.parseInt(match.group(2));
      return new Column(heading, place, match.group(1), entry, match.group(3), type);
    }
    return new Column(
        heading,
        place,
        "",
        0,
        heading,
        heading.equals(DAY) ? "date" : types.getOrDefault(heading, ""));
  }

  /** Whether the column is none of the request's. */
  boolean isCopied() {
    return heading.startsWith(COPIED);
  }

  boolean isDay() {
    return heading.equals(DAY);
  }

  /** How many entries a list has that reaches to this column. */
  int entries() {
    return list.isEmpty() ? 0 : entry + 1;
  }

  String in(CSVRecord row) {
    return place < row.size() ? row.get(place).strip() : "";
  }

  /** Names the fact and tells nothing of it. */
  void name(ObjectNode facts) {
    if (isList()) {
      facts.withArray(field);
    } else {
      holder(facts).putNull(field);
    }
  }

  /** Tells the fact. What cannot be read is told as it stands: the answer says what is wrong. */
  void tell(String text, ObjectNode facts) {
    if (isList()) {
      tellLength(text, facts);
    } else if (!type.isEmpty()) {
      holder(facts).set(field, value(text));
    }
  }

  /** Whether the column tells how many entries a list has. */
  boolean isList() {
    return type.equals("list of objects");
  }

  private void tellLength(String text, ObjectNode facts) {
    ArrayNode entries = facts.withArray(field);
    if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < entries.size()) {
      facts.put(field, text);
      return;
    }
    while (entries.size() < Integer.parseInt(text)) {
      entries.addObject();
    }
  }

  private ObjectNode holder(ObjectNode facts) {
    if (list.isEmpty()) {
      return facts;
    }
    ArrayNode entries = facts.withArray(list);
    while (entries.size() <= entry) {
      entries.addObject();
    }
    return (ObjectNode) entries.get(entry);
  }

  private JsonNode value(String text) {
    return switch (type) {
      case "boolean" ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "是", "1" -> NODES.booleanNode(true);
            case "false", "否", "0" -> NODES.booleanNode(false);
            default -> NODES.textNode(text);
          };
      case "integer", "number", "money" -> number(text);
      case "date" -> NODES.textNode(day(text));
      default -> NODES.textNode(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return NODES.numberNode(new BigDecimal(text.replace(",", "")));
    } catch (NumberFormatException e) {
      return NODES.textNode(text);
    }
  }

  /** Spreadsheets write 2025/6/1. */
  private static String day(String text) {
    Matcher match = WRITTEN_DAY.matcher(text);
    return match.matches()
        ? "%s-%02d-%02d"
            .formatted(
                match.group(1), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)))
        : text;
  }
}
