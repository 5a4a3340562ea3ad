package minsheng.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person could do about a fact, as the vocabulary has it.
 *
 * @param values as Java
 */
record Attainable(String kind, @Nullable String towards, String values, String zh) {

  private static final Set<String> KINDS = Set.of("amount", "registration", "document");
  private static final Set<String> DIRECTIONS = Set.of("lower", "higher");

  /** The types of which one value after another can be come to. */
  private static final Set<String> OF_VALUES = Set.of("boolean", "enum", "division");

  private static final Set<String> OF_DIRECTIONS = Set.of("integer", "number");

  /** Where the sentence has the difference. */
  private static final String BY = "{by}";

  private static final int LONGEST_SENTENCE = 30;
  private static final String ANY_OF_HARBIN = "harbin";

  static Attainable of(Entry entry, Type type) {
    boolean hasDirection = entry.has("towards");
    if (hasDirection == entry.has("values")) {
      entry.fault("either `towards` or `values`");
    }
    return new Attainable(
        entry.oneOf("kind", KINDS),
        hasDirection ? towards(entry, type) : null,
        entry.has("values") ? values(entry, type) : "List.of()",
        sentence(entry, hasDirection));
  }

  private static String towards(Entry entry, Type type) {
    if (!OF_DIRECTIONS.contains(type.declared())) {
      entry.fault("`towards` is for a number or an integer");
    }
    return entry.oneOf("towards", DIRECTIONS);
  }

  private static String values(Entry entry, Type type) {
    JsonNode values = entry.value("values");
    if (!OF_VALUES.contains(type.declared())) {
      entry.fault("`values` are for a boolean, an enum or a division");
    } else if (!values.isArray() || values.isEmpty()) {
      entry.fault("`values` must be a list of one value at least");
    }
    if (type.declared().equals("division")
        && values.size() == 1
        && values.path(0).asText().equals(ANY_OF_HARBIN)) {
      return "Harbin.DIVISIONS.stream().<Object>map(Division.OfHarbin::division).toList()";
    }
    List<String> literals = new ArrayList<>();
    for (JsonNode value : values) {
      String literal = type.literal(value);
      if (literal == null) {
        entry.fault("`values` has `" + Entry.shown(value) + "`, expected: " + type.expectation());
      }
      literals.add(literal);
    }
    return "List.of(" + String.join(", ", literals) + ")";
  }

  private static String sentence(Entry entry, boolean hasDirection) {
    String zh = entry.text("zh");
    if (zh.length() > LONGEST_SENTENCE) {
      entry.fault("`zh` has " + zh.length() + " characters; at most " + LONGEST_SENTENCE);
    }
    if (hasDirection != zh.contains(BY)) {
      entry.fault("`zh` has `" + BY + "`, the place of the difference, exactly with `towards`");
    }
    return zh;
  }

  /** The kernel's, as Java. */
  String expression() {
    return "new Attainable(Attainable.Kind.%s, %s, %s, %s)"
        .formatted(
            Java.constant(kind),
            towards == null ? "null" : "Attainable.Towards." + Java.constant(towards),
            values,
            Java.string(zh));
  }
}
