package minsheng.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A value that is known, or unknown together with what it lacks. What is computed from facts is a
 * fact again, so an unknown one never turns into zero or false on its way.
 */
public sealed interface Fact<T> {

  /** A value that somebody has told, or that follows from such values. */
  record Known<T>(T value) implements Fact<T> {}

  /** A value that cannot be told yet. */
  record Unknown<T>(Missing missing) implements Fact<T> {}

  static <T> Fact<T> of(T value) {
    return new Known<>(value);
  }

  static <T> Fact<T> unknown(Missing missing) {
    return new Unknown<>(missing);
  }

  /** A value that does not exist for this case and that nothing could bring: never asked for. */
  static <T> Fact<T> notApplicable() {
    return new Unknown<>(Missing.NOTHING);
  }

  /** A value that does not exist for this case where nobody has told it: never asked for. */
  static <T> Fact<T> ofOptional(Optional<T> value) {
    return value.map(Fact::of).orElseGet(Fact::notApplicable);
  }

  /** What each entry of a list has of this kind: known when all of them are. */
  static <E, T> Fact<List<T>> all(List<E> entries, Function<? super E, Fact<T>> each) {
    List<T> known = new ArrayList<>();
    Missing missing = Missing.NOTHING;
    for (E entry : entries) {
      Fact<T> fact = each.apply(entry);
      fact.known().ifPresent(known::add);
      missing = missing.and(fact.missing());
    }
    return known.size() == entries.size() ? of(List.copyOf(known)) : unknown(missing);
  }

  /** How many entries of a list meet a condition: known when it is settled of each. */
  static <E> Fact<Integer> count(List<E> entries, Function<? super E, Condition> condition) {
    return all(entries, entry -> condition.apply(entry).asFact())
        .map(settled -> Collections.frequency(settled, true));
  }

  default boolean isKnown() {
    return this instanceof Known;
  }

  /** The value, if it is known. */
  default Optional<T> known() {
    return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** What this value lacks; nothing, when it is known. */
  default Missing missing() {
    return this instanceof Unknown<T>(Missing missing) ? missing : Missing.NOTHING;
  }

  default <R> Fact<R> map(Function<? super T, ? extends R> function) {
    return switch (this) {
      case Known<T>(T value) -> new Known<>(function.apply(value));
      case Unknown<T>(Missing missing) -> new Unknown<>(missing);
    };
  }

  /** The fact that follows from this one, as soon as this one is known. */
  default <R> Fact<R> then(Function<? super T, Fact<R>> function) {
    return switch (this) {
      case Known<T>(T value) -> function.apply(value);
      case Unknown<T>(Missing missing) -> new Unknown<>(missing);
    };
  }

  /** A number made of this one and another: known when both are. */
  default <U, R> Fact<R> with(
      Fact<U> other, BiFunction<? super T, ? super U, ? extends R> function) {
    if (this instanceof Known<T>(T first) && other instanceof Known<U>(U second)) {
      return new Known<>(function.apply(first, second));
    }
    return new Unknown<>(missing().forNumberWith(other.missing()));
  }

  default Condition is(T expected) {
    return test(expected::equals);
  }

  default Condition test(Predicate<? super T> predicate) {
    return switch (this) {
      case Known<T>(T value) -> Condition.of(predicate.test(value));
      case Unknown<T>(Missing missing) -> Condition.unknown(missing);
    };
  }

  /** The condition that follows from this fact, as soon as this one is known. */
  default Condition meets(Function<? super T, Condition> function) {
    return Condition.of(then(value -> function.apply(value).asFact()));
  }

  default <U> Condition test(Fact<U> other, BiPredicate<? super T, ? super U> predicate) {
    return Condition.of(with(other, predicate::test));
  }

  /**
   * What follows from this fact, settled even while it is unknown when the same follows from each
   * of its possible values.
   *
   * @param possible a value of every kind that this fact can have
   */
  default <R> Fact<R> whichever(List<T> possible, Function<? super T, Fact<R>> function) {
    return switch (this) {
      case Known<T>(T value) -> function.apply(value);
      case Unknown<T>(Missing missing) -> {
        List<Fact<R>> each = possible.stream().map(function).distinct().toList();
        boolean isSettled = each.size() == 1 && each.getFirst().missing().isNothing();
        yield isSettled
            ? each.getFirst()
            : unknown(each.stream().map(Fact::missing).reduce(missing, Missing::and));
      }
    };
  }
}
