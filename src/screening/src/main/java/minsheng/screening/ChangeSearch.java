package minsheng.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import minsheng.kernel.Assessment;
import minsheng.kernel.Attainable;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Money;
import minsheng.kernel.Outcome;
import minsheng.kernel.Policy;
import minsheng.kernel.Range;
import minsheng.kernel.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what would turn one refusal: decides again, on other days and with other values.
 *
 * @param entry whose refusal is to be turned; null = the whole answer
 */
record ChangeSearch(Rule rule, Circumstances today, @Nullable String entry) {

  /** Farther than this nobody saves up: months, shares and the like. */
  private static final long MOST_MORE = 1000;

  /** The nearest changes of each kind, the best outcome first. */
  static List<Change> of(Rule rule, Circumstances today, Assessment answer) {
    List<Entries.Entry> entries = Entries.of(rule.policy(), answer);
    List<Change> changes = new ArrayList<>();
    if (entries.isEmpty()) {
      if (answer.outcome() == Outcome.NOT_ELIGIBLE) {
        new ChangeSearch(rule, today, null).addTo(changes);
      }
    } else {
      for (Entries.Entry entry : entries) {
        if (entry.part().outcome() == Outcome.NOT_ELIGIBLE) {
          new ChangeSearch(rule, today, entry.name()).addTo(changes);
        }
      }
    }
    changes.sort(Comparator.comparing(change -> -change.outcome().ordinal()));
    return changes;
  }

  void addTo(List<Change> changes) {
    Milestones.after(rule, today)
        .first(later -> isBetter(outcome(later)))
        .ifPresent(
            day ->
                changes.add(new Change.Awaited(entry, day, outcome(today.on(day).decide(rule)))));
    for (Policy.FactUse use : rule.policy().facts()) {
      FactDefinition fact = use.definition();
      Attainable attainable = fact.attainable();
      if (attainable != null) {
        today.facts().namesOf(fact).stream()
            .filter(this::concerns)
            .forEach(
                name ->
                    today
                        .facts()
                        .told(name)
                        .flatMap(told -> change(name, fact, attainable, told))
                        .ifPresent(changes::add));
      }
    }
  }

  /** An entry is helped by what is its own, or by what all have in common. */
  private boolean concerns(String name) {
    return !name.contains("[") || (entry != null && name.startsWith(entry + "."));
  }

  private Optional<Change> change(
      String name, FactDefinition fact, Attainable attainable, Object told) {
    if (attainable.towards() == null) {
      return attainable.values().stream()
          .filter(value -> !value.equals(told))
          .filter(value -> isBetterWith(name, value))
          .findFirst()
          .map(value -> attained(name, attainable, value, null));
    }
    boolean isLower = attainable.towards() == Attainable.Towards.LOWER;
    return switch (told) {
      case Money money ->
          nearest(name, money.fen(), limit(fact, money.fen(), isLower), Money::new)
              .map(fen -> new Money(fen))
              .map(
                  value -> {
                    Money by = isLower ? money.minus(value) : value.minus(money);
                    return attained(name, attainable, value, by);
                  });
      case Integer number ->
          nearest(name, number, limit(fact, number, isLower), Math::toIntExact)
              .map(Math::toIntExact)
              .map(value -> attained(name, attainable, value, Math.abs(number - value)));
      default -> Optional.empty();
    };
  }

  private static long limit(FactDefinition fact, long told, boolean isLower) {
    Range range = fact.range();
    if (isLower) {
      return range == null ? 0 : Math.min(told, range.min().longValue());
    }
    long most = told + MOST_MORE;
    return range == null || range.max() == null
        ? most
        : Math.max(told, Math.min(most, range.max().longValue()));
  }

  /**
   * The value nearest to the one that was told which turns the refusal, if that at the limit does.
   */
  private Optional<Long> nearest(String name, long told, long limit, LongFunction<Object> value) {
    if (limit == told || !isBetterWith(name, value.apply(limit))) {
      return Optional.empty();
    }
    long not = told;
    long yes = limit;
    while (Math.abs(yes - not) > 1) {
      long middle = not + (yes - not) / 2;
      if (isBetterWith(name, value.apply(middle))) {
        yes = middle;
      } else {
        not = middle;
      }
    }
    return Optional.of(yes);
  }

  private Change attained(String name, Attainable attainable, Object value, @Nullable Object by) {
    Outcome promised = outcome(today.with(name, value).decide(rule));
    return new Change.Attained(entry, name, attainable, value, by, promised);
  }

  private boolean isBetterWith(String name, Object value) {
    return isBetter(outcome(today.with(name, value).decide(rule)));
  }

  private Outcome outcome(Assessment answer) {
    return entry == null
        ? answer.outcome()
        : Entries.named(entry, rule.policy(), answer)
            .map(Assessment::outcome)
            .orElse(answer.outcome());
  }

  /** Due, or due as soon as the agency states its number. */
  private static boolean isBetter(Outcome outcome) {
    return switch (outcome) {
      case ELIGIBLE, COMPUTED, NEEDS_OPERATOR_PARAMETER -> true;
      case NOT_ELIGIBLE, REFER_TO_AGENCY, NEEDS_FACTS -> false;
    };
  }
}
