package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest(name = "{0} yuan are {1} fen")
  @CsvSource({"0, 0", "0.01, 1", "0.1, 10", "500, 50000", "1E+3, 100000", "-2.50, -250"})
  void yuanBecomeFen(String yuan, long fen) {
    assertThat(Money.ofYuan(yuan)).isEqualTo(new Money(fen));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.001", "500.005", "1E-3"})
  void moreThanTwoDecimalsAreRefusedAndNotRounded(String yuan) {
    assertThatThrownBy(() -> Money.ofYuan(yuan)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void moreYuanThanFitAreRefused() {
    assertThat(Money.ofYuan("92233720368547758.07").fen()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Money.ofYuan("92233720368547758.08"))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest(name = "{0} fen are shown as {1} yuan")
  @CsvSource({"0, 0", "1, 0.01", "10, 0.1", "50000, 500", "12345, 123.45", "-250, -2.5"})
  void yuanAreShownWithoutTrailingZeros(long fen, String yuan) {
    assertThat(new Money(fen).yuan()).hasToString(yuan);
  }

  @Property
  void yuanAndBackIsTheSameAmount(@ForAll long fen) {
    Money money = new Money(fen);

    assertThat(Money.ofYuan(money.yuan())).isEqualTo(money);
  }

  @Property
  void aSumIsExactOrRefused(@ForAll long first, @ForAll long second) {
    BigInteger sum = BigInteger.valueOf(first).add(BigInteger.valueOf(second));

    if (sum.bitLength() < Long.SIZE) {
      assertThat(new Money(first).plus(new Money(second)).fen()).isEqualTo(sum.longValueExact());
    } else {
      assertThatThrownBy(() -> new Money(first).plus(new Money(second)))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  void aDifferenceIsExactOrRefused(@ForAll long first, @ForAll long second) {
    BigInteger difference = BigInteger.valueOf(first).subtract(BigInteger.valueOf(second));

    if (difference.bitLength() < Long.SIZE) {
      assertThat(new Money(first).minus(new Money(second)).fen())
          .isEqualTo(difference.longValueExact());
    } else {
      assertThatThrownBy(() -> new Money(first).minus(new Money(second)))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  void aProductIsExactOrRefused(@ForAll long fen, @ForAll int count) {
    BigInteger product = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(count));

    if (product.bitLength() < Long.SIZE) {
      assertThat(new Money(fen).times(count).fen()).isEqualTo(product.longValueExact());
    } else {
      assertThatThrownBy(() -> new Money(fen).times(count)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void lessThanIsStrict() {
    assertThat(new Money(257999).isLessThan(new Money(258000))).isTrue();
    assertThat(new Money(258000).isLessThan(new Money(258000))).isFalse();
    assertThat(new Money(258001).isLessThan(new Money(258000))).isFalse();
  }

  @Test
  void oneFenIsPositiveAndNotZero() {
    assertThat(new Money(1).isPositive()).isTrue();
    assertThat(new Money(1).isZero()).isFalse();
    assertThat(Money.ZERO.isPositive()).isFalse();
    assertThat(Money.ZERO.isZero()).isTrue();
    assertThat(new Money(-1).isPositive()).isFalse();
    assertThat(new Money(-1).isZero()).isFalse();
  }

  @Test
  void anAmountIsRaisedToItsLeastAndNeverLowered() {
    assertThat(new Money(-1).atLeastZero()).isEqualTo(Money.ZERO);
    assertThat(new Money(1).atLeastZero()).isEqualTo(new Money(1));
    assertThat(new Money(4999).atLeast(new Money(5000))).isEqualTo(new Money(5000));
    assertThat(new Money(5001).atLeast(new Money(5000))).isEqualTo(new Money(5001));
  }

  @Test
  void anAmountIsCappedAtItsMostAndNeverRaised() {
    assertThat(new Money(5001).atMost(new Money(5000))).isEqualTo(new Money(5000));
    assertThat(new Money(5000).atMost(new Money(5000))).isEqualTo(new Money(5000));
    assertThat(new Money(4999).atMost(new Money(5000))).isEqualTo(new Money(4999));
  }

  @ParameterizedTest(name = "{0} yuan through {1}, and {2} yuan more: {3} yuan")
  @CsvSource({
    "10000, 139, 183, 254.94", // 71.9424… + 183
    "10000, 139, 182.995, 254.94", // 254.9374…
    "1, 3, 0, 0.33",
    "2, 3, 0, 0.67",
    "0.01, 2, 0, 0.01", // half a fen goes up
  })
  void aPartIsExactUntilItIsRounded(String yuan, int divisor, BigDecimal more, String whole) {
    UnroundedMoney exact = UnroundedMoney.ofYuan(more);

    assertThat(Money.ofYuan(yuan).dividedBy(divisor).plus(exact).rounded())
        .isEqualTo(Money.ofYuan(whole));
    assertThat(exact.plus(Money.ofYuan(yuan).dividedBy(divisor)).rounded())
        .isEqualTo(Money.ofYuan(whole));
  }

  @Test
  void threeThirdsAreAWhole() {
    UnroundedMoney third = new Money(100).dividedBy(3);

    assertThat(third.plus(third).plus(third).rounded()).isEqualTo(new Money(100));
    assertThat(third.times(3).rounded()).isEqualTo(new Money(100));
    assertThat(third.plus(new Money(100).dividedBy(6)).rounded()).isEqualTo(new Money(50));
  }

  @Test
  void amountsAreOrderedByTheirFen() {
    assertThat(new Money(99)).isLessThan(new Money(100));
    assertThat(new Money(100)).isEqualByComparingTo(Money.ofYuan("1.00"));
  }

  @ParameterizedTest(name = "{0} fen of {1} persons are {2} fen each")
  @CsvSource({"100, 3, 33", "200, 3, 67", "1, 2, 1", "5, 2, 3", "257999, 3, 86000", "0, 7, 0"})
  void theShareOfOnePersonIsShownHalfUp(long fen, int persons, long each) {
    assertThat(new Money(fen).perPersonRounded(persons)).isEqualTo(new Money(each));
  }

  @Property
  void theShareOfOnePersonIsNeverFurtherOffThanHalfAFen(
      @ForAll @LongRange(min = 0, max = 100_000_000_000L) long fen,
      @ForAll @IntRange(min = 1, max = 1000) int persons) {
    long twiceOff = 2 * (new Money(fen).perPersonRounded(persons).fen() * persons - fen);

    assertThat(twiceOff).isBetween(-(long) persons + 1, (long) persons);
  }

  @ParameterizedTest(name = "{0} yuan times {1} are {2} yuan")
  @CsvSource({
    "500, 0.5, 250",
    "0.01, 0.5, 0.01", // half a fen goes up
    "0.01, 0.49999, 0",
    "0.03, 0.5, 0.02",
    "500, 0.33333, 166.67", // 166.665
    "500, 0.33332, 166.66",
  })
  void aShareIsRoundedHalfUp(String yuan, BigDecimal ratio, String share) {
    assertThat(Money.ofYuan(yuan).times(ratio).rounded()).isEqualTo(Money.ofYuan(share));
  }

  @Test
  void halvesAreRoundedOnceAtTheEndAndNotOneByOne() {
    UnroundedMoney half = new Money(1).times(new BigDecimal("0.5"));

    assertThat(half.plus(half).rounded()).isEqualTo(new Money(1));
    assertThat(half.rounded().plus(half.rounded())).isEqualTo(new Money(2));
  }

  @Property
  void aSumOfSharesIsExactUntilItIsRounded(
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long first,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long second,
      @ForAll @BigRange(min = "0", max = "1") @Scale(6) BigDecimal ratio,
      @ForAll @IntRange(min = 0, max = 36) int months) {
    Money paid =
        new Money(first).times(ratio).plus(new Money(second).times(ratio)).times(months).rounded();

    BigDecimal exact =
        BigDecimal.valueOf(first + second).multiply(ratio).multiply(new BigDecimal(months));
    assertThat(paid.fen()).isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  @Test
  void aRoundedAmountThatDoesNotFitIsRefused() {
    UnroundedMoney tooMuch = new Money(Long.MAX_VALUE).times(new BigDecimal("2"));

    assertThatThrownBy(tooMuch::rounded).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void nothingIsZero() {
    assertThat(UnroundedMoney.ZERO.rounded()).isEqualTo(Money.ZERO);
    assertThat(UnroundedMoney.of(new Money(7)).plus(UnroundedMoney.ZERO).rounded())
        .isEqualTo(new Money(7));
  }
}
