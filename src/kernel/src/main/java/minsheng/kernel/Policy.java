package minsheng.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as its {@code policy.yaml} describes it.
 *
 * @param positiveOutcome {@link Outcome#ELIGIBLE} or {@link Outcome#COMPUTED}
 * @param ruleset digest of the policy's data, by which a decision can be traced to the law that it
 *     used
 */
public record Policy(
    String id,
    String nameZh,
    String nameEn,
    String kind,
    Outcome positiveOutcome,
    String summaryZh,
    String authority,
    String audience,
    List<FactUse> facts,
    List<Parameter<?>> parameters,
    List<ResultDefinition> result,
    List<Reason> reasons,
    List<Clause> clauses,
    List<String> documentsToBring,
    @Nullable String whereToApply,
    List<String> openQuestions,
    List<String> relatedPolicies,
    List<String> cannotBeHeldTogetherWith,
    List<String> notes,
    String ruleset) {

  /**
   * A fact of the vocabulary that a policy reads.
   *
   * @param needed when it is asked for, in English
   */
  public record FactUse(FactDefinition definition, String needed) {}
}
