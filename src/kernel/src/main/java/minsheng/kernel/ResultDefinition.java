package minsheng.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a result.
 *
 * @param name {@code children[].months} is a field of the entries of {@code children}
 * @param declaredType the type as the policy file writes it
 * @param meaning in English
 * @param labelZh what it is called to a citizen
 * @param atMost the bound that a number never passes, as a sum of products of facts, parameters and
 *     whole numbers; a list counts its entries
 * @param allowed the values of an enum, labelled in Chinese
 * @param explanatory true when the field explains the answer; it may then be given where nothing is
 *     granted
 * @param role what the field is to whoever reads many answers at once; null = a field among others
 */
public record ResultDefinition(
    String name,
    String declaredType,
    @Nullable String unit,
    String meaning,
    @Nullable String labelZh,
    @Nullable String atMost,
    List<? extends Coded> allowed,
    boolean explanatory,
    @Nullable Role role) {

  /** What a field is in an answer, whatever the policy; one of each at most, and in each entry. */
  public enum Role implements Coded {
    /** The amount or the number that a citizen came for. */
    HEADLINE,
    /** The first day or month of what is granted. */
    START,
    /** The last day or month of what is granted. */
    END,
    /** The last day to apply. */
    DEADLINE;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
      return code();
    }
  }

  private static final String ENTRY_MARK = "[].";

  /** Types of an order, a group or a place, which no refusal takes away. */
  private static final Set<String> ALONE = Set.of("integer|null", "string|null");

  /** True for a field of an entry of a list. */
  public boolean isOfEntry() {
    return name.contains(ENTRY_MARK);
  }

  /** The name without the list that the field's entry stands in. */
  public String field() {
    return isOfEntry() ? name.substring(name.indexOf(ENTRY_MARK) + ENTRY_MARK.length()) : name;
  }

  /** True for a field of an entry that its own decision fills, not the rule. */
  public boolean isOfItsDecision() {
    return isOfEntry() && (field().equals("outcome") || field().equals("reasonCodes"));
  }

  /**
   * True for a field that the rule answers entry by entry: it is given whatever the outcome of the
   * whole is.
   */
  boolean isList() {
    return declaredType.equals("list");
  }

  /**
   * True for a field whose value stays when nothing is granted: it explains, or it is no amount, no
   * count and no date.
   */
  boolean staysWithoutGrant() {
    return explanatory || isList() || (unit == null && ALONE.contains(declaredType));
  }

  /** True for a field that an answer can give as null: it is nothing, or nothing is granted. */
  public boolean canBeNull() {
    return isNullable() || (!isOfItsDecision() && !staysWithoutGrant() && nothing() == null);
  }

  /** True for a field that can be known to be nothing. */
  boolean isNullable() {
    return declaredType.endsWith("|null");
  }

  /** What the field says when nothing is granted. */
  @Nullable Object nothing() {
    return switch (declaredType) {
      case "number" -> Money.ZERO;
      case "integer" -> 0;
      case "boolean" -> false;
      default -> null;
    };
  }
}
