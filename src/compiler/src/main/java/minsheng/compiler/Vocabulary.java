package minsheng.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shared vocabulary of facts, from {@code vocabulary.yaml}, and the divisions, from {@code
 * divisions.yaml}.
 */
final class Vocabulary {

  static final String PACKAGE = "minsheng.vocabulary";

  private static final Set<String> PERSONAL_DATA = Set.of("none", "personal", "sensitive-personal");
  private static final Pattern RANGE =
      Pattern.compile("(?<from>[≥>]) (?<least>\\d+)|(?<min>\\d+)–(?<max>\\d+)");
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z][A-Za-z]*\\[]\\.)?[a-z][A-Za-z0-9]*");

  /** Defaults that follow from the day asked about, by Java type. */
  private static final Map<String, String> DEFAULTS_OF_THE_DAY =
      Map.of("LocalDate", "asOf", "YearMonth", "month of asOf", "Integer", "year of asOf");

  /** A fact as the vocabulary has it. */
  record Fact(
      String name,
      Type type,
      @Nullable String unit,
      @Nullable String range,
      String question,
      @Nullable String hint,
      String meaning,
      String personalData,
      @Nullable Object defaultValue,
      @Nullable String defaultReason,
      @Nullable Attainable attainable,
      @Nullable String situation) {

    /** The list whose entries have this field; empty for a fact of the case itself. */
    String list() {
      return name.contains("[].") ? name.substring(0, name.indexOf("[].")) : "";
    }

    String field() {
      return name.contains("[].") ? name.substring(name.indexOf("[].") + 3) : name;
    }
  }

  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Path functions;

  private Vocabulary(Path functions) {
    this.functions = functions;
  }

  /**
   * @throws BrokenLawException naming every fault of the file
   */
  static Vocabulary read(Path functions) {
    List<String> faults = new ArrayList<>();
    Vocabulary vocabulary = new Vocabulary(functions);
    Entry file =
        Entry.of(functions.resolve("vocabulary.yaml"), "functions/vocabulary.yaml", faults);
    for (Entry entry : file.entries("facts", "name")) {
      Fact fact = fact(entry);
      if (vocabulary.facts.put(fact.name, fact) != null) {
        entry.fault("this name stands twice");
      }
    }
    for (Fact fact : vocabulary.facts.values()) {
      if (!fact.list().isEmpty() && !vocabulary.facts.containsKey(fact.list())) {
        file.fault("`" + fact.name + "`: there is no list `" + fact.list() + "`");
      }
    }
    file.refuseUnreadKeys();
    if (!faults.isEmpty()) {
      throw new BrokenLawException(faults);
    }
    return vocabulary;
  }

  private static Fact fact(Entry entry) {
    String name = entry.text("name");
    if (!NAME.matcher(name).matches()) {
      entry.fault("a name is lowerCamelCase, with `list[].` before the field of a list");
    }
    String declared = entry.oneOf("type", Type.OF_FACTS);
    String unit = entry.optionalText("unit");
    List<Type.Choice> choices = new ArrayList<>();
    if (declared.equals("enum")) {
      entry
          .entries("allowed", "value")
          .forEach(each -> choices.add(new Type.Choice(each.text("value"), each.text("zh"), null)));
    }
    String enumName = Java.type(name.substring(name.indexOf('.') + 1));
    String range = range(entry);
    Type type = Type.of(declared, unit, choices, enumName);
    Fact fact =
        new Fact(
            name,
            type,
            unit,
            range,
            entry.text("questionZh"),
            entry.optionalText("hintZh"),
            entry.text("meaning"),
            entry.oneOf("personalData", PERSONAL_DATA),
            defaultValue(entry, type),
            entry.optionalText("defaultReason"),
            entry.has("attainable") ? Attainable.of(entry.entry("attainable"), type) : null,
            entry.optionalText("situationZh"));
    if (fact.defaultValue != null && fact.defaultReason == null) {
      entry.fault("a default needs its `defaultReason`");
    }
    return fact;
  }

  /** The numbers that an entry allows, as its file writes them. */
  static @Nullable String range(Entry entry) {
    String range = entry.optionalText("range");
    if (range != null && !RANGE.matcher(range).matches()) {
      entry.fault("`range` is `" + range + "`; write ≥ 0, > 0 or 1–4");
    }
    return range;
  }

  private static @Nullable Object defaultValue(Entry entry, Type type) {
    JsonNode value = entry.value("default");
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    boolean isOfTheDay = value.asText().equals(DEFAULTS_OF_THE_DAY.get(type.java()));
    if (!isOfTheDay && type.literal(value) == null) {
      entry.fault("`default` is `" + Entry.shown(value) + "`, expected: " + type.expectation());
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isInt() ? (Object) value.intValue() : value.asText();
  }

  @Nullable Fact fact(String name) {
    return facts.get(name);
  }

  /** Writes the vocabulary, its enums and the divisions as Java. */
  void writeTo(Path sources) {
    Map<String, List<Type.Choice>> enums = new LinkedHashMap<>();
    for (Fact fact : facts.values()) {
      if (!fact.type.choices().isEmpty()) {
        List<Type.Choice> earlier = enums.put(fact.type.java(), fact.type.choices());
        if (earlier != null && !earlier.equals(fact.type.choices())) {
          throw new BrokenLawException(
              List.of(
                  "functions/vocabulary.yaml: `"
                      + fact.name
                      + "`: another fact of this name has other allowed values"));
        }
      }
    }
    enums.forEach(
        (name, choices) ->
            Source.write(
                sources,
                PACKAGE,
                name,
                "import minsheng.kernel.Coded;\n\n/** Values of a fact of the shared vocabulary. */\n"
                    + Java.enumeration(name, "public ", choices)));
    Source.write(sources, PACKAGE, "Vocabulary", vocabulary());
    Source.write(sources, "minsheng.kernel", "Harbin", harbin());
  }

  private String vocabulary() {
    StringBuilder text =
        new StringBuilder(
            """
            import java.math.BigDecimal;
            import java.util.LinkedHashMap;
            import java.util.List;
            import java.util.Map;
            import minsheng.kernel.*;

            /** Every fact that a request may name. */
            public final class Vocabulary {

              private static final Map<String, FactDefinition> FACTS = new LinkedHashMap<>();

              static {
            """);
    for (Fact fact : facts.values()) {
      text.append("    add(new FactDefinition(")
          .append(Java.string(fact.name))
          .append(", ")
          .append(fact.type.expression())
          .append(", ")
          .append(Java.string(fact.type.declared()))
          .append(", ")
          .append(Java.string(fact.unit))
          .append(", ")
          .append(rangeExpression(fact.range))
          .append(",\n        ")
          .append(
              String.join(
                  ", ",
                  Java.string(fact.question),
                  Java.string(fact.hint),
                  Java.string(fact.meaning)))
          .append(", ")
          .append(Java.string(fact.personalData))
          .append(", ")
          .append(
              fact.defaultValue instanceof String code
                  ? Java.string(code)
                  : String.valueOf(fact.defaultValue))
          .append(", ")
          .append(Java.string(fact.defaultReason))
          .append(",\n        ")
          .append(fact.attainable == null ? "null" : fact.attainable.expression())
          .append(", ")
          .append(Java.string(fact.situation))
          .append("));\n");
    }
    return text.append(
            """
              }

              private Vocabulary() {}

              private static void add(FactDefinition fact) {
                FACTS.put(fact.name(), fact);
              }

              /** By name, in the order of the vocabulary. */
              public static Map<String, FactDefinition> facts() {
                return FACTS;
              }

              /** The fact of a name that is known to exist. */
              public static FactDefinition fact(String name) {
                return java.util.Objects.requireNonNull(FACTS.get(name), name);
              }
            }
            """)
        .toString();
  }

  /** The kernel's range, as Java. */
  static String rangeExpression(@Nullable String range) {
    if (range == null) {
      return "null";
    }
    Matcher match = RANGE.matcher(range);
    if (!match.matches()) {
      throw new IllegalStateException(range);
    }
    boolean open = match.group("from") != null;
    return "new Range(%s, %s, %s, %s)"
        .formatted(
            Java.string(range),
            decimal(open ? match.group("least") : match.group("min")),
            open ? "null" : decimal(match.group("max")),
            ">".equals(match.group("from")));
  }

  private static String decimal(String digits) {
    return "BigDecimal.valueOf(" + new BigDecimal(digits).longValueExact() + ")";
  }

  private String harbin() {
    List<String> faults = new ArrayList<>();
    Entry file = Entry.of(functions.resolve("divisions.yaml"), "functions/divisions.yaml", faults);
    StringBuilder rows = new StringBuilder();
    Set<String> codes = new HashSet<>();
    for (Entry each : file.entries("divisions", "code")) {
      String code = each.text("code");
      if (!code.matches(Type.DIVISION)) {
        each.fault("a code has six digits");
      }
      if (!codes.add(code)) {
        each.fault("this code stands twice");
      }
      rows.append(rows.isEmpty() ? "" : ",\n")
          .append("      new Division.OfHarbin(new Division(")
          .append(Java.string(code))
          .append("), ")
          .append(Java.string(each.text("zh")))
          .append(", ")
          .append(Java.string(each.text("en")))
          .append(", Division.Kind.")
          .append(Java.constant(each.oneOf("class", Set.of("district", "county"))))
          .append(", ")
          .append(each.flag("mainSix"))
          .append(")");
    }
    var city = file.value("city");
    var province = file.value("province");
    file.refuseUnreadKeys();
    if (!faults.isEmpty()) {
      throw new BrokenLawException(faults);
    }
    return """
        import java.util.List;
        import java.util.stream.Stream;

        /** The city, its province and its eighteen divisions. */
        public final class Harbin {

          /** A place above the divisions. */
          public record Place(String code, String zh, String en) {}

          public static final Place CITY = %s;

          public static final Place PROVINCE = %s;

          public static final List<Division.OfHarbin> DIVISIONS =
              List.of(
        %s);

          /** Those, and the province's code for any other: every kind of division that a rule can tell apart. */
          public static final List<Division> EVERY_KIND_OF_DIVISION =
              Stream.concat(DIVISIONS.stream().map(Division.OfHarbin::division), Stream.of(new Division(PROVINCE.code())))
                  .toList();

          private Harbin() {}
        }
        """
        .formatted(place(city), place(province), rows);
  }

  private static String place(JsonNode node) {
    return "new Place(%s, %s, %s)"
        .formatted(
            Java.string(node.path("code").asText()),
            Java.string(node.path("zh").asText()),
            Java.string(node.path("en").asText()));
  }
}
