package minsheng.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value of a parameter with the days on which it holds and the evidence that it stands on.
 *
 * @param effectiveFrom first day; null = open
 * @param effectiveTo last day; null = open
 * @param source the clause that states the value, or the words of the operator; null for a supposed
 *     value
 * @param dateEvidence how far the days are assumed, such as {@code assumed-document-date}
 * @param provisional 暂时执行, or not confirmed
 * @param note a remark of the policy file
 */
public record DatedValue<T>(
    T value,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    Evidence evidence,
    @Nullable String source,
    @Nullable String dateEvidence,
    boolean provisional,
    @Nullable Remark note) {

  public boolean holdsOn(LocalDate day) {
    return (effectiveFrom == null || !day.isBefore(effectiveFrom))
        && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  /** Stated by the law, and not supposed by a caller or set by the operator. */
  public boolean isOfficial() {
    return evidence != Evidence.HYPOTHETICAL && evidence != Evidence.OPERATOR;
  }
}
