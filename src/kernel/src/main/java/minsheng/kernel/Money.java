package minsheng.kernel;

import java.math.BigDecimal;

/**
 * An amount of money in whole fen (0.01 yuan), exact.
 *
 * <p>Arithmetic that overflows throws; the limits of the vocabulary keep requests far from it.
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /**
   * @param yuan an amount with at most two decimals
   * @throws ArithmeticException when it has more decimals or is out of range
   */
  public static Money ofYuan(BigDecimal yuan) {
    return new Money(yuan.movePointRight(2).longValueExact());
  }

  public static Money ofYuan(String yuan) {
    return ofYuan(new BigDecimal(yuan));
  }

  /** This amount in yuan, with no trailing zeros. */
  public BigDecimal yuan() {
    BigDecimal yuan = BigDecimal.valueOf(fen, 2).stripTrailingZeros();
    return yuan.scale() < 0 ? yuan.setScale(0) : yuan;
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  public Money times(long count) {
    return new Money(Math.multiplyExact(fen, count));
  }

  /** A share of this amount, not rounded yet. */
  public UnroundedMoney times(BigDecimal ratio) {
    return UnroundedMoney.of(this).times(ratio);
  }

  /**
   * A part of this amount, not rounded yet.
   *
   * @param divisor greater than zero
   */
  public UnroundedMoney dividedBy(long divisor) {
    return UnroundedMoney.of(this).dividedBy(divisor);
  }

  /** This amount, or nothing when it is negative. */
  public Money atLeastZero() {
    return fen < 0 ? ZERO : this;
  }

  public Money atLeast(Money least) {
    return fen < least.fen ? least : this;
  }

  public Money atMost(Money most) {
    return fen > most.fen ? most : this;
  }

  public boolean isPositive() {
    return fen > 0;
  }

  public boolean isZero() {
    return fen == 0;
  }

  public boolean isLessThan(Money other) {
    return fen < other.fen;
  }

  /**
   * The even share of one person, rounded half up to the fen: to be shown, never to be compared.
   */
  public Money perPersonRounded(int persons) {
    return dividedBy(persons).rounded();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }
}
