package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "2025-01, 2025-12, 12",
    "2025-11, 2026-02, 4",
    "2025-01, 2025-01, 1",
    "2025-02, 2025-01, 0",
    "2025-03, 2025-01, 0",
  })
  void bothEndsAreIncluded(YearMonth first, YearMonth last, int count) {
    Months months = new Months(first, last);

    assertThat(months.count()).isEqualTo(count);
    assertThat(months.stream()).hasSize(count);
    assertThat(months.isEmpty()).isEqualTo(count == 0);
    assertThat(months.contains(first)).isEqualTo(count > 0);
    assertThat(months.contains(last)).isEqualTo(count > 0);
    assertThat(months.contains(first.minusMonths(1))).isFalse();
    assertThat(months.contains(last.plusMonths(1))).isFalse();
  }

  @Test
  void aBirthdayEndsThemWithTheMonthBefore() {
    assertThat(Months.untilBirthday(LocalDate.of(2022, 5, 31), 3))
        .isEqualTo(new Months(YearMonth.of(2022, 5), YearMonth.of(2025, 4)));
  }

  @Test
  void aYearHasTwelve() {
    assertThat(Months.ofYear(2025))
        .isEqualTo(new Months(YearMonth.of(2025, 1), YearMonth.of(2025, 12)));
  }

  @Test
  void whatIsInBothIsNoMoreThanEither() {
    Months child = Months.untilBirthday(LocalDate.of(2022, 5, 2), 3);

    assertThat(child.within(Months.ofYear(2022)).count()).isEqualTo(8);
    assertThat(child.within(Months.ofYear(2024)).count()).isEqualTo(12);
    assertThat(child.within(Months.ofYear(2025)).count()).isEqualTo(4);
    assertThat(child.within(Months.ofYear(2026)).isEmpty()).isTrue();
    assertThat(Months.ofYear(2025).within(child)).isEqualTo(child.within(Months.ofYear(2025)));
  }
}
