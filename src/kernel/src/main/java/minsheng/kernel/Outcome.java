package minsheng.kernel;

import java.util.Locale;

/** The five kinds of answer, in the order in which the contract decides between them. */
public enum Outcome implements Coded {
  /** A condition definitely fails; that wins over everything unknown. */
  NOT_ELIGIBLE,
  /** The law leaves the case itself to an agency. */
  REFER_TO_AGENCY,
  /** An absent fact could still change the answer. */
  NEEDS_FACTS,
  /** A number that the law leaves to the agency is not configured on the date that counts. */
  NEEDS_OPERATOR_PARAMETER,
  /** The benefit is due. */
  ELIGIBLE,
  /** The number asked for, where nobody is eligible or not: contributions, leave, deductions. */
  COMPUTED;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return code;
  }
}
