package minsheng.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The range that a number must lie in.
 *
 * @param text the range as the vocabulary writes it, such as {@code ≥ 0}
 * @param exclusiveMin true when {@code min} itself is out of range
 */
public record Range(String text, BigDecimal min, @Nullable BigDecimal max, boolean exclusiveMin) {

  public boolean contains(BigDecimal number) {
    int fromMin = number.compareTo(min);
    return (exclusiveMin ? fromMin > 0 : fromMin >= 0)
        && (max == null || number.compareTo(max) <= 0);
  }
}
