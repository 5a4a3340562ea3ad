package minsheng.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a fact or a parameter: what it is in Java, and how a value of it is written there.
 *
 * @param declared as the YAML file has it
 * @param java the Java type
 * @param expression the kernel's {@code ValueType}, as Java
 * @param choices the allowed values, for an enum
 * @param element the type of the elements, for a list of plain values
 */
record Type(
    String declared, String java, String expression, List<Choice> choices, @Nullable Type element) {

  /**
   * An allowed value of an enum.
   *
   * @param label its meaning in Chinese
   * @param meaning the same in English, for a parameter
   */
  record Choice(String value, String label, @Nullable String meaning) {

    String constant() {
      return Java.constant(value);
    }
  }

  /** A code of GB/T 2260. */
  static final String DIVISION = "[1-8]\\d{5}";

  /** Enums that the kernel has because its own words need them, with their codes. */
  static final Map<String, List<String>> OF_KERNEL =
      Map.of("LeapDayAnniversary", List.of("feb28", "mar1"));

  static final Set<String> OF_FACTS =
      Set.of(
          "boolean",
          "integer",
          "number",
          "date",
          "month",
          "division",
          "string",
          "enum",
          "list of objects");

  static final Set<String> OF_PARAMETERS =
      Set.of(
          "boolean",
          "integer",
          "number",
          "date",
          "month",
          "string",
          "enum",
          "list of divisions",
          "list of numbers",
          "list of strings");

  /**
   * @param unit decides whether a number is money: amounts in yuan are, prices of a unit may have
   *     more decimals
   * @param enumName the Java type of an enum
   */
  static Type of(String declared, @Nullable String unit, List<Choice> choices, String enumName) {
    return switch (declared) {
      case "enum" ->
          new Type(
              declared,
              enumName,
              "new ValueType.Choice(List.of(" + enumName + ".values()))",
              choices,
              null);
      case "list of objects" -> plain(declared, "", "ENTRIES");
      case String list when list.startsWith("list of ") -> {
        Type element = of(singular(list.substring(8)), unit, List.of(), "");
        yield new Type(
            declared,
            "List<" + element.java + ">",
            "new ValueType.ListOf(" + element.expression + ")",
            List.of(),
            element);
      }
      case "boolean" -> plain(declared, "Boolean", "BOOLEAN");
      case "integer" -> plain(declared, "Integer", "INTEGER");
      case "number" ->
          isMoney(unit)
              ? plain(declared, "Money", "MONEY")
              : plain(declared, "BigDecimal", "NUMBER");
      case "date" -> plain(declared, "LocalDate", "DATE");
      case "month" -> plain(declared, "YearMonth", "MONTH");
      case "division" -> plain(declared, "Division", "DIVISION");
      default -> plain(declared, "String", "TEXT");
    };
  }

  static boolean isMoney(@Nullable String unit) {
    return unit != null && unit.startsWith("yuan") && !unit.equals("yuan/unit");
  }

  /** Whether the kernel has this enum, so that it is not made. */
  boolean isOfKernel() {
    return OF_KERNEL.containsKey(java);
  }

  List<String> codes() {
    return choices.stream().map(Choice::value).toList();
  }

  private static Type plain(String declared, String java, String constant) {
    return new Type(declared, java, "ValueType.Plain." + constant, List.of(), null);
  }

  private static String singular(String plural) {
    return plural.substring(0, plural.length() - 1);
  }

  /** A value of this type as Java, or null when it is none. */
  @Nullable String literal(JsonNode value) {
    if (element != null) {
      return listLiteral(element, value);
    }
    try {
      return switch (java) {
        case "Boolean" -> value.isBoolean() ? value.asText() : null;
        case "Integer" -> value.isInt() ? value.asText() : null;
        case "Money" ->
            value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 2
                ? "Money.ofYuan(" + Java.string(value.asText()) + ")"
                : null;
        case "BigDecimal" -> value.isNumber() ? decimal(value.decimalValue()) : null;
        case "LocalDate" ->
            value.isTextual() ? Java.date(LocalDate.parse(value.textValue())) : null;
        case "YearMonth" ->
            value.isTextual() ? Java.month(YearMonth.parse(value.textValue())) : null;
        case "Division" ->
            value.asText().matches(DIVISION)
                ? "new Division(" + Java.string(value.asText()) + ")"
                : null;
        case "String" -> value.isTextual() ? Java.string(value.textValue()) : null;
        default ->
            choices.stream()
                .filter(choice -> choice.value.equals(value.asText()))
                .map(choice -> java + "." + choice.constant())
                .findFirst()
                .orElse(null);
      };
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable String listLiteral(Type element, JsonNode list) {
    List<String> literals = new ArrayList<>();
    for (JsonNode each : list) {
      String literal = element.literal(each);
      if (literal == null) {
        return null;
      }
      literals.add(literal);
    }
    return list.isArray() ? "List.of(" + String.join(", ", literals) + ")" : null;
  }

  private static String decimal(BigDecimal number) {
    return "new BigDecimal(" + Java.string(number.toPlainString()) + ")";
  }

  /** What a value must look like, for a fault. */
  String expectation() {
    return choices.isEmpty()
        ? declared
        : declared.toLowerCase(Locale.ROOT) + " of " + String.join(", ", codes());
  }
}
