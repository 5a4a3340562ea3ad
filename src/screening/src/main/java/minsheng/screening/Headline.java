package minsheng.screening;

import java.math.BigDecimal;
import java.util.Optional;
import minsheng.kernel.Assessment;
import minsheng.kernel.Money;
import minsheng.kernel.Policy;
import minsheng.kernel.ResultDefinition;

/**
 * The amount or number that a citizen came for.
 *
 * @param value of the field's type
 */
public record Headline(ResultDefinition field, Object value) {

  /** How often money is paid. */
  public enum Per {
    MONTH,
    YEAR,
    ONCE
  }

  /** That of an answer as a whole; empty where the policy grants no number or it is not known. */
  static Optional<Headline> of(Policy policy, Assessment answer) {
    return policy.result().stream()
        .filter(field -> field.role() == ResultDefinition.Role.HEADLINE && !field.isOfEntry())
        .findFirst()
        .flatMap(
            field ->
                Optional.ofNullable(answer.result().get(field.field()))
                    .map(value -> new Headline(field, value)));
  }

  /** Whether it is no more than nothing: no yuan, no day. */
  boolean isNothing() {
    return switch (value) {
      case Money money -> money.isZero();
      case Integer number -> number == 0;
      case BigDecimal number -> number.signum() == 0;
      default -> false;
    };
  }

  /** The money that it is; nothing for a number of days or months. */
  public Optional<Money> money() {
    return value instanceof Money money && per(field).isPresent()
        ? Optional.of(money)
        : Optional.empty();
  }

  /** How often a field's money is paid, by its unit. */
  public static Optional<Per> per(ResultDefinition field) {
    return switch (field.unit()) {
      case "yuan/month" -> Optional.of(Per.MONTH);
      case "yuan/year" -> Optional.of(Per.YEAR);
      case "yuan" -> Optional.of(Per.ONCE);
      case null, default -> Optional.empty();
    };
  }
}
