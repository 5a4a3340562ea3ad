package minsheng.screening;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import minsheng.kernel.Assessment;
import minsheng.kernel.Reason;
import minsheng.kernel.ResultDefinition.Role;
import minsheng.kernel.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a benefit is due.
 *
 * @param from its first day, where the answer tells it
 * @param until its last day; null while no end is in sight
 * @param endsBecause why it ends then
 * @param unknownFrom the first day for which the law of today states no value; null when none is in
 *     sight
 * @param deadline the last day to apply, where the answer tells it
 */
public record Term(
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    List<Reason> endsBecause,
    @Nullable LocalDate unknownFrom,
    @Nullable LocalDate deadline) {

  static final Term NONE = new Term(null, null, List.of(), null, null);

  /**
   * @param answer that is due today
   */
  static Term of(Rule rule, Circumstances today, Assessment answer) {
    Circumstances applied = today.settledFor(rule.policy());
    Milestones milestones = Milestones.after(rule, applied);
    Optional<LocalDate> end =
        milestones.first(later -> Standing.of(rule.policy(), later) != Standing.DUE);
    Optional<Assessment> after = end.map(day -> applied.on(day).decide(rule));
    boolean isUnknown =
        after.map(later -> Standing.of(rule.policy(), later) == Standing.POSSIBLE).orElse(false);
    LocalDate stated =
        days(Role.END, rule, answer).map(Term::lastDay).max(Comparator.naturalOrder()).orElse(null);
    LocalDate found = isUnknown ? null : end.map(day -> day.minusDays(1)).orElse(null);
    return new Term(
        days(Role.START, rule, answer)
            .map(Term::firstDay)
            .min(Comparator.naturalOrder())
            .orElse(null),
        stated != null ? stated : found,
        isUnknown ? List.of() : after.map(Term::refusals).orElse(List.of()),
        isUnknown ? end.orElse(null) : null,
        days(Role.DEADLINE, rule, answer)
            .map(Term::lastDay)
            .filter(day -> !day.isBefore(today.asOf()))
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  private static Stream<Object> days(Role role, Rule rule, Assessment answer) {
    return rule.policy().result().stream()
        .filter(field -> field.role() == role)
        .flatMap(field -> Entries.values(field, rule.policy(), answer).stream());
  }

  private static LocalDate firstDay(Object dayOrMonth) {
    return dayOrMonth instanceof YearMonth month ? month.atDay(1) : (LocalDate) dayOrMonth;
  }

  private static LocalDate lastDay(Object dayOrMonth) {
    return dayOrMonth instanceof YearMonth month ? month.atEndOfMonth() : (LocalDate) dayOrMonth;
  }

  private static List<Reason> refusals(Assessment answer) {
    return answer.reasons().stream().filter(reason -> !reason.satisfied()).toList();
  }
}
