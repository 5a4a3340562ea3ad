package minsheng.kernel;

import java.time.LocalDate;

/**
 * A day of birth, and what follows from it: birthdays and ages (周岁). An age is reached on the
 * birthday, at 00:00.
 */
public record Birth(LocalDate date, LeapDayAnniversary leapDay) {

  public static Fact<Birth> of(Fact<LocalDate> date, LeapDayAnniversary leapDay) {
    return date.map(day -> new Birth(day, leapDay));
  }

  /** The day on which this age is reached. */
  public LocalDate birthday(int age) {
    LocalDate birthday = date.plusYears(age);
    boolean isMoved = isOnLeapDay() && !birthday.isLeapYear();
    return isMoved && leapDay == LeapDayAnniversary.MAR1 ? birthday.plusDays(1) : birthday;
  }

  /** 年满, 以上 of an age: the birthday itself is included. */
  public boolean hasReached(int age, LocalDate day) {
    return !birthday(age).isAfter(day);
  }

  /** Completed years; 0 before the birth. */
  public int ageOn(LocalDate day) {
    int years = Math.max(0, day.getYear() - date.getYear());
    return years > 0 && !hasReached(years, day) ? years - 1 : years;
  }

  /** Whether the person is born by the end of this day. */
  public boolean isBy(LocalDate day) {
    return !date.isAfter(day);
  }

  public boolean isOnLeapDay() {
    return date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
  }
}
