package minsheng.compiler;

import static java.util.stream.Collectors.joining;

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
    boolean isOfParameter = choices.stream().allMatch(choice -> choice.meaning() != null);
    List<String> fields =
        isOfParameter ? List.of("code", "label", "meaning") : List.of("code", "label");
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
          .append(isOfParameter ? ", " + string(choice.meaning()) : "")
          .append(")");
      text.append(i == choices.size() - 1 ? ";\n" : ",\n");
    }
    fields.forEach(each -> text.append("\n  private final String %s;".formatted(each)));
    text.append("\n\n  ")
        .append(name)
        .append(fields.stream().map("String "::concat).collect(joining(", ", "(", ") {")));
    fields.forEach(each -> text.append("\n    this.%1$s = %1$s;".formatted(each)));
    text.append("\n  }\n");
    fields.forEach(
        each ->
            text.append("\n  @Override public String %1$s() { return %1$s; }\n".formatted(each)));
    return text.append("}\n").toString();
  }
}
