package minsheng.screening;

import java.util.Locale;
import minsheng.kernel.Assessment;
import minsheng.kernel.Coded;
import minsheng.kernel.Policy;

/** Where a household stands with a policy, in the order in which a citizen is told. */
public enum Standing implements Coded {
  /** The benefit is due, or the number that was asked for is computed. */
  DUE,
  /** A fact, a number of the agency, or the agency's decision is still open. */
  POSSIBLE,
  /** A condition definitely fails. */
  NOT_DUE;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** A number of which there is nothing, such as a deduction for no child, is not due. */
  public static Standing of(Policy policy, Assessment answer) {
    return switch (answer.outcome()) {
      case ELIGIBLE, COMPUTED ->
          Headline.of(policy, answer).filter(Headline::isNothing).isPresent() ? NOT_DUE : DUE;
      case NEEDS_FACTS, NEEDS_OPERATOR_PARAMETER, REFER_TO_AGENCY -> POSSIBLE;
      case NOT_ELIGIBLE -> NOT_DUE;
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return code;
  }
}
