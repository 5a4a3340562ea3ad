package minsheng.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decided case, or a decided part of one: what the answer is, why, on what it rests, and what it
 * still lacks.
 *
 * @param result by name of the field; a field that is not known is absent
 * @param reasons every reason that is definitely true, in the order of the rule
 * @param missing what could still change the answer
 * @param readings the parameters that were read
 */
public record Assessment(
    Outcome outcome,
    Map<String, @Nullable Object> result,
    List<Reason> reasons,
    Missing missing,
    Set<Law.Reading> readings,
    boolean hypothetical) {

  /**
   * This part as an entry of the whole's result: its own outcome, what it is granted, and its own
   * reasons.
   */
  public Map<String, @Nullable Object> asEntry() {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("outcome", outcome);
    entry.putAll(result);
    entry.put("reasonCodes", reasons);
    return entry;
  }
}
