package minsheng.compiler;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names and literals of the Java that is written. */
final class Java {

  private Java() {}

  static String string(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return '"' + escaped + '"';
  }

  static String strings(List<String> texts) {
    return "List.of(" + String.join(", ", texts.stream().map(Java::string).toList()) + ")";
  }

  static String date(@Nullable LocalDate date) {
    return date == null
        ? "null"
        : "LocalDate.of(%d, %d, %d)"
            .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  static String month(YearMonth month) {
    return "YearMonth.of(%d, %d)".formatted(month.getYear(), month.getMonthValue());
  }

  /** {@code maxMonths} and {@code thirty-six-month-cap} as the name of a constant. */
  static String constant(String name) {
    String constant =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('-', '_').toUpperCase(Locale.ROOT);
    return Character.isDigit(constant.charAt(0)) ? "_" + constant : constant;
  }

  /** {@code monthRule} as the name of a type. */
  static String type(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code children} as the name of the type of one of them. */
  static String entryType(String list) {
    return type(list.equals("children") ? "child" : list.substring(0, list.length() - 1));
  }

  /** A text within a documentation comment. */
  static String comment(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("*/", "*&#47;")
        .replace("@", "&#64;");
  }

  /** An enum of the contract's codes. */
  static String enumeration(String name, String modifiers, List<Type.Choice> choices) {
    StringBuilder text = new StringBuilder(modifiers + "enum " + name + " implements Coded {\n");
    for (int i = 0; i < choices.size(); i++) {
      Type.Choice choice = choices.get(i);
      text.append("  /** ")
          .append(comment(choice.label()))
          .append(" */\n  ")
          .append(choice.constant());
      text.append("(")
          .append(string(choice.value()))
          .append(", ")
          .append(string(choice.label()))
          .append(")");
      text.append(i == choices.size() - 1 ? ";\n" : ",\n");
    }
    return text.append("\n  private final String code;\n  private final String label;\n\n  ")
        .append(name)
        .append(
            "(String code, String label) {\n    this.code = code;\n    this.label = label;\n  }\n\n")
        .append(
            "  @Override public String code() { return code; }\n\n  @Override public String label() { return label; }\n}\n")
        .toString();
  }
}
