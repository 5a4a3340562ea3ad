package minsheng.screening;

import java.time.LocalDate;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.FactSet;
import minsheng.kernel.Law;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;

/**
 * One household on one day, before the law of every policy.
 *
 * @param asOf a day in Asia/Shanghai
 */
public record Circumstances(LocalDate asOf, FactSet facts, Laws laws) {

  /** The word by which the vocabulary takes an absent date for the day asked about. */
  private static final String AS_OF = "asOf";

  /** Gives the law of a policy as of a day, for one case. */
  @FunctionalInterface
  public interface Laws {
    Law of(Policy policy, LocalDate asOf);
  }

  public Assessment decide(Rule rule) {
    return rule.assess(new Case(asOf, facts, laws.of(rule.policy(), asOf)));
  }

  /**
   * @param name as {@link FactSet#namesOf} gives it
   */
  public Circumstances with(String name, Object value) {
    return new Circumstances(asOf, facts.with(name, value), laws);
  }

  /** What the same household would be told on another day. */
  public Circumstances on(LocalDate day) {
    return new Circumstances(day, facts, laws);
  }

  /**
   * The same, where what is done on the day asked about is done, whatever day is asked about next.
   */
  Circumstances settledFor(Policy policy) {
    Circumstances settled = this;
    for (Policy.FactUse use : policy.facts()) {
      if (AS_OF.equals(use.definition().defaultValue())) {
        for (String name : facts.namesOf(use.definition())) {
          if (facts.told(name).isEmpty()) {
            settled = settled.with(name, asOf);
          }
        }
      }
    }
    return settled;
  }
}
