package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RangeTest {

  @Test
  void atLeastIncludesTheNumber() {
    Range range = new Range("≥ 0", BigDecimal.ZERO, null, false);

    assertThat(range.contains(new BigDecimal("-0.01"))).isFalse();
    assertThat(range.contains(new BigDecimal("0.00"))).isTrue();
    assertThat(range.contains(new BigDecimal("1e30"))).isTrue();
  }

  @Test
  void moreThanDoesNotIncludeTheNumber() {
    Range range = new Range("> 0", BigDecimal.ZERO, null, true);

    assertThat(range.contains(new BigDecimal("0.00"))).isFalse();
    assertThat(range.contains(new BigDecimal("0.01"))).isTrue();
  }

  @Test
  void fromToIncludesBothEnds() {
    Range range = new Range("1–4", BigDecimal.ONE, BigDecimal.valueOf(4), false);

    assertThat(range.contains(new BigDecimal("0.99"))).isFalse();
    assertThat(range.contains(BigDecimal.ONE)).isTrue();
    assertThat(range.contains(new BigDecimal("4.0"))).isTrue();
    assertThat(range.contains(new BigDecimal("4.01"))).isFalse();
  }
}
