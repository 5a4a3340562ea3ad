package minsheng.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minsheng.kernel.Assessment;
import minsheng.kernel.Outcome;
import minsheng.kernel.Policy;
import minsheng.kernel.ResultDefinition;
import org.jspecify.annotations.Nullable;

/** The parts of an answer that is given entry by entry, each child by itself. */
final class Entries {

  /**
   * One part.
   *
   * @param name as the facts have it, such as {@code children[1]}
   */
  record Entry(String name, Assessment part) {}

  private Entries() {}

  static List<Entry> of(Policy policy, Assessment answer) {
    List<Entry> entries = new ArrayList<>();
    for (ResultDefinition field : policy.result()) {
      if (answer.result().get(field.name()) instanceof List<?> parts) {
        for (int i = 0; i < parts.size(); i++) {
          if (parts.get(i) instanceof Assessment part) {
            entries.add(new Entry(field.name() + "[" + i + "]", part));
          }
        }
      }
    }
    return entries;
  }

  static Optional<Assessment> named(String name, Policy policy, Assessment answer) {
    return of(policy, answer).stream()
        .filter(entry -> entry.name.equals(name))
        .map(Entry::part)
        .findFirst();
  }

  /**
   * The value of a field: the answer's own, or that of each of its entries that are granted
   * something.
   */
  static List<Object> values(ResultDefinition field, Policy policy, Assessment answer) {
    if (!field.isOfEntry()) {
      return given(field, answer.result());
    }
    return of(policy, answer).stream()
        .filter(entry -> field.name().startsWith(entry.name.replaceAll("\\d+", "") + "."))
        .filter(entry -> entry.part.outcome() != Outcome.NOT_ELIGIBLE)
        .flatMap(entry -> given(field, entry.part.result()).stream())
        .toList();
  }

  private static List<Object> given(ResultDefinition field, Map<String, @Nullable Object> result) {
    return Optional.ofNullable(result.get(field.field())).stream().toList();
  }
}
