package minsheng.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A county, district or other administrative division of China, by its GB/T 2260 code. Harbin means
 * one of its eighteen.
 *
 * @param code six digits, such as {@code 230103}
 */
public record Division(String code) {

  /** The two classes into which Harbin's policies divide the city: 9区 and 9县(市). */
  public enum Kind {
    DISTRICT,
    COUNTY
  }

  /** One of the eighteen divisions of Harbin. */
  public record OfHarbin(Division division, String zh, String en, Kind kind, boolean mainSix) {}

  public boolean isInHarbin() {
    return kind() != null;
  }

  /** Any division of Heilongjiang; the first two digits of a code are those of its province. */
  public boolean isInHeilongjiang() {
    return code.startsWith(Harbin.PROVINCE.code().substring(0, 2));
  }

  /** One of the nine districts (9区). */
  public boolean isDistrict() {
    return kind() == Kind.DISTRICT;
  }

  /** One of the nine counties and county-level cities (9县(市)). */
  public boolean isCounty() {
    return kind() == Kind.COUNTY;
  }

  private @Nullable Kind kind() {
    for (OfHarbin each : Harbin.DIVISIONS) {
      if (each.division.code.equals(code)) {
        return each.kind;
      }
    }
    return null;
  }
}
