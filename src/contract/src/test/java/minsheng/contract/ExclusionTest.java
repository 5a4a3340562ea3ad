package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;

class ExclusionTest {

  private static final Map<String, Policy> POLICIES =
      Rules.all().stream()
          .map(Rule::policy)
          .collect(Collectors.toMap(Policy::id, Function.identity()));

  @Test
  void what_cannot_be_held_together_says_so_on_both_sides() {
    for (Policy policy : POLICIES.values()) {
      for (String other : policy.cannotBeHeldTogetherWith()) {
        if (POLICIES.containsKey(other)) {
          assertThat(POLICIES.get(other).cannotBeHeldTogetherWith())
              .as("%s and %s", policy.id(), other)
              .contains(policy.id());
        }
      }
    }
  }
}
