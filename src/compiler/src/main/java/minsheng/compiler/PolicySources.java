package minsheng.compiler;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Java of one policy: {@code Facts}, a typed view of what a case tells; {@code Parameters} and
 * {@code Reasons}, a constant for each entry; {@code Result}, a method for each field; and {@code
 * PolicyData}, the policy's whole description.
 */
final class PolicySources {

  /** The types that are made; what a rule takes from them is what it uses of its policy.yaml. */
  static final Set<String> TYPES =
      Set.of("Facts", "Parameters", "Reasons", "Result", "PolicyData", "PolicyRule");

  private static final String OF_CASE =
      """

        public static Facts of(Case situation) {
          return new Facts(situation.asOf(), situation.facts());
        }
      """;

  private final PolicyFile policy;
  private final List<Example> examples;

  PolicySources(PolicyFile policy, List<Example> examples) {
    this.policy = policy;
    this.examples = examples;
  }

  void writeTo(Path sources) {
    String packageName = policy.packageName();
    Source.write(sources, packageName, "Facts", facts());
    Source.write(sources, packageName, "Parameters", parameters());
    Source.write(sources, packageName, "Reasons", reasons());
    Source.write(sources, packageName, "Result", result());
    Source.write(sources, packageName, "PolicyData", data());
    Source.write(sources, packageName, "PolicyRule", rule());
  }

  private static String rule() {
    return """
        import minsheng.kernel.Decision;
        import minsheng.kernel.Case;
        import minsheng.kernel.Policy;
        import minsheng.kernel.Rule;

        /** What the rule of this policy is, whatever it decides. */
        interface PolicyRule extends Rule {

          @Override
          default Policy policy() {
            return PolicyData.POLICY;
          }

          /** Begins the decision of a case. */
          static Decision decide(Case situation) {
            return Decision.of(PolicyData.POLICY, situation);
          }
        }
        """;
  }

  private String facts() {
    Map<String, StringBuilder> entries = new LinkedHashMap<>();
    StringBuilder whole = new StringBuilder();
    for (PolicyFile.FactUse use : policy.facts) {
      Vocabulary.Fact fact = use.fact();
      StringBuilder view =
          fact.list().isEmpty()
              ? whole
              : entries.computeIfAbsent(fact.list(), list -> new StringBuilder());
      view.append("\n  /** ")
          .append(Java.comment(fact.meaning()))
          .append(". Needed: ")
          .append(Java.comment(use.needed()))
          .append(". */\n  public ")
          .append(accessor(fact, use.needed()))
          .append("\n");
    }
    StringBuilder text =
        new StringBuilder(
            """
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.time.YearMonth;
            import java.util.List;
            import java.util.Optional;
            import minsheng.kernel.*;
            import minsheng.vocabulary.*;

            /** The facts that this policy reads. */
            public final class Facts {
            """);
    text.append(view("Facts")).append(OF_CASE).append(whole);
    entries.forEach(
        (list, view) ->
            text.append("\n  /** One entry of {@code ")
                .append(list)
                .append("}. */\n  public static final class ")
                .append(Java.entryType(list))
                .append(" {\n")
                .append(view(Java.entryType(list)))
                .append(view)
                .append("  }\n"));
    return text.append("}\n").toString();
  }

  private static String view(String type) {
    return """

          private final LocalDate asOf;
          private final FactSet given;

          private %1$s(LocalDate asOf, FactSet given) {
            this.asOf = asOf;
            this.given = given;
          }
        """
        .formatted(type);
  }

  private static String accessor(Vocabulary.Fact fact, String needed) {
    String name = Java.string(fact.field());
    String java = fact.type().java();
    if (fact.type().declared().equals("list of objects")) {
      String entry = Java.entryType(fact.field());
      return "Fact<List<%s>> %s() { return given.entries(%s, entry -> new %s(asOf, entry)); }"
          .formatted(entry, fact.field(), name, entry);
    }
    String given = "given.given(" + name + ", " + java + ".class)";
    if (fact.defaultValue() != null) {
      return "%s %s() { return %s.orElse(%s); }"
          .formatted(java, fact.field(), given, defaultLiteral(fact));
    }
    if (needed.startsWith("optional") || needed.startsWith("only")) {
      return "Optional<%s> %s() { return %s; }".formatted(java, fact.field(), given);
    }
    if (java.equals("Boolean")) {
      return "Condition %s() { return given.condition(%s); }".formatted(fact.field(), name);
    }
    return "Fact<%s> %s() { return given.fact(%s, %s.class); }"
        .formatted(java, fact.field(), name, java);
  }

  private static String defaultLiteral(Vocabulary.Fact fact) {
    return switch (String.valueOf(fact.defaultValue())) {
      case "asOf" -> "asOf";
      case "month of asOf" -> "YearMonth.from(asOf)";
      case "year of asOf" -> "asOf.getYear()";
      case String value ->
          switch (fact.type().java()) {
            case "Boolean", "Integer" -> value;
            case "Money" -> "Money.ofYuan(" + Java.string(value) + ")";
            case "BigDecimal" -> "new BigDecimal(" + Java.string(value) + ")";
            default ->
                fact.type().java()
                    + "."
                    + fact.type().choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .findFirst()
                        .orElseThrow()
                        .constant();
          };
    };
  }

  private String parameters() {
    StringBuilder text =
        new StringBuilder(
            """
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.time.YearMonth;
            import java.util.List;
            import minsheng.kernel.*;

            /** The parameters of this policy. */
            public final class Parameters {
            """);
    for (PolicyFile.Parameter parameter : policy.parameters) {
      if (!parameter.type().choices().isEmpty() && !parameter.type().isOfKernel()) {
        text.append("\n/** ").append(Java.comment(parameter.meaning())).append(". */\n");
        text.append(
            Java.enumeration(parameter.type().java(), "public ", parameter.type().choices()));
      }
    }
    for (PolicyFile.Parameter parameter : policy.parameters) {
      String java = parameter.type().java();
      String type =
          parameter.values().stream().anyMatch(PolicyFile.Value::isTimeless)
              ? "Parameter.Timeless<" + java + ">"
              : "Parameter<" + java + ">";
      text.append("\n  /** ")
          .append(Java.comment(parameter.meaning()))
          .append(parameter.unit() == null ? "" : "; " + parameter.unit())
          .append(". */\n  public static final ")
          .append(type)
          .append(" ")
          .append(Java.constant(parameter.name()))
          .append(" =\n      new ")
          .append(type)
          .append("(new Parameter.Declaration(")
          .append(
              String.join(
                  ", ",
                  Java.string(parameter.name()),
                  parameter.type().expression(),
                  Java.string(parameter.type().declared()),
                  Java.string(parameter.unit()),
                  Vocabulary.rangeExpression(parameter.range()),
                  Java.string(parameter.meaning()),
                  Java.string(parameter.labelZh()),
                  Remark.expression(parameter.recommendedDefaultReason()),
                  Java.string(parameter.clause()),
                  String.valueOf(parameter.required()),
                  String.valueOf(parameter.informational())))
          .append("), List.of(")
          .append(
              parameter.values().stream()
                  .map(PolicySources::value)
                  .collect(Collectors.joining(", ")))
          .append("));\n");
    }
    text.append("\n  static final List<Parameter<?>> ALL = List.of(")
        .append(
            policy.parameters.stream()
                .map(each -> Java.constant(each.name()))
                .collect(Collectors.joining(", ")))
        .append(");\n\n  private Parameters() {}\n}\n");
    return text.toString();
  }

  private static String value(PolicyFile.Value value) {
    return "new DatedValue<>("
        + String.join(
            ", ",
            value.literal(),
            Java.date(value.from()),
            Java.date(value.to()),
            "Evidence." + value.evidence(),
            Java.string(value.source()),
            Java.string(value.dateEvidence()),
            String.valueOf(value.provisional()),
            Remark.expression(value.note()))
        + ")";
  }

  private String reasons() {
    StringBuilder text =
        new StringBuilder(
            "import java.util.List;\nimport minsheng.kernel.Reason;\n\n/** The reasons of this policy. */\npublic final class Reasons {\n");
    for (PolicyFile.Reason reason : policy.reasons) {
      text.append("\n  /** ")
          .append(Java.comment(reason.en()))
          .append(" */\n  public static final Reason ")
          .append(Java.constant(reason.code()))
          .append(" =\n      new Reason(")
          .append(
              String.join(
                  ", ",
                  Java.string(reason.code()),
                  String.valueOf(reason.satisfied()),
                  Java.string(reason.zh()),
                  Java.string(reason.en()),
                  Java.strings(reason.basis())))
          .append(");\n");
    }
    return text.append("\n  static final List<Reason> ALL = List.of(")
        .append(
            policy.reasons.stream()
                .map(each -> Java.constant(each.code()))
                .collect(Collectors.joining(", ")))
        .append(");\n\n  private Reasons() {}\n}\n")
        .toString();
  }

  private String result() {
    Set<String> lists =
        new LinkedHashSet<>(policy.result.stream().map(PolicyFile.ResultField::list).toList());
    StringBuilder text =
        new StringBuilder(
            """
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.time.YearMonth;
            import java.util.List;
            import minsheng.kernel.*;
            import org.jspecify.annotations.Nullable;

            /** What this policy grants, field by field. */
            public final class Result extends ResultFields<Result> {
            """);
    for (PolicyFile.ResultField field : policy.result) {
      if (!field.allowed().isEmpty()) {
        text.append("\n/** ").append(Java.comment(field.meaning())).append(". */\n");
        text.append(Java.enumeration(Java.type(field.field()), "public ", field.allowed()));
      }
    }
    text.append(setters("", "Result", lists.contains("")));
    for (String list : lists) {
      if (!list.isEmpty()) {
        String entry = Java.entryType(list);
        text.append("\n  /** One entry of {@code ")
            .append(list)
            .append("}. */\n  public static final class ")
            .append(entry)
            .append(" extends ResultFields<")
            .append(entry)
            .append("> {\n")
            .append(setters(list, entry, true))
            .append("  }\n");
      }
    }
    return text.append("}\n").toString();
  }

  private String setters(String list, String type, boolean any) {
    StringBuilder text = new StringBuilder();
    if (any) {
      text.append(
              "\n  private static final List<ResultDefinition> DEFINITIONS = PolicyData.resultOf(")
          .append(Java.string(list))
          .append(");\n");
    }
    text.append(
        "\n  public %s() { super(%s); }\n".formatted(type, any ? "DEFINITIONS" : "List.of()"));
    text.append("\n  @Override protected %s self() { return this; }\n".formatted(type));
    for (PolicyFile.ResultField field : policy.result) {
      if (!field.list().equals(list) || field.isOfItsDecision()) {
        continue;
      }
      String java = resultType(field);
      String comment =
          "\n  /** "
              + Java.comment(field.meaning())
              + (field.unit() == null ? "" : "; " + field.unit())
              + ". */\n";
      String value = field.type().endsWith("|null") ? "@Nullable " + java : java;
      text.append(comment)
          .append(
              "  public %s %s(%s value) { return set(%s, value); }\n"
                  .formatted(type, field.field(), value, Java.string(field.field())));
      text.append(comment)
          .append(
              "  public %s %s(Fact<%s> value) { return set(%s, value); }\n"
                  .formatted(type, field.field(), java, Java.string(field.field())));
    }
    return text.toString();
  }

  private static String resultType(PolicyFile.ResultField field) {
    return switch (field.type().replace("|null", "")) {
      case "boolean" -> "Boolean";
      case "integer" -> "Integer";
      case "date" -> "LocalDate";
      case "month" -> "YearMonth";
      case "division" -> "Division";
      case "enum" -> Java.type(field.field());
      case "number" -> Type.isMoney(field.unit()) ? "Money" : "BigDecimal";
      case "list" -> "List<Assessment>";
      case "list of codes" -> "List<Reason>";
      case "list of integers" -> "List<Integer>";
      default -> "String";
    };
  }

  private String data() {
    StringBuilder text =
        new StringBuilder(
            """
            import java.util.List;
            import minsheng.kernel.*;
            import minsheng.vocabulary.Vocabulary;

            /** The whole description of this policy. */
            public final class PolicyData {

            """);
    text.append("  public static final String ID = ")
        .append(Java.string(policy.id))
        .append(";\n\n");
    text.append("  private static final List<ResultDefinition> RESULT = List.of(\n");
    join(
        text,
        policy.result,
        field ->
            "      new ResultDefinition(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
                .formatted(
                    Java.string(field.name()),
                    Java.string(field.type()),
                    Java.string(field.unit()),
                    Java.string(field.meaning()),
                    Java.string(field.labelZh()),
                    Java.string(field.atMost()),
                    field.allowed().isEmpty()
                        ? "List.of()"
                        : "List.of(Result." + Java.type(field.field()) + ".values())",
                    field.explanatory(),
                    field.role() == null
                        ? "null"
                        : "ResultDefinition.Role." + Java.constant(field.role())));
    text.append(");\n\n  private static final List<Clause> CLAUSES = List.of(\n");
    join(text, policy.clauses, clause -> "      " + clause.expression());
    text.append(");\n\n  private static final List<Policy.FactUse> FACTS = List.of(\n");
    join(
        text,
        policy.facts,
        use ->
            "      new Policy.FactUse(Vocabulary.fact(%s), %s)"
                .formatted(Java.string(use.fact().name()), Java.string(use.needed())));
    text.append(");\n\n  public static final Policy POLICY =\n      new Policy(")
        .append(strings(policy.id, policy.nameZh, policy.nameEn, policy.kind))
        .append(", Outcome.")
        .append(Java.constant(policy.positiveOutcome))
        .append(", ")
        .append(strings(policy.summaryZh, policy.authority, policy.audience))
        .append(", FACTS, Parameters.ALL, RESULT, Reasons.ALL, CLAUSES, ")
        .append(Java.strings(policy.documentsToBring))
        .append(", ")
        .append(Java.string(policy.whereToApply))
        .append(", ")
        .append(
            "List.of("
                + policy.openQuestions.stream()
                    .map(Remark::expression)
                    .collect(Collectors.joining(", "))
                + ")")
        .append(", ")
        .append(Java.strings(policy.relatedPolicies))
        .append(", ")
        .append(Java.strings(policy.cannotBeHeldTogetherWith))
        .append(", List.of(")
        .append(
            policy.exclusions.stream()
                .map(PolicyFile.Exclusion::expression)
                .collect(Collectors.joining(", ")))
        .append("), ")
        .append(Java.strings(policy.includes))
        .append(", ")
        .append(Java.strings(policy.notes))
        .append(", List.of(")
        .append(examples.stream().map(Example::expression).collect(Collectors.joining(", ")))
        .append("), ")
        .append(Java.string(policy.ruleset))
        .append(");\n")
        .append(
            """

              private PolicyData() {}

              /** The fields of the result itself, or of the entries of a list in it. */
              static List<ResultDefinition> resultOf(String list) {
                return RESULT.stream()
                    .filter(each -> list.isEmpty() ? !each.isOfEntry() : each.name().startsWith(list + "[]."))
                    .filter(each -> !each.isOfItsDecision())
                    .toList();
              }
            }
            """);
    return text.toString();
  }

  private static String strings(@Nullable String... texts) {
    return java.util.Arrays.stream(texts).map(Java::string).collect(Collectors.joining(", "));
  }

  private static <T> void join(
      StringBuilder text, List<T> all, java.util.function.Function<T, String> each) {
    text.append(all.stream().map(each).collect(Collectors.joining(",\n")));
  }
}
