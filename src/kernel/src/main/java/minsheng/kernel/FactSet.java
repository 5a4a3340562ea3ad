package minsheng.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The facts that somebody has told about one case, or about one entry of a list in it, each of the
 * type that the vocabulary gives it. Each policy reads them through a typed view that is made from
 * its {@code policy.yaml}.
 */
public final class FactSet {

  public static final FactSet EMPTY = new FactSet("", Map.of());

  private final String path;
  private final Map<String, Object> values;

  /**
   * @param path what stands before the names in an answer, such as {@code children[1].}
   * @param values by field name; an absent name is unknown
   */
  public FactSet(String path, Map<String, Object> values) {
    this.path = path;
    this.values = Map.copyOf(values);
  }

  /** The names of the facts that are known, without the path. */
  public Set<String> names() {
    return values.keySet();
  }

  /** A fact that is asked for when it is absent. */
  public <T> Fact<T> fact(String name, Class<T> type) {
    return given(name, type).map(Fact::of).orElseGet(() -> Fact.unknown(Missing.fact(path + name)));
  }

  /** A fact that is asked for when it is absent, as a condition. */
  public Condition condition(String name) {
    return Condition.of(fact(name, Boolean.class));
  }

  /** A fact that is never asked for. */
  public <T> Optional<T> given(String name, Class<T> type) {
    return Optional.ofNullable(values.get(name)).map(type::cast);
  }

  /** The entries of a list, each through its typed view. */
  public <E> Fact<List<E>> entries(String name, Function<FactSet, E> view) {
    return fact(name, List.class)
        .map(
            entries -> {
              List<E> views = new ArrayList<>();
              for (Object entry : entries) {
                views.add(view.apply((FactSet) entry));
              }
              return List.copyOf(views);
            });
  }
}
