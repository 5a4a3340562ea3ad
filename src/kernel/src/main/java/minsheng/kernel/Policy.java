package minsheng.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as its {@code policy.yaml} describes it.
 *
 * @param positiveOutcome {@link Outcome#ELIGIBLE} or {@link Outcome#COMPUTED}
 * @param openQuestions what the law leaves open
 * @param exclusions the clause for each of {@code cannotBeHeldTogetherWith}
 * @param includes policies whose amount this one's already contains; a sum counts it once
 * @param examples a worked example of each outcome that the policy has
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
    List<Remark> openQuestions,
    List<String> relatedPolicies,
    List<String> cannotBeHeldTogetherWith,
    List<Exclusion> exclusions,
    List<String> includes,
    List<String> notes,
    List<Example> examples,
    String ruleset) {

  /**
   * A fact of the vocabulary that a policy reads.
   *
   * @param needed when it is asked for, in English
   */
  public record FactUse(FactDefinition definition, String needed) {

    /**
     * False for a fact with a default, for one that only some have, and for one that others stand
     * for: an absent one of them is known.
     */
    public boolean isAskedFor() {
      return definition.defaultValue() == null
          && !needed.contains("may be left out")
          && !needed.startsWith("optional")
          && !needed.startsWith("only");
    }
  }

  /**
   * Another policy that nobody holds together with this one.
   *
   * @param policy its id
   * @param clause the id of this policy's clause that says so
   */
  public record Exclusion(String policy, String clause) {}

  /**
   * A worked example.
   *
   * @param id unique in the policy
   * @param title in English
   * @param request what is asked, as JSON
   */
  public record Example(String id, String title, String request) {}
}
