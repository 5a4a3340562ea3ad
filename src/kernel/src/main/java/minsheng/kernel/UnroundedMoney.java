package minsheng.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount between two steps of a calculation. It cannot be paid: {@link #rounded} makes
 * money of it, once, at the end.
 *
 * @param fen the amount in fen, with as many decimals as it has
 */
public record UnroundedMoney(BigDecimal fen) {

  public static final UnroundedMoney ZERO = new UnroundedMoney(BigDecimal.ZERO);

  public static UnroundedMoney of(Money money) {
    return new UnroundedMoney(BigDecimal.valueOf(money.fen()));
  }

  public UnroundedMoney plus(UnroundedMoney other) {
    return new UnroundedMoney(fen.add(other.fen));
  }

  public UnroundedMoney times(BigDecimal ratio) {
    return new UnroundedMoney(fen.multiply(ratio));
  }

  public UnroundedMoney times(long count) {
    return times(BigDecimal.valueOf(count));
  }

  /** Half up to the fen. */
  public Money rounded() {
    return new Money(fen.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
