package minsheng.kernel;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The law of one policy as one case reads it: the policy's values as of a day, under the operator's
 * own, under what the caller supposes. It notes what was read, because the answer shows it; so each
 * case has a law of its own.
 */
public final class Law {

  /** A parameter and the value that was read of it. */
  public record Reading(Parameter<?> parameter, DatedValue<?> value) {}

  private final LocalDate asOf;
  private final Map<String, List<DatedValue<?>>> operator;
  private final Map<String, Object> whatIf;
  private final Set<Reading> readings = new LinkedHashSet<>();

  /**
   * @param operator the operator's values of this policy, by name of the parameter
   * @param whatIf the caller's values, by name of the parameter and of its type; they hold on every
   *     day
   */
  public Law(
      LocalDate asOf, Map<String, List<DatedValue<?>>> operator, Map<String, Object> whatIf) {
    this.asOf = asOf;
    this.operator = operator;
    this.whatIf = whatIf;
  }

  /** The value on the day asked about; unknown when it is not configured on that day. */
  public <T> Fact<T> value(Parameter<T> parameter) {
    return dated(parameter)
        .map(found -> Fact.of(found.value()))
        .orElseGet(() -> Fact.unknown(Missing.parameter(parameter.name())));
  }

  /** The value of a parameter that has one on every day. */
  public <T> T get(Parameter.Timeless<T> parameter) {
    return dated(parameter).orElseThrow().value();
  }

  /**
   * The value of a parameter that the rule can answer without; one that is not configured is not
   * asked for.
   */
  public <T> Fact<T> optional(Parameter<T> parameter) {
    return dated(parameter).map(found -> Fact.of(found.value())).orElseGet(Fact::notApplicable);
  }

  private <T> Optional<DatedValue<T>> dated(Parameter<T> parameter) {
    Optional<DatedValue<T>> found = find(parameter);
    found.ifPresent(value -> readings.add(new Reading(parameter, value)));
    return found;
  }

  /** Whether the value on the day asked about is only provisional (暂时执行). */
  public Fact<Boolean> isProvisional(Parameter<?> parameter) {
    return dated(parameter)
        .map(found -> Fact.of(found.provisional()))
        .orElseGet(Fact::notApplicable);
  }

  /** Whether the value on the day asked about is the law's, and the law has a later one. */
  public boolean isSuperseded(Parameter<?> parameter) {
    return find(parameter)
        .map(
            value ->
                value.isOfficial()
                    && parameter.values().indexOf(value) < parameter.values().size() - 1)
        .orElse(false);
  }

  public boolean isConfigured(Parameter<?> parameter) {
    return find(parameter).isPresent();
  }

  /**
   * The first day on which the law states a value of the parameter, whatever the operator or the
   * caller sets: the day on which a version of a rule begins that brought the parameter.
   */
  public LocalDate firstDayOf(Parameter<?> parameter) {
    return parameter.values().stream()
        .findFirst()
        .flatMap(first -> Optional.ofNullable(first.effectiveFrom()))
        .orElse(LocalDate.MIN);
  }

  /** What was read, in the order of reading. */
  public Set<Reading> readings() {
    return Collections.unmodifiableSet(readings);
  }

  public boolean isHypothetical() {
    return !whatIf.isEmpty();
  }

  @SuppressWarnings(
      "unchecked") // whoever lays a value over the law has checked it against the parameter's type
  private <T> Optional<DatedValue<T>> find(Parameter<T> parameter) {
    Object supposed = whatIf.get(parameter.name());
    if (supposed != null) {
      return Optional.of(
          new DatedValue<>(
              (T) supposed, null, null, Evidence.HYPOTHETICAL, null, null, false, null));
    }
    return operator.getOrDefault(parameter.name(), List.of()).stream()
        .filter(value -> value.holdsOn(asOf))
        .map(value -> (DatedValue<T>) value)
        .findFirst()
        .or(() -> parameter.on(asOf));
  }
}
