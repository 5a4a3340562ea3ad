package minsheng.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import minsheng.kernel.Rule;

/**
 * What one household is told about every policy.
 *
 * @param findings what is due first, then what could be, then what is not
 * @param conflicts what cannot be held together
 * @param inclusions amounts that are counted once
 * @param combinations what can lawfully be held together of what is due, the greatest sum first; at
 *     least one
 */
public record Screening(
    List<Finding> findings,
    List<Combination.Conflict> conflicts,
    List<Combination.Inclusion> inclusions,
    List<Combination> combinations) {

  public static Screening of(Collection<Rule> rules, Circumstances today) {
    List<Finding> findings =
        rules.stream()
            .map(rule -> Finding.of(rule, today))
            .sorted(Comparator.comparing(Finding::standing))
            .toList();
    return new Screening(
        findings,
        Combination.conflicts(findings),
        Combination.inclusions(findings),
        Combination.lawful(findings));
  }
}
