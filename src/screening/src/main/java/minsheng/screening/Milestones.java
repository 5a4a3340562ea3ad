package minsheng.screening;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import minsheng.kernel.Assessment;
import minsheng.kernel.DatedValue;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;

/**
 * The days to come on which an answer can change while the facts stay as they are: the law does on
 * the days of its values, a person on birthdays and anniversaries, and every count of time at the
 * turn of a month or year.
 */
final class Milestones {

  /** How far ahead a citizen is told something. */
  static final int YEARS = 20;

  private static final int MONTHS = 36;

  private final Rule rule;
  private final Circumstances now;
  private final NavigableSet<LocalDate> days = new TreeSet<>();

  private Milestones(Rule rule, Circumstances now) {
    this.rule = rule;
    this.now = now;
    YearMonth month = YearMonth.from(now.asOf());
    for (int i = 1; i <= MONTHS; i++) {
      days.add(month.plusMonths(i).atDay(1));
    }
    for (int i = 1; i <= YEARS; i++) {
      days.add(LocalDate.of(month.getYear() + i, 1, 1));
    }
    addDaysOf(rule.policy());
    addAnniversaries(rule.policy());
  }

  static Milestones after(Rule rule, Circumstances now) {
    return new Milestones(rule, now);
  }

  private void addDaysOf(Policy policy) {
    policy.parameters().stream()
        .flatMap(parameter -> parameter.values().stream())
        .flatMap(Milestones::daysOf)
        .forEach(this::add);
  }

  private static Stream<LocalDate> daysOf(DatedValue<?> value) {
    Stream<LocalDate> bounds =
        Stream.concat(
            Stream.ofNullable(value.effectiveFrom()),
            Stream.ofNullable(value.effectiveTo()).map(day -> day.plusDays(1)));
    return value.value() instanceof LocalDate day
        ? Stream.concat(bounds, Stream.of(day, day.plusDays(1)))
        : bounds;
  }

  private void addAnniversaries(Policy policy) {
    policy.facts().stream()
        .flatMap(use -> now.facts().namesOf(use.definition()).stream())
        .flatMap(name -> now.facts().told(name).stream())
        .filter(LocalDate.class::isInstance)
        .map(LocalDate.class::cast)
        .forEach(
            day -> {
              int first = Math.max(0, now.asOf().getYear() - day.getYear());
              for (int years = first; years <= first + YEARS; years++) {
                add(day.plusYears(years));
              }
            });
  }

  private void add(LocalDate day) {
    if (day.isAfter(now.asOf()) && day.isBefore(now.asOf().plusYears(YEARS))) {
      days.add(day);
    }
  }

  /** The first day to come, as far as the milestones show, on which the answer is as wanted. */
  Optional<LocalDate> first(Predicate<Assessment> wanted) {
    LocalDate before = now.asOf();
    for (LocalDate day : days) {
      if (isOn(day, wanted)) {
        return Optional.of(firstBetween(before, day, wanted));
      }
      before = day;
    }
    return Optional.empty();
  }

  /** Not wanted on the first of the two days, wanted on the second. */
  private LocalDate firstBetween(LocalDate before, LocalDate day, Predicate<Assessment> wanted) {
    LocalDate not = before;
    LocalDate first = day;
    while (not.plusDays(1).isBefore(first)) {
      LocalDate middle = not.plusDays((first.toEpochDay() - not.toEpochDay()) / 2);
      if (isOn(middle, wanted)) {
        first = middle;
      } else {
        not = middle;
      }
    }
    return first;
  }

  private boolean isOn(LocalDate day, Predicate<Assessment> wanted) {
    return wanted.test(now.on(day).decide(rule));
  }
}
