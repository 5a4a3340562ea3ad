package minsheng.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import minsheng.kernel.Money;
import minsheng.kernel.Policy;
import minsheng.screening.Headline.Per;

/**
 * Benefits that may be held together, with their sums. What is paid once is not added to what is
 * paid by the month, and an amount that another one contains is counted once.
 *
 * @param policies those that are due and taken, in the order of the findings
 */
public record Combination(List<Policy> policies, Money monthly, Money yearly, Money once) {

  /** The kind of policy that pays money; a deduction, a loan or a contribution is no income. */
  private static final String PAID = "subsidy";

  /**
   * Two policies of which only one can be held.
   *
   * @param clause the id of the clause that says so, in the first one's description
   */
  public record Conflict(Policy first, Policy second, String clause) {}

  /** An amount that another one contains. */
  public record Inclusion(Policy part, Policy whole) {}

  /** What cannot be held together, among what is due or possible; each pair once. */
  static List<Conflict> conflicts(List<Finding> findings) {
    List<Conflict> conflicts = new ArrayList<>();
    List<Policy> open =
        findings.stream()
            .filter(finding -> finding.standing() != Standing.NOT_DUE)
            .map(Finding::policy)
            .toList();
    for (int i = 0; i < open.size(); i++) {
      for (int j = i + 1; j < open.size(); j++) {
        Policy first = open.get(i);
        Policy second = open.get(j);
        clause(first, second)
            .map(clause -> new Conflict(first, second, clause))
            .or(() -> clause(second, first).map(clause -> new Conflict(second, first, clause)))
            .ifPresent(conflicts::add);
      }
    }
    return conflicts;
  }

  private static Optional<String> clause(Policy policy, Policy other) {
    return policy.exclusions().stream()
        .filter(exclusion -> exclusion.policy().equals(other.id()))
        .map(Policy.Exclusion::clause)
        .findFirst();
  }

  static List<Inclusion> inclusions(List<Finding> findings) {
    List<Policy> due = due(findings).stream().map(Finding::policy).toList();
    return due.stream()
        .flatMap(
            whole ->
                due.stream()
                    .filter(part -> whole.includes().contains(part.id()))
                    .map(part -> new Inclusion(part, whole)))
        .toList();
  }

  /** Every choice of what is due to which nothing due could be added, the greatest sum first. */
  static List<Combination> lawful(List<Finding> findings) {
    List<Finding> due = due(findings);
    List<Conflict> conflicts = conflicts(due);
    Set<List<Finding>> choices = new LinkedHashSet<>();
    choose(due, conflicts, choices);
    return choices.stream()
        .map(Combination::of)
        .sorted(
            Comparator.comparing(Combination::monthly)
                .thenComparing(Combination::yearly)
                .thenComparing(Combination::once)
                .reversed())
        .toList();
  }

  /** Takes away one or the other of the first two that conflict, until none do. */
  private static void choose(
      List<Finding> left, List<Conflict> conflicts, Set<List<Finding>> choices) {
    for (Conflict conflict : conflicts) {
      if (holds(left, conflict.first) && holds(left, conflict.second)) {
        choose(without(left, conflict.first), conflicts, choices);
        choose(without(left, conflict.second), conflicts, choices);
        return;
      }
    }
    choices.removeIf(left::containsAll);
    if (choices.stream().noneMatch(choice -> choice.containsAll(left))) {
      choices.add(left);
    }
  }

  private static boolean holds(List<Finding> findings, Policy policy) {
    return findings.stream().anyMatch(finding -> finding.policy().equals(policy));
  }

  private static List<Finding> without(List<Finding> findings, Policy policy) {
    return findings.stream().filter(finding -> !finding.policy().equals(policy)).toList();
  }

  private static List<Finding> due(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.standing() == Standing.DUE).toList();
  }

  private static Combination of(List<Finding> taken) {
    List<Finding> counted =
        taken.stream()
            .filter(
                part ->
                    taken.stream()
                        .noneMatch(whole -> whole.policy().includes().contains(part.policy().id())))
            .toList();
    return new Combination(
        taken.stream().map(Finding::policy).toList(),
        sum(counted, Per.MONTH),
        sum(counted, Per.YEAR),
        sum(counted, Per.ONCE));
  }

  private static Money sum(List<Finding> findings, Per per) {
    return findings.stream()
        .filter(finding -> finding.policy().kind().equals(PAID))
        .flatMap(finding -> finding.headline().stream())
        .filter(headline -> Headline.per(headline.field()).filter(per::equals).isPresent())
        .flatMap(headline -> headline.money().stream())
        .reduce(Money.ZERO, Money::plus);
  }
}
