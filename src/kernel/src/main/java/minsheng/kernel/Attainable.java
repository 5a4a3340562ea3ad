package minsheng.kernel;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person could do about a fact, or await, so that it becomes another: in one direction of a
 * number, or to one of some values.
 *
 * @param towards the direction, for a number; null where {@code values} are given
 * @param values what the fact can become, in the type of the fact; empty where {@code towards} is
 *     given
 * @param zh a sentence to a citizen, in Chinese; with {@code towards} it has {@code {by}}, the
 *     place of the difference
 */
public record Attainable(Kind kind, @Nullable Towards towards, List<Object> values, String zh) {

  /** What it takes. */
  public enum Kind implements Coded {
    /** Another amount or number: an income, months of contributions. */
    AMOUNT,
    /** A household registration or a residence somewhere else. */
    REGISTRATION,
    /** A certificate, a recognition or another thing that is applied for and then shown. */
    DOCUMENT;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
      return code();
    }
  }

  /** The direction in which a number can go. */
  public enum Towards implements Coded {
    LOWER,
    HIGHER;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
      return code();
    }
  }
}
