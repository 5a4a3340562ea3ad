package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import minsheng.kernel.FactSet;
import minsheng.kernel.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one policy: {@code {asOf?, facts, whatIf?}}, read from JSON.
 *
 * @param asOf null = today
 * @param whatIf values of the policy's parameters, by name
 */
record Question(@Nullable LocalDate asOf, FactSet facts, Map<String, Object> whatIf) {

  private static final Set<String> FIELDS = Set.of("asOf", "facts", "whatIf");

  /**
   * @throws ProblemException with every fault of the request
   */
  static Question read(JsonNode json, Policy policy) {
    BodyReader body = new BodyReader(json, "{asOf?, facts, whatIf?}", FIELDS);
    Question question = new Question(body.asOf(), body.facts(), body.whatIf(policy));
    body.refuseFaults();
    return question;
  }
}
