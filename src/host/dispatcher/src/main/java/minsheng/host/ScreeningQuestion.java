package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import minsheng.kernel.FactSet;
import minsheng.kernel.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of every policy, or of those that are named.
 *
 * @param asOf null = today
 * @param whatIf values of parameters, by id of the policy and by name
 * @param policies ids of the policies
 * @param skip names of facts that the citizen cannot tell
 * @param situations names of facts whose situation the citizen is in
 */
record ScreeningQuestion(
    @Nullable LocalDate asOf,
    FactSet facts,
    Map<String, Map<String, Object>> whatIf,
    Set<String> policies,
    Set<String> skip,
    Set<String> situations) {

  private static final Set<String> WHOLE = Set.of("asOf", "facts", "whatIf", "policies");
  private static final Set<String> NEXT = Set.of("asOf", "facts", "skip", "situations", "policies");

  /**
   * The whole screening: {@code {asOf?, facts, whatIf?, policies?}}.
   *
   * @throws ProblemException with every fault of the request
   */
  static ScreeningQuestion whole(JsonNode json, Map<String, Policy> policies) {
    return read(new BodyReader(json, "{asOf?, facts, whatIf?, policies?}", WHOLE), policies);
  }

  /**
   * The next question of an interview: {@code {asOf?, facts, skip?, situations?, policies?}}.
   *
   * @throws ProblemException with every fault of the request
   */
  static ScreeningQuestion next(JsonNode json, Map<String, Policy> policies) {
    return read(
        new BodyReader(json, "{asOf?, facts, skip?, situations?, policies?}", NEXT), policies);
  }

  private static ScreeningQuestion read(BodyReader body, Map<String, Policy> policies) {
    ScreeningQuestion question =
        new ScreeningQuestion(
            body.asOf(),
            body.facts(),
            body.whatIf(policies),
            body.policies(policies.keySet()),
            body.factNames("skip"),
            body.factNames("situations"));
    body.refuseFaults();
    return question;
  }
}
