package minsheng.kernel;

import java.util.List;

/**
 * A reason that an answer gives, with the clauses that it rests on.
 *
 * @param satisfied true when it speaks for the benefit or explains the amount, false when it speaks
 *     against it
 * @param zh the sentence for a citizen
 * @param en the same in English
 * @param basis ids of clauses, at least one
 */
public record Reason(String code, boolean satisfied, String zh, String en, List<String> basis)
    implements Coded {

  @Override
  public String label() {
    return zh;
  }
}
