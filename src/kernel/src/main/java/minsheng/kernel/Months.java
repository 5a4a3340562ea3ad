package minsheng.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Calendar months without a gap, both ends included; none when the last is before the first.
 *
 * <p>直至3周岁, 自次月起 and the like all come to such a run of months.
 */
public record Months(YearMonth first, YearMonth last) {

  public static Months ofYear(int year) {
    return new Months(YearMonth.of(year, 1), YearMonth.of(year, 12));
  }

  /** From the month of this birth to the one before the birthday. */
  public static Months untilBirthday(LocalDate birthDate, int age) {
    YearMonth birth = YearMonth.from(birthDate);
    return new Months(birth, birth.plusYears(age).minusMonths(1));
  }

  public int count() {
    return (int) Math.max(0, ChronoUnit.MONTHS.between(first, last) + 1);
  }

  public boolean isEmpty() {
    return last.isBefore(first);
  }

  public boolean contains(YearMonth month) {
    return !month.isBefore(first) && !month.isAfter(last);
  }

  /** The months that are in both. */
  public Months within(Months other) {
    return new Months(
        first.isBefore(other.first) ? other.first : first,
        last.isAfter(other.last) ? other.last : last);
  }

  public Stream<YearMonth> stream() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
  }
}
