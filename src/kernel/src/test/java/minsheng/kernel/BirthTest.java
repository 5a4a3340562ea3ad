package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthTest {

  @ParameterizedTest(name = "born on {0}, {1}: aged {2} on {3}")
  @CsvSource({
    "1966-05-02, FEB28, 59, 2026-05-01",
    "1966-05-02, FEB28, 60, 2026-05-02",
    "1966-05-31, FEB28, 60, 2026-05-31",
    "2026-05-02, FEB28, 0, 2026-05-02",
    "2027-05-02, FEB28, 0, 2026-05-02", // not born yet
    "1964-02-29, FEB28, 60, 2025-02-27",
    "1964-02-29, FEB28, 61, 2025-02-28",
    "1964-02-29, MAR1, 60, 2025-02-28",
    "1964-02-29, MAR1, 61, 2025-03-01",
    "1964-02-29, MAR1, 59, 2024-02-28", // a leap year moves nothing
    "1964-02-29, MAR1, 60, 2024-02-29",
    "1964-02-28, MAR1, 61, 2025-02-28",
    "1964-01-29, MAR1, 61, 2025-01-29",
  })
  void anAgeIsReachedOnTheBirthday(
      LocalDate date, LeapDayAnniversary leapDay, int age, LocalDate day) {
    Birth birth = new Birth(date, leapDay);

    assertThat(birth.ageOn(day)).isEqualTo(age);
    assertThat(birth.hasReached(age + 1, day)).isFalse();
    if (age > 0) {
      assertThat(birth.hasReached(age, day)).isTrue();
    }
  }

  @Test
  void onlyThe29thOfFebruaryIsALeapDay() {
    assertThat(new Birth(LocalDate.of(2024, 2, 29), LeapDayAnniversary.MAR1).isOnLeapDay())
        .isTrue();
    assertThat(new Birth(LocalDate.of(2024, 2, 28), LeapDayAnniversary.MAR1).isOnLeapDay())
        .isFalse();
    assertThat(new Birth(LocalDate.of(2024, 3, 29), LeapDayAnniversary.MAR1).isOnLeapDay())
        .isFalse();
  }

  @Test
  void whoIsBornOnTheDayIsBornByIt() {
    Birth birth = new Birth(LocalDate.of(2026, 5, 2), LeapDayAnniversary.FEB28);

    assertThat(birth.isBy(LocalDate.of(2026, 5, 1))).isFalse();
    assertThat(birth.isBy(LocalDate.of(2026, 5, 2))).isTrue();
    assertThat(birth.isBy(LocalDate.of(2026, 5, 3))).isTrue();
  }

  @Test
  void withoutADateThereIsNoBirth() {
    Fact<LocalDate> date = Fact.unknown(Missing.fact("birthDate"));

    assertThat(Birth.of(date, LeapDayAnniversary.FEB28).missing().facts())
        .containsExactly("birthDate");
    assertThat(Birth.of(Fact.of(LocalDate.MAX), LeapDayAnniversary.FEB28).known())
        .contains(new Birth(LocalDate.MAX, LeapDayAnniversary.FEB28));
  }

  @Test
  void theReadingsOfTheLeapDayHaveTheCodesOfTheContract() {
    assertThat(LeapDayAnniversary.values())
        .extracting(Coded::code)
        .containsExactly("feb28", "mar1");
    assertThat(LeapDayAnniversary.values())
        .extracting(Coded::label)
        .containsExactly("2月28日", "3月1日");
    assertThat(LeapDayAnniversary.values())
        .extracting(Coded::meaning)
        .containsExactly("28 February", "1 March");
  }
}
