package minsheng.kernel;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A condition of three values (Kleene's logic): it holds, it fails, or it is unknown and says what
 * it lacks. A definite failure beats an unknown, and what cannot matter any more is not asked for.
 */
public final class Condition {

  public static final Condition YES = new Condition(Truth.HOLDS, Missing.NOTHING);
  public static final Condition NO = new Condition(Truth.FAILS, Missing.NOTHING);

  private enum Truth {
    HOLDS,
    FAILS,
    UNKNOWN
  }

  private final Truth truth;
  private final Missing missing;

  private Condition(Truth truth, Missing missing) {
    this.truth = truth;
    this.missing = missing;
  }

  public static Condition of(boolean holds) {
    return holds ? YES : NO;
  }

  public static Condition of(Fact<Boolean> holds) {
    return holds.test(known -> known);
  }

  public static Condition unknown(Missing missing) {
    return new Condition(Truth.UNKNOWN, missing);
  }

  public boolean holds() {
    return truth == Truth.HOLDS;
  }

  public boolean fails() {
    return truth == Truth.FAILS;
  }

  public boolean isUnknown() {
    return truth == Truth.UNKNOWN;
  }

  /** What an unknown condition lacks; nothing, when it is settled. */
  public Missing missing() {
    return missing;
  }

  public Condition and(Condition other) {
    if (fails() || other.fails()) {
      return NO;
    }
    if (holds()) {
      return other;
    }
    return other.holds() ? this : unknown(missing.and(other.missing));
  }

  public Condition or(Condition other) {
    return not().and(other.not()).not();
  }

  /**
   * This one or else the other: as {@link #or}, save that the other is asked about only once this
   * one is known to fail.
   */
  public Condition orElse(Condition other) {
    return isUnknown() && !other.holds() ? this : or(other);
  }

  /**
   * This one and then the other: as {@link #and}, save that the other is asked about only once this
   * one is known to hold.
   */
  public Condition andThen(Condition other) {
    return not().orElse(other.not()).not();
  }

  public Condition not() {
    return switch (truth) {
      case HOLDS -> NO;
      case FAILS -> YES;
      case UNKNOWN -> this;
    };
  }

  /** Every entry meets it; one that is known not to decides, whatever else is unknown. */
  public static <E> Condition all(Collection<E> entries, Function<? super E, Condition> condition) {
    return entries.stream().map(condition).reduce(YES, Condition::and);
  }

  /** An entry meets it; one that is known to decides, whatever else is unknown. */
  public static <E> Condition any(Collection<E> entries, Function<? super E, Condition> condition) {
    return entries.stream().map(condition).reduce(NO, Condition::or);
  }

  /** Two entries or more meet it; settled as soon as two are known to, or too few are left. */
  public static <E> Condition several(
      Collection<E> entries, Function<? super E, Condition> condition) {
    Condition one = NO;
    Condition two = NO;
    for (E entry : entries) {
      Condition each = condition.apply(entry);
      two = two.or(one.and(each));
      one = one.or(each);
    }
    return two;
  }

  /** 以上, 满: a number is not below another; the same number is enough. */
  public static <N extends Comparable<? super N>> Condition atLeast(Fact<N> number, Fact<N> least) {
    return number.test(least, (given, needed) -> given.compareTo(needed) >= 0);
  }

  /**
   * What applies when this condition holds, and what when it does not: so are groups chosen in an
   * order of priority. Unknown as long as the condition is.
   */
  public <T> Fact<T> choose(Supplier<Fact<T>> whenHolds, Supplier<Fact<T>> otherwise) {
    return asFact().then(holds -> holds ? whenHolds.get() : otherwise.get());
  }

  /** This condition as a value that a result can carry. */
  public Fact<Boolean> asFact() {
    return isUnknown() ? Fact.unknown(missing) : Fact.of(holds());
  }

  @Override
  public String toString() {
    return isUnknown() ? "UNKNOWN " + missing : truth.name();
  }
}
