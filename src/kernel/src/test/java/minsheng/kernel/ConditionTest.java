package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  private static final Condition INCOME_UNKNOWN = Condition.unknown(Missing.fact("income"));
  private static final Condition SIZE_UNKNOWN = Condition.unknown(Missing.fact("size"));
  private static final Condition STANDARD_UNKNOWN =
      Condition.unknown(Missing.parameter("standard"));

  @ParameterizedTest(name = "{0} and {1} is {2}")
  @CsvSource({
    "HOLDS,   HOLDS,   HOLDS",
    "HOLDS,   FAILS,   FAILS",
    "HOLDS,   UNKNOWN, UNKNOWN",
    "FAILS,   HOLDS,   FAILS",
    "FAILS,   FAILS,   FAILS",
    "FAILS,   UNKNOWN, FAILS",
    "UNKNOWN, HOLDS,   UNKNOWN",
    "UNKNOWN, FAILS,   FAILS",
    "UNKNOWN, UNKNOWN, UNKNOWN",
  })
  void andIsTheLesserOfTheTwo(String first, String second, String both) {
    assertThat(truth(condition(first).and(condition(second)))).isEqualTo(both);
  }

  @ParameterizedTest(name = "{0} or {1} is {2}")
  @CsvSource({
    "HOLDS,   HOLDS,   HOLDS",
    "HOLDS,   FAILS,   HOLDS",
    "HOLDS,   UNKNOWN, HOLDS",
    "FAILS,   HOLDS,   HOLDS",
    "FAILS,   FAILS,   FAILS",
    "FAILS,   UNKNOWN, UNKNOWN",
    "UNKNOWN, HOLDS,   HOLDS",
    "UNKNOWN, FAILS,   UNKNOWN",
    "UNKNOWN, UNKNOWN, UNKNOWN",
  })
  void orIsTheGreaterOfTheTwo(String first, String second, String either) {
    assertThat(truth(condition(first).or(condition(second)))).isEqualTo(either);
  }

  @ParameterizedTest(name = "not {0} is {1}")
  @CsvSource({"HOLDS, FAILS", "FAILS, HOLDS", "UNKNOWN, UNKNOWN"})
  void notTurnsWhatIsKnown(String condition, String turned) {
    assertThat(truth(condition(condition).not())).isEqualTo(turned);
  }

  @Test
  void bothOfTwoUnknownConditionsLackWhatEitherLacks() {
    assertThat(INCOME_UNKNOWN.and(SIZE_UNKNOWN).missing().facts())
        .containsExactly("income", "size");
    assertThat(INCOME_UNKNOWN.or(SIZE_UNKNOWN).missing().facts()).containsExactly("income", "size");
  }

  @Test
  void aFactAndAParameterOfTwoConditionsAreBothMissing() {
    Missing missing = INCOME_UNKNOWN.and(STANDARD_UNKNOWN).missing();

    assertThat(missing.facts()).containsExactly("income");
    assertThat(missing.parameters()).containsExactly("standard");
  }

  @Test
  void aSettledConditionAsksForNothing() {
    assertThat(INCOME_UNKNOWN.and(Condition.NO).missing().isNothing()).isTrue();
    assertThat(Condition.NO.and(INCOME_UNKNOWN).missing().isNothing()).isTrue();
    assertThat(INCOME_UNKNOWN.or(Condition.YES).missing().isNothing()).isTrue();
    assertThat(Condition.YES.or(INCOME_UNKNOWN).missing().isNothing()).isTrue();
  }

  @Test
  void anUnsettledConditionAsksOnlyForWhatIsUnknown() {
    assertThat(Condition.YES.and(INCOME_UNKNOWN).missing().facts()).containsExactly("income");
    assertThat(INCOME_UNKNOWN.or(Condition.NO).missing().facts()).containsExactly("income");
    assertThat(INCOME_UNKNOWN.not().missing().facts()).containsExactly("income");
  }

  /** Monotone knowledge: to learn more never takes an answer back. */
  @Test
  void whatIsSettledStaysSettledWhateverTheUnknownTurnsOutToBe() {
    List<Condition> all = List.of(Condition.YES, Condition.NO, INCOME_UNKNOWN);
    for (Condition known : all) {
      for (Condition learnt : List.of(Condition.YES, Condition.NO)) {
        assertStays(INCOME_UNKNOWN.and(known), learnt.and(known.isUnknown() ? learnt : known));
        assertStays(INCOME_UNKNOWN.or(known), learnt.or(known.isUnknown() ? learnt : known));
      }
    }
  }

  @Test
  void asFactKeepsTheTruthAndWhatIsMissing() {
    assertThat(Condition.YES.asFact().known()).contains(true);
    assertThat(Condition.NO.asFact().known()).contains(false);
    assertThat(INCOME_UNKNOWN.asFact().missing().facts()).containsExactly("income");
  }

  @Test
  void oneThatFailsDecidesAllAndOneThatHoldsDecidesAny() {
    assertThat(truth(all())).isEqualTo("HOLDS");
    assertThat(truth(any())).isEqualTo("FAILS");
    assertThat(truth(all("HOLDS", "UNKNOWN", "FAILS"))).isEqualTo("FAILS");
    assertThat(truth(any("FAILS", "UNKNOWN", "HOLDS"))).isEqualTo("HOLDS");
    assertThat(all("HOLDS", "UNKNOWN").missing().facts()).containsExactly("income");
    assertThat(any("FAILS", "UNKNOWN").missing().facts()).containsExactly("income");
  }

  @ParameterizedTest(name = "several of {0}: {1}")
  @CsvSource({
    "'',                    FAILS",
    "HOLDS,                 FAILS",
    "UNKNOWN,               FAILS", // too few are left
    "HOLDS FAILS,           FAILS",
    "UNKNOWN FAILS,         FAILS",
    "HOLDS HOLDS,           HOLDS",
    "HOLDS FAILS HOLDS,     HOLDS",
    "HOLDS HOLDS HOLDS,     HOLDS",
    "HOLDS UNKNOWN HOLDS,   HOLDS", // two are known to
    "HOLDS UNKNOWN,         UNKNOWN",
    "UNKNOWN UNKNOWN,       UNKNOWN",
    "UNKNOWN FAILS HOLDS,   UNKNOWN",
  })
  void twoAreSeveral(String conditions, String several) {
    List<String> each = conditions.isEmpty() ? List.of() : List.of(conditions.split(" "));

    assertThat(truth(Condition.several(each, ConditionTest::condition))).isEqualTo(several);
  }

  @Test
  void whetherThereAreSeveralLacksWhatEachUnknownOneLacks() {
    Condition several =
        Condition.several(
            List.of(INCOME_UNKNOWN, Condition.YES, SIZE_UNKNOWN), Function.identity());

    assertThat(several.missing().facts()).containsExactly("income", "size");
  }

  @Test
  void theSameNumberIsEnough() {
    assertThat(truth(Condition.atLeast(Fact.of(2), Fact.of(3)))).isEqualTo("FAILS");
    assertThat(truth(Condition.atLeast(Fact.of(3), Fact.of(3)))).isEqualTo("HOLDS");
    assertThat(truth(Condition.atLeast(Fact.of(4), Fact.of(3)))).isEqualTo("HOLDS");
    assertThat(Condition.atLeast(Fact.of(3), Fact.unknown(Missing.fact("size"))).missing().facts())
        .containsExactly("size");
  }

  @Test
  void theOtherIsAskedAboutOnceThisOneHasLeftItOpen() {
    Condition size = Condition.unknown(Missing.fact("size"));

    assertThat(INCOME_UNKNOWN.orElse(size).missing().facts()).containsExactly("income");
    assertThat(INCOME_UNKNOWN.orElse(Condition.NO).missing().facts()).containsExactly("income");
    assertThat(truth(INCOME_UNKNOWN.orElse(Condition.YES))).isEqualTo("HOLDS");
    assertThat(Condition.NO.orElse(size).missing().facts()).containsExactly("size");
    assertThat(truth(Condition.YES.orElse(size))).isEqualTo("HOLDS");
    assertThat(truth(Condition.NO.orElse(Condition.NO))).isEqualTo("FAILS");

    assertThat(INCOME_UNKNOWN.andThen(size).missing().facts()).containsExactly("income");
    assertThat(truth(INCOME_UNKNOWN.andThen(Condition.NO))).isEqualTo("FAILS");
    assertThat(Condition.YES.andThen(size).missing().facts()).containsExactly("size");
    assertThat(truth(Condition.NO.andThen(size))).isEqualTo("FAILS");
    assertThat(truth(Condition.YES.andThen(Condition.YES))).isEqualTo("HOLDS");
  }

  @Test
  void aChoiceLooksAtWhatAppliesAlone() {
    Fact<Integer> unknown = Fact.unknown(Missing.fact("size"));

    assertThat(Condition.YES.choose(() -> Fact.of(1), () -> unknown)).isEqualTo(Fact.of(1));
    assertThat(Condition.NO.choose(() -> unknown, () -> Fact.of(2))).isEqualTo(Fact.of(2));
    assertThat(INCOME_UNKNOWN.choose(() -> Fact.of(1), () -> unknown).missing().facts())
        .containsExactly("income");
  }

  private static void assertStays(Condition before, Condition after) {
    assertThat(after.isUnknown()).isFalse();
    if (!before.isUnknown()) {
      assertThat(truth(after)).isEqualTo(truth(before));
    }
  }

  private static Condition all(String... conditions) {
    return Condition.all(List.of(conditions), ConditionTest::condition);
  }

  private static Condition any(String... conditions) {
    return Condition.any(List.of(conditions), ConditionTest::condition);
  }

  private static Condition condition(String truth) {
    return switch (truth) {
      case "HOLDS" -> Condition.YES;
      case "FAILS" -> Condition.NO;
      default -> INCOME_UNKNOWN;
    };
  }

  private static String truth(Condition condition) {
    assertThat(List.of(condition.holds(), condition.fails(), condition.isUnknown()))
        .containsOnlyOnce(true);
    return condition.holds() ? "HOLDS" : condition.fails() ? "FAILS" : "UNKNOWN";
  }
}
