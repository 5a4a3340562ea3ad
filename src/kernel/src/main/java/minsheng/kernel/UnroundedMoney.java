package minsheng.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount between two steps of a calculation. It cannot be paid: {@link #rounded} makes
 * money of it, once, at the end.
 *
 * @param fen the amount in fen, with as many decimals as it has, before it is divided
 * @param divisor what it is divided by
 */
public record UnroundedMoney(BigDecimal fen, BigDecimal divisor) {

  public static final UnroundedMoney ZERO = of(Money.ZERO);

  public static UnroundedMoney of(Money money) {
    return new UnroundedMoney(BigDecimal.valueOf(money.fen()), BigDecimal.ONE);
  }

  /** An amount in yuan, with as many decimals as it has. */
  public static UnroundedMoney ofYuan(BigDecimal yuan) {
    return new UnroundedMoney(yuan.movePointRight(2), BigDecimal.ONE);
  }

  public UnroundedMoney plus(UnroundedMoney other) {
    return divisor.compareTo(other.divisor) == 0
        ? new UnroundedMoney(fen.add(other.fen), divisor)
        : new UnroundedMoney(
            fen.multiply(other.divisor).add(other.fen.multiply(divisor)),
            divisor.multiply(other.divisor));
  }

  public UnroundedMoney times(BigDecimal ratio) {
    return new UnroundedMoney(fen.multiply(ratio), divisor);
  }

  public UnroundedMoney times(long count) {
    return times(BigDecimal.valueOf(count));
  }

  /**
   * @param divisor greater than zero
   */
  public UnroundedMoney dividedBy(BigDecimal divisor) {
    return new UnroundedMoney(fen, this.divisor.multiply(divisor));
  }

  public UnroundedMoney dividedBy(long divisor) {
    return dividedBy(BigDecimal.valueOf(divisor));
  }

  /** Half up to the fen. */
  public Money rounded() {
    return new Money(fen.divide(divisor, 0, RoundingMode.HALF_UP).longValueExact());
  }
}
