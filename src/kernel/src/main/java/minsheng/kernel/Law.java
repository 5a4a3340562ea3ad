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
    return value(parameter, asOf);
  }

  /** The value on the day that decides, where that is not the day asked about. */
  public <T> Fact<T> value(Parameter<T> parameter, LocalDate day) {
    return dated(parameter, day)
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
    return Fact.ofOptional(dated(parameter)).map(DatedValue::value);
  }

  private <T> Optional<DatedValue<T>> dated(Parameter<T> parameter) {
    return dated(parameter, asOf);
  }

  private <T> Optional<DatedValue<T>> dated(Parameter<T> parameter, LocalDate day) {
    Optional<DatedValue<T>> found = find(parameter, day);
    found.ifPresent(value -> readings.add(new Reading(parameter, value)));
    return found;
  }

  /** Whether the value on the day asked about is only provisional (暂时执行). */
  public Fact<Boolean> isProvisional(Parameter<?> parameter) {
    return Fact.ofOptional(dated(parameter)).map(DatedValue::provisional);
  }

  /** Whether the value on the day asked about is the law's, and the law has a later one. */
  public boolean isSuperseded(Parameter<?> parameter) {
    return isOfficial(parameter) && !isLatest(parameter);
  }

  /** Whether the value on the day asked about is the law's, and the law has had another before. */
  public boolean isNew(Parameter<?> parameter) {
    return isOfficial(parameter) && isLatest(parameter) && parameter.values().size() > 1;
  }

  private boolean isLatest(Parameter<?> parameter) {
    return find(parameter, asOf)
        .map(value -> parameter.values().indexOf(value) == parameter.values().size() - 1)
        .orElse(false);
  }

  /** Whether the value on the day asked about is the law's, not the operator's or the caller's. */
  public boolean isOfficial(Parameter<?> parameter) {
    return find(parameter, asOf).map(DatedValue::isOfficial).orElse(false);
  }

  /** Whether the value on a day is the law's, and stands in a clause that the reason rests on. */
  public boolean isStatedBy(Reason reason, Parameter<?> parameter, LocalDate day) {
    return find(parameter, day)
        .map(value -> value.isOfficial() && reason.basis().contains(value.source()))
        .orElse(false);
  }

  public boolean isConfigured(Parameter<?> parameter) {
    return isConfigured(parameter, asOf);
  }

  public boolean isConfigured(Parameter<?> parameter, LocalDate day) {
    return find(parameter, day).isPresent();
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
  private <T> Optional<DatedValue<T>> find(Parameter<T> parameter, LocalDate day) {
    Object supposed = whatIf.get(parameter.name());
    if (supposed != null) {
      return Optional.of(
          new DatedValue<>(
              (T) supposed, null, null, Evidence.HYPOTHETICAL, null, null, false, null));
    }
    return operator.getOrDefault(parameter.name(), List.of()).stream()
        .filter(value -> value.holdsOn(day))
        .map(value -> (DatedValue<T>) value)
        .findFirst()
        .or(() -> parameter.on(day));
  }
}
