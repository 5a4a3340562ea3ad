package minsheng.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
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
 * One thing that would turn a refusal: a day to await, or another value of one fact that a person
 * can come to. Whoever asks again with it is told the outcome that stands here.
 *
 * @param entry whom it helps, such as {@code children[1]}; null = the household
 * @param fact the name of the fact; null for a day
 * @param day the day to ask again; null for a fact
 * @param value what the fact would have to be; null for a day
 * @param by how much less or more that is; null where it is no amount
 * @param outcome that is promised, of the entry where there is one
 */
public record Change(
    Kind kind,
    @Nullable String entry,
    @Nullable String fact,
    @Nullable LocalDate day,
    @Nullable Object value,
    @Nullable Object by,
    Outcome outcome,
    @Nullable String sentence) {

  /** What a person does about it. */
  public enum Kind {
    /** Waits. */
    DATE,
    /** Comes to less income or more contributions. */
    AMOUNT,
    /** Moves the household registration. */
    REGISTRATION,
    /** Applies for a document or a recognition. */
    DOCUMENT
  }

  /** Farther than this nobody saves up: months, shares and the like. */
  private static final long MOST_MORE = 1000;

  /** The nearest changes of each kind, the best outcome first. */
  static List<Change> of(Rule rule, Circumstances today, Assessment answer) {
    List<Entries.Entry> entries = Entries.of(rule.policy(), answer);
    List<Change> changes = new ArrayList<>();
    if (entries.isEmpty()) {
      if (answer.outcome() == Outcome.NOT_ELIGIBLE) {
        new Search(rule, today, null).addTo(changes);
      }
    } else {
      for (Entries.Entry entry : entries) {
        if (entry.part().outcome() == Outcome.NOT_ELIGIBLE) {
          new Search(rule, today, entry.name()).addTo(changes);
        }
      }
    }
    changes.sort(Comparator.comparing(change -> -change.outcome.ordinal()));
    return changes;
  }

  /**
   * @param entry whose refusal is to be turned; null = the whole answer
   */
  private record Search(Rule rule, Circumstances today, @Nullable String entry) {

    void addTo(List<Change> changes) {
      Milestones.after(rule, today)
          .first(later -> isBetter(outcome(later)))
          .ifPresent(
              day ->
                  changes.add(
                      new Change(
                          Kind.DATE,
                          entry,
                          null,
                          day,
                          null,
                          null,
                          outcome(today.on(day).decide(rule)),
                          null)));
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
            .map(value -> changed(name, attainable, value, null, attainable.zh()));
      }
      boolean isLower = attainable.towards() == Attainable.Towards.LOWER;
      return switch (told) {
        case Money money ->
            nearest(name, money.fen(), limit(fact, money.fen(), isLower), Money::new)
                .map(
                    fen -> {
                      Money by = new Money(Math.abs(money.fen() - fen));
                      return changed(
                          name, attainable, new Money(fen), by, by(attainable, by.yuan()));
                    });
        case Integer number ->
            nearest(name, number, limit(fact, number, isLower), Math::toIntExact)
                .map(
                    found -> {
                      int by = (int) Math.abs(number - found);
                      return changed(
                          name,
                          attainable,
                          Math.toIntExact(found),
                          by,
                          by(attainable, BigDecimal.valueOf(by)));
                    });
        default -> Optional.empty();
      };
    }

    private static String by(Attainable attainable, BigDecimal by) {
      return attainable.zh().replace("{by}", by.toPlainString());
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
     * The value nearest to the one that was told which turns the refusal, if that at the limit
     * does.
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

    private Change changed(
        String name, Attainable attainable, Object value, @Nullable Object by, String sentence) {
      return new Change(
          Kind.valueOf(attainable.kind().name()),
          entry,
          name,
          null,
          value,
          by,
          outcome(today.with(name, value).decide(rule)),
          sentence);
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
}
