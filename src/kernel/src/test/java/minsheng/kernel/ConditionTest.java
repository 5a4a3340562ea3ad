package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  private static void assertStays(Condition before, Condition after) {
    assertThat(after.isUnknown()).isFalse();
    if (!before.isUnknown()) {
      assertThat(truth(after)).isEqualTo(truth(before));
    }
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
