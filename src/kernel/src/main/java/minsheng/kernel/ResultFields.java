package minsheng.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a result as a rule fills them, known or not. Each policy has a subclass with one
 * method for each field, made from its {@code policy.yaml}.
 *
 * @param <S> the subclass
 */
public abstract class ResultFields<S extends ResultFields<S>> {

  private final List<ResultDefinition> definitions;
  private final Map<String, @Nullable Object> known = new LinkedHashMap<>();
  private final Map<String, Missing> unknown = new LinkedHashMap<>();

  /**
   * @param definitions the fields that there are, in the order in which an answer gives them
   */
  protected ResultFields(List<ResultDefinition> definitions) {
    this.definitions = definitions;
  }

  /** This object as its subclass, so that fields can be set one after the other. */
  protected abstract S self();

  protected final S set(String name, Fact<?> value) {
    if (value instanceof Fact.Known<?>(Object told)) {
      return set(name, told);
    }
    unknown.put(name, value.missing());
    return self();
  }

  /**
   * @param value null = known to be nothing, such as the last month of a child that nothing is paid
   *     for
   */
  protected final S set(String name, @Nullable Object value) {
    known.put(name, value);
    return self();
  }

  final List<ResultDefinition> definitions() {
    return definitions;
  }

  /** The fields that are known, by name. */
  final Map<String, @Nullable Object> known() {
    return known;
  }

  /** What a field lacks that is not known. */
  final Missing missing(ResultDefinition definition) {
    return unknown.getOrDefault(definition.field(), Missing.NOTHING);
  }

  /**
   * Whether there is something to say about a field: its value, or that it is nothing where no
   * value applies.
   */
  final boolean isSettled(ResultDefinition definition) {
    Missing missing = unknown.get(definition.field());
    return known.containsKey(definition.field())
        || (definition.isNullable() && missing != null && missing.isNothing());
  }
}
