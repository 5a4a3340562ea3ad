package minsheng.screening;

import java.util.List;
import java.util.Optional;
import minsheng.kernel.Assessment;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;

/**
 * What a household is told about one policy.
 *
 * @param payments what comes when; empty where no money does
 * @param changes what would turn a refusal, of the whole or of an entry
 */
public record Finding(
    Policy policy, Assessment assessment, Term term, List<Payment> payments, List<Change> changes) {

  static Finding of(Rule rule, Circumstances today) {
    Assessment answer = today.decide(rule);
    boolean isDue = Standing.of(rule.policy(), answer) == Standing.DUE;
    return new Finding(
        rule.policy(),
        answer,
        isDue ? Term.of(rule, today, answer) : Term.NONE,
        isDue ? Payment.of(rule, today, answer) : List.of(),
        ChangeSearch.of(rule, today, answer));
  }

  public Standing standing() {
    return Standing.of(policy, assessment);
  }

  /** The amount or number that a citizen came for; empty where nothing is due or no number is. */
  public Optional<Headline> headline() {
    return headline(policy, assessment);
  }

  /** The same, of an answer of which nothing else is known yet. */
  public static Optional<Headline> headline(Policy policy, Assessment answer) {
    return Standing.of(policy, answer) == Standing.DUE
        ? Headline.of(policy, answer)
        : Optional.empty();
  }
}
