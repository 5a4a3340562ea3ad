package minsheng.screening;

import java.time.LocalDate;
import minsheng.kernel.Attainable;
import minsheng.kernel.Money;
import minsheng.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One thing that would turn a refusal: a day to await, or another value of one fact that a person
 * can come to. Whoever asks again with it is told the outcome that stands here.
 */
public sealed interface Change {

  /** Whom it helps, such as {@code children[1]}; null = the household. */
  @Nullable String entry();

  /** What is promised, to the entry where there is one. */
  Outcome outcome();

  /** A day on which to ask again, with the same facts. */
  record Awaited(@Nullable String entry, LocalDate day, Outcome outcome) implements Change {}

  /**
   * Another value of a fact, on the same day.
   *
   * @param fact its name, such as {@code children[1].registrationDivision}
   * @param value what it would have to be, of its type
   * @param by how much less or more that is; null where it is no amount
   */
  record Attained(
      @Nullable String entry,
      String fact,
      Attainable attainable,
      Object value,
      @Nullable Object by,
      Outcome outcome)
      implements Change {

    /** Where the vocabulary's sentence wants the difference. */
    private static final String BY = "{by}";

    /** What to do, for a citizen. */
    public String sentence() {
      return switch (by) {
        case null -> attainable.zh();
        case Money money -> attainable.zh().replace(BY, money.yuan().toPlainString());
        default -> attainable.zh().replace(BY, by.toString());
      };
    }
  }
}
