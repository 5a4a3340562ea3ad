package minsheng.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number, date or reading that a rule uses, with the values that it has had. The values are the
 * law's; an operator's and a caller's own are laid over them by {@link Law}.
 */
public sealed class Parameter<T> {

  /**
   * How a policy file declares a parameter.
   *
   * @param declaredType the type as the policy file writes it
   * @param unit such as {@code yuan/child/month}
   * @param range the numbers allowed; null = any from 0
   * @param meaning in English
   * @param labelZh what it is called to a citizen
   * @param recommendedDefaultReason why this reading was taken, where the law leaves more than one
   * @param clause the clause that leaves the value open; null where the values have their sources
   * @param required false when the rule can answer without it
   * @param informational true when it is only shown
   */
  public record Declaration(
      String name,
      ValueType type,
      String declaredType,
      @Nullable String unit,
      @Nullable Range range,
      String meaning,
      @Nullable String labelZh,
      @Nullable Remark recommendedDefaultReason,
      @Nullable String clause,
      boolean required,
      boolean informational) {}

  /** A parameter with a value for every day, so that reading it always gives one. */
  public static final class Timeless<T> extends Parameter<T> {
    public Timeless(Declaration declaration, List<DatedValue<T>> values) {
      super(declaration, values);
    }
  }

  private final Declaration declaration;
  private final List<DatedValue<T>> values;

  /**
   * @param values in order of time, without overlap; empty = unconfigured
   */
  public Parameter(Declaration declaration, List<DatedValue<T>> values) {
    this.declaration = declaration;
    this.values = values;
  }

  public Declaration declaration() {
    return declaration;
  }

  public String name() {
    return declaration.name;
  }

  public List<DatedValue<T>> values() {
    return values;
  }

  /** The value that the law has on a day. */
  Optional<DatedValue<T>> on(LocalDate day) {
    return values.stream().filter(value -> value.holdsOn(day)).findFirst();
  }
}
