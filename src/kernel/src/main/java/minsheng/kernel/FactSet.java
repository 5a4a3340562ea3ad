package minsheng.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

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

  /**
   * As many entries of a list as somebody has told that there are, of which nothing else is known
   * yet.
   */
  public static List<FactSet> entriesOf(String list, int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new FactSet(list + "[" + index + "].", Map.of()))
        .toList();
  }

  /**
   * The names under which a fact of the vocabulary stands here, told or not: one, or for a field of
   * a list one for each entry that there is, such as {@code children[1].birthDate}.
   */
  public List<String> namesOf(FactDefinition fact) {
    return fact.list()
        .map(
            list ->
                IntStream.range(0, given(list, List.class).map(List::size).orElse(0))
                    .mapToObj(index -> list + "[" + index + "]." + fact.field())
                    .toList())
        .orElseGet(() -> List.of(fact.name()));
  }

  /** What has been told under a name, as {@link #namesOf} gives them. */
  public Optional<Object> told(String name) {
    int bracket = name.indexOf('[');
    return bracket < 0
        ? given(name, Object.class)
        : Optional.of(entry(name)).flatMap(entry -> entry.told(fieldOf(name)));
  }

  /**
   * These facts with one more, or with another value of it; its name as {@link #namesOf} has it.
   */
  public FactSet with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    int bracket = name.indexOf('[');
    if (bracket < 0) {
      changed.put(name, value);
    } else {
      String list = name.substring(0, bracket);
      List<Object> entries = new ArrayList<>(given(list, List.class).orElseThrow());
      entries.set(placeOf(name), entry(name).with(fieldOf(name), value));
      changed.put(list, List.copyOf(entries));
    }
    return new FactSet(path, changed);
  }

  private FactSet entry(String name) {
    List<?> entries = given(name.substring(0, name.indexOf('[')), List.class).orElseThrow();
    return (FactSet) entries.get(placeOf(name));
  }

  private static int placeOf(String name) {
    return Integer.parseInt(name, name.indexOf('[') + 1, name.indexOf(']'), 10);
  }

  private static String fieldOf(String name) {
    return name.substring(name.indexOf(']') + 2);
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
