package minsheng.contract;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import minsheng.kernel.Clause;
import minsheng.kernel.Coded;
import minsheng.kernel.DatedValue;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.Remark;
import minsheng.kernel.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * The operator's file with every parameter that an agency must or may set, each as a comment that
 * becomes its entry once a value stands in it.
 */
public final class OperatorExample {

  private static final String HEAD =
      """
      # The parameters that the operating agency sets: copy this file, take away the `#` before an entry, give it its value and its source, and
      # start with MINSHENG_PARAMETERS=<the copy>. It is written from the policies (./minsheng documents); do not change it here.
      #
      #   must     without it the answer is needs-operator-parameter: the law leaves it open, or its last known value has ended
      #   may      the rule answers without it
      #   reading  the text allows more than one; the value given is the one that is taken
      #
      # An entry is a list of {value, effectiveFrom, effectiveTo, source}; a date that is left out is open.
      """;

  private OperatorExample() {}

  public static String of(List<Policy> policies) {
    StringBuilder text = new StringBuilder(HEAD);
    for (Policy policy : policies) {
      List<Parameter<?>> open =
          policy.parameters().stream().filter(each -> kind(each) != null).toList();
      if (!open.isEmpty()) {
        text.append("\n").append(policy.id()).append(": # ").append(policy.nameZh()).append("\n");
        open.forEach(parameter -> text.append(entry(parameter, policy)));
      }
    }
    return text.toString();
  }

  /** Whether an agency must or may set it, or may read it in another way; null = it is law. */
  private static @Nullable String kind(Parameter<?> parameter) {
    Parameter.Declaration declaration = parameter.declaration();
    boolean isOpen =
        parameter.values().isEmpty() || parameter.values().getLast().effectiveTo() != null;
    if (isOpen) {
      return declaration.required() ? "must" : "may";
    }
    return declaration.recommendedDefaultReason() == null ? null : "reading";
  }

  private static String entry(Parameter<?> parameter, Policy policy) {
    Parameter.Declaration declaration = parameter.declaration();
    StringBuilder text = new StringBuilder();
    line(text, "%s: %s".formatted(kind(parameter), declaration.labelZh()));
    line(
        text,
        declaration.meaning() + (declaration.unit() == null ? "" : "; " + declaration.unit()));
    Remark reason = declaration.recommendedDefaultReason();
    if (reason != null) {
      line(text, "taken because " + reason.en());
    }
    line(text, clause(parameter, policy));
    return text.append("  # ")
        .append(declaration.name())
        .append(":\n  #   - {value: ")
        .append(value(parameter))
        .append(", source: …}\n")
        .toString();
  }

  private static void line(StringBuilder text, String comment) {
    text.append("  # # ").append(comment).append('\n');
  }

  /** The clause that leaves the value open, or that the last value stands in. */
  private static String clause(Parameter<?> parameter, Policy policy) {
    String id =
        parameter.values().isEmpty()
            ? parameter.declaration().clause()
            : parameter.values().getLast().source();
    Clause clause =
        policy.clauses().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return "%s %s %s: %s"
        .formatted(
            clause.id(),
            clause.document(),
            clause.section(),
            clause.quote() == null ? clause.summary() : clause.quote());
  }

  /** What may stand there: the allowed values, the last known one, or the type. */
  private static String value(Parameter<?> parameter) {
    Parameter.Declaration declaration = parameter.declaration();
    if (declaration.type() instanceof ValueType.Choice(List<? extends Coded> allowed)) {
      return allowed.stream().map(Coded::code).collect(Collectors.joining(" or "));
    }
    if (declaration.type() == ValueType.Plain.BOOLEAN) {
      return "true or false";
    }
    if (!parameter.values().isEmpty()) {
      DatedValue<?> last = parameter.values().getLast();
      return "… (to "
          + last.effectiveTo()
          + ": "
          + Household.json(last.value(), new Random(0))
          + ")";
    }
    return "… (" + declaration.declaredType() + ")";
  }
}
