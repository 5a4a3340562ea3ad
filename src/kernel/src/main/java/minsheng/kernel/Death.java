package minsheng.kernel;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day of death, as far as one is told.
 *
 * @param date empty for a living person
 */
public record Death(Optional<LocalDate> date) {

  /** Whether the person has died by the end of this day. */
  public boolean isBy(LocalDate day) {
    return date.filter(death -> !death.isAfter(day)).isPresent();
  }

  /** Whether the person has died before this day begins. */
  public boolean isBefore(LocalDate day) {
    return date.filter(death -> death.isBefore(day)).isPresent();
  }
}
