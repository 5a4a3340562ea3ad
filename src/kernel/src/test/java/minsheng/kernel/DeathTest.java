package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeathTest {

  @ParameterizedTest
  @CsvSource({
    "2026-05-01, false, false",
    "2026-05-02, true, false",
    "2026-05-03, true, true",
  })
  void whoDiesOnTheDayHasDiedByItAndNotBefore(LocalDate day, boolean isBy, boolean isBefore) {
    Death death = new Death(Optional.of(LocalDate.of(2026, 5, 2)));

    assertThat(death.isBy(day)).isEqualTo(isBy);
    assertThat(death.isBefore(day)).isEqualTo(isBefore);
  }

  @Test
  void whoLivesHasDiedOnNoDay() {
    Death none = new Death(Optional.empty());

    assertThat(none.isBy(LocalDate.MAX)).isFalse();
    assertThat(none.isBefore(LocalDate.MAX)).isFalse();
  }
}
