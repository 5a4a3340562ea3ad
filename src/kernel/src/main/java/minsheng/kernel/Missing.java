package minsheng.kernel;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What keeps a value unknown: facts that nobody has told and parameters that nobody has configured,
 * each by its name, in the order in which they were first met.
 */
public record Missing(Set<String> facts, Set<String> parameters) {

  /** Nothing is missing: a value that does not apply to the case at all. */
  public static final Missing NOTHING = new Missing(Set.of(), Set.of());

  static Missing fact(String name) {
    return new Missing(Set.of(name), Set.of());
  }

  public static Missing parameter(String name) {
    return new Missing(Set.of(), Set.of(name));
  }

  /** Everything that either of the two lacks. */
  public Missing and(Missing other) {
    if (other.isNothing()) {
      return this;
    }
    return isNothing()
        ? other
        : new Missing(union(facts, other.facts), union(parameters, other.parameters));
  }

  /**
   * What a number lacks that is made of two unknown ones. A fact that only feeds a number with an
   * unconfigured parameter cannot help, so it is not asked for.
   */
  Missing forNumberWith(Missing other) {
    Missing both = and(other);
    return both.parameters.isEmpty() ? both : new Missing(Set.of(), both.parameters);
  }

  public boolean isNothing() {
    return facts.isEmpty() && parameters.isEmpty();
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    if (second.isEmpty()) {
      return first;
    }
    if (first.isEmpty()) {
      return second;
    }
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return Collections.unmodifiableSet(all);
  }
}
