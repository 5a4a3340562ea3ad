package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import minsheng.host.Problem.Fault;
import minsheng.kernel.Coded;
import minsheng.kernel.Division;
import minsheng.kernel.Harbin;
import minsheng.kernel.Money;
import minsheng.kernel.Range;
import minsheng.kernel.ValueType;
import minsheng.kernel.ValueType.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of a type of the vocabulary, strictly, and notes what is wrong with it: what was
 * given, what is allowed and, for a misspelling, what was probably meant.
 */
final class ValueReader {

  /** Far above any household's money, and low enough that no product with a count overflows. */
  static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(10_000_000_000L);

  static final int MAX_INTEGER = 1_000_000;
  static final int MAX_DECIMALS = 6;
  static final int MAX_ENTRIES = 100;
  static final int MAX_TEXT = 100;
  static final int MIN_YEAR = 1900;
  static final int MAX_YEAR = 2100;

  private static final int MAX_GIVEN = 60;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DIVISION = Pattern.compile("[1-8]\\d{5}");
  private static final String HARBIN = Harbin.CITY.code().substring(0, 4);

  private final List<Fault> faults;

  ValueReader(List<Fault> faults) {
    this.faults = faults;
  }

  /**
   * @return empty when the value is wrong; the fault is noted
   */
  Optional<Object> read(ValueType type, @Nullable Range range, JsonNode node, String pointer) {
    return switch (type) {
      case ValueType.Choice(List<? extends Coded> allowed) -> choice(allowed, node, pointer);
      case ValueType.ListOf(Plain element) -> list(element, node, pointer);
      case Plain plain ->
          switch (plain) {
            case BOOLEAN ->
                node.isBoolean()
                    ? Optional.of(node.booleanValue())
                    : wrongType(node, pointer, "true or false");
            case INTEGER -> integer(range, node, pointer);
            case MONEY -> number(2, range, node, pointer, "yuan").map(Money::ofYuan);
            case NUMBER ->
                number(MAX_DECIMALS, range, node, pointer, "a number").map(number -> number);
            case DATE -> date(node, pointer).map(date -> date);
            case MONTH -> month(node, pointer);
            case DIVISION -> division(node, pointer);
            case TEXT -> text(node, pointer);
            case ENTRIES -> throw new IllegalArgumentException("entries are read by their fields");
          };
    };
  }

  Optional<LocalDate> date(JsonNode node, String pointer) {
    String allowed = "a date YYYY-MM-DD from %d-01-01 to %d-12-31".formatted(MIN_YEAR, MAX_YEAR);
    if (!node.isTextual() || !DATE.matcher(node.textValue()).matches()) {
      return wrongType(node, pointer, allowed);
    }
    try {
      LocalDate date = LocalDate.parse(node.textValue());
      return isInRange(date.getYear(), node, pointer, allowed)
          ? Optional.of(date)
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return fault(
          pointer,
          "impossible-date",
          "There is no such day; give " + allowed + ".",
          node,
          allowed,
          null);
    }
  }

  /** The entries of a list, if it is one and not too long. */
  Optional<List<JsonNode>> entries(JsonNode node, String pointer) {
    return entries(node, pointer, MAX_ENTRIES);
  }

  Optional<List<JsonNode>> entries(JsonNode node, String pointer, int most) {
    if (!node.isArray()) {
      return wrongType(node, pointer, "a list");
    }
    if (node.size() > most) {
      faults.add(
          new Fault(
              pointer,
              "too-many-entries",
              "The list is too long; give at most " + most + " entries.",
              node.size() + " entries",
              "at most " + most + " entries",
              null));
      return Optional.empty();
    }
    List<JsonNode> entries = new ArrayList<>();
    node.forEach(entries::add);
    return Optional.of(entries);
  }

  <T> Optional<T> wrongType(JsonNode node, String pointer, String allowed) {
    return fault(
        pointer,
        "wrong-type",
        "This is " + kind(node) + "; give " + allowed + ".",
        node,
        allowed,
        null);
  }

  private Optional<Object> choice(List<? extends Coded> allowed, JsonNode node, String pointer) {
    List<String> codes = allowed.stream().map(Coded::code).toList();
    String list = "one of " + String.join(", ", codes);
    if (!node.isTextual()) {
      return wrongType(node, pointer, list);
    }
    String given = node.textValue();
    for (Coded each : allowed) {
      if (each.code().equals(given)) {
        return Optional.of(each);
      }
    }
    String near = NearName.of(given, codes).orElse(null);
    return fault(
        pointer,
        "unknown-value",
        "This value does not exist; give " + list + ".",
        node,
        list,
        near);
  }

  private Optional<Object> list(Plain element, JsonNode node, String pointer) {
    return entries(node, pointer)
        .map(
            entries -> {
              List<Object> values = new ArrayList<>();
              for (int i = 0; i < entries.size(); i++) {
                read(element, null, entries.get(i), pointer + "/" + i).ifPresent(values::add);
              }
              return values;
            });
  }

  private Optional<Object> integer(@Nullable Range range, JsonNode node, String pointer) {
    String allowed =
        "a whole number"
            + (range == null ? " from 0" : " " + range.text())
            + ", at most "
            + MAX_INTEGER;
    if (!node.isIntegralNumber()) {
      return wrongType(node, pointer, allowed);
    }
    if (!node.canConvertToInt()
        || node.intValue() > MAX_INTEGER
        || !isWithin(range, BigDecimal.valueOf(node.intValue()))) {
      return outOfRange(node, pointer, allowed);
    }
    return Optional.of(node.intValue());
  }

  private Optional<BigDecimal> number(
      int decimals, @Nullable Range range, JsonNode node, String pointer, String what) {
    String allowed =
        "%s as a JSON number%s, at most %s, with at most %d decimals"
            .formatted(
                what,
                range == null ? " from 0" : " " + range.text(),
                MAX_NUMBER.toPlainString(),
                decimals);
    if (!node.isNumber()) {
      return wrongType(node, pointer, allowed);
    }
    BigDecimal number = node.decimalValue();
    if (!isWithin(range, number) || number.compareTo(MAX_NUMBER) > 0) {
      return outOfRange(node, pointer, allowed);
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > decimals) {
      return fault(
          pointer,
          "too-many-decimals",
          "The number has too many decimals; give " + allowed + ".",
          node,
          allowed,
          null);
    }
    return Optional.of(plain);
  }

  private static boolean isWithin(@Nullable Range range, BigDecimal number) {
    return range == null ? number.signum() >= 0 : range.contains(number);
  }

  private Optional<Object> month(JsonNode node, String pointer) {
    String allowed = "a month YYYY-MM from %d-01 to %d-12".formatted(MIN_YEAR, MAX_YEAR);
    if (!node.isTextual() || !MONTH.matcher(node.textValue()).matches()) {
      return wrongType(node, pointer, allowed);
    }
    try {
      YearMonth month = YearMonth.parse(node.textValue());
      return isInRange(month.getYear(), node, pointer, allowed)
          ? Optional.of(month)
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return fault(
          pointer,
          "impossible-date",
          "There is no such month; give " + allowed + ".",
          node,
          allowed,
          null);
    }
  }

  private boolean isInRange(int year, JsonNode node, String pointer, String allowed) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      fault(
          pointer,
          "date-out-of-range",
          "The year is out of range; give " + allowed + ".",
          node,
          allowed,
          null);
      return false;
    }
    return true;
  }

  private Optional<Object> division(JsonNode node, String pointer) {
    String allowed =
        "a six-digit division code as a text, such as \"230103\"; GET /v1/divisions lists those of Harbin";
    if (!node.isTextual() || !DIVISION.matcher(node.textValue()).matches()) {
      return wrongType(node, pointer, allowed);
    }
    Division division = new Division(node.textValue());
    if (division.code().startsWith(HARBIN) && !division.isInHarbin()) {
      return fault(
          pointer,
          "unknown-division",
          "Harbin has no district or county of this code today; a former one has a present code. Give "
              + allowed
              + ".",
          node,
          allowed,
          null);
    }
    return Optional.of(division);
  }

  private Optional<Object> text(JsonNode node, String pointer) {
    String allowed = "a text of at most " + MAX_TEXT + " characters";
    if (!node.isTextual()) {
      return wrongType(node, pointer, allowed);
    }
    return node.textValue().length() > MAX_TEXT
        ? fault(
            pointer,
            "text-too-long",
            "The text is too long; give " + allowed + ".",
            node,
            allowed,
            null)
        : Optional.of(node.textValue());
  }

  private <T> Optional<T> outOfRange(JsonNode node, String pointer, String allowed) {
    return fault(
        pointer,
        "out-of-range",
        "The number is out of range; give " + allowed + ".",
        node,
        allowed,
        null);
  }

  private <T> Optional<T> fault(
      String pointer,
      String code,
      String detail,
      JsonNode given,
      String allowed,
      @Nullable String near) {
    faults.add(
        new Fault(
            pointer,
            code,
            near == null ? detail : detail + " Did you mean `" + near + "`?",
            given(given),
            allowed,
            near));
    return Optional.empty();
  }

  private static String given(JsonNode node) {
    String text =
        node.isNumber() ? number(node) : node.isContainerNode() ? kind(node) : node.toString();
    return shortened(text);
  }

  // As it was written, not expanded: 1e400 would fill a line.
  private static String number(JsonNode node) {
    return node.isIntegralNumber() ? node.asText() : node.decimalValue().toString();
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case BOOLEAN -> "a boolean";
      case NUMBER -> "a number";
      default -> "null";
    };
  }

  /** The part of a pointer that names a field. */
  static String escape(String name) {
    String shortened = name.length() > MAX_GIVEN ? name.substring(0, MAX_GIVEN) + "…" : name;
    return shortened.replace("~", "~0").replace("/", "~1");
  }

  /** A name that stands as a key. */
  static Fault unknown(String what, String pointer, String name, Set<String> names) {
    return unknownName(what, pointer + "/" + escape(name), "unknown-" + what, name, names);
  }

  /** A parameter of the query; its pointer says so. */
  static Fault unknownQuery(String name, Set<String> names) {
    return unknownName(
        "query parameter", "?" + shortened(name), "unknown-query-parameter", name, names);
  }

  static Fault unknownQueryValue(String name, String value, String allowed) {
    return new Fault(
        "?" + name,
        "unknown-value",
        "The query parameter `"
            + name
            + "` is `"
            + shortened(value)
            + "`; allowed: "
            + allowed
            + ".",
        shortened(value),
        allowed,
        null);
  }

  /** A name that stands at a pointer as a value. */
  static Fault unknownName(
      String what, String pointer, String code, String name, Set<String> names) {
    String near = NearName.of(name, names).orElse(null);
    String remedy = near == null ? "" : ": did you mean `" + near + "`?";
    String shown = shortened(name);
    return new Fault(
        pointer, code, "unknown " + what + " `" + shown + "`" + remedy, shown, null, near);
  }

  private static String shortened(String text) {
    return text.length() > MAX_GIVEN ? text.substring(0, MAX_GIVEN) + "…" : text;
  }
}
