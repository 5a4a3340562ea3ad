package minsheng.contract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import minsheng.kernel.Clause;
import minsheng.kernel.DatedValue;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;

/** The table of the policies, as Markdown. */
public final class CatalogueTable {

  private static final String BEGIN = "<!-- catalogue -->\n";
  private static final String END = "<!-- end of the catalogue -->";

  private CatalogueTable() {}

  /** The text with the table of these policies in the place that it keeps for it. */
  public static String in(String text, List<Policy> policies) {
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    return text.substring(0, begin) + of(policies) + text.substring(text.indexOf(END));
  }

  private static String of(List<Policy> policies) {
    StringBuilder table =
        new StringBuilder(
            """

            | Policy | Name | Kind | Whom it serves | From | Weakest evidence |
            | --- | --- | --- | --- | --- | --- |
            """);
    for (Policy policy : policies) {
      table.append(
          "| [`%s`](%s/policy.yaml) | %s | %s | %s | %s | %s |%n"
              .formatted(
                  policy.id(),
                  policy.id(),
                  policy.nameZh(),
                  policy.kind(),
                  policy.audience(),
                  from(policy),
                  weakestEvidence(policy)));
    }
    return table.append('\n').toString();
  }

  /**
   * The first day of a value, or in brackets the date of its first clause where no value has one.
   */
  private static String from(Policy policy) {
    Optional<LocalDate> first =
        values(policy)
            .map(DatedValue::effectiveFrom)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    return first
        .map(LocalDate::toString)
        .or(
            () ->
                policy.clauses().stream()
                    .map(Clause::issued)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(issued -> "(" + issued + ")"))
        .orElse("not stated");
  }

  /** The evidence of the parameter that stands on the least; none is less than any. */
  private static String weakestEvidence(Policy policy) {
    List<Parameter<?>> parameters = policy.parameters();
    if (parameters.stream()
        .anyMatch(each -> each.values().isEmpty() && each.declaration().required())) {
      return "not configured";
    }
    return values(policy)
        .map(DatedValue::evidence)
        .max(Comparator.naturalOrder())
        .map(Enum::name)
        .orElse("no value");
  }

  private static Stream<? extends DatedValue<?>> values(Policy policy) {
    return policy.parameters().stream().flatMap(parameter -> parameter.values().stream());
  }
}
