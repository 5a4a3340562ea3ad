package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactTest {

  private static final Fact<Integer> INCOME = Fact.unknown(Missing.fact("income"));
  private static final Fact<Integer> SIZE = Fact.unknown(Missing.fact("size"));
  private static final Fact<Integer> STANDARD = Fact.unknown(Missing.parameter("standard"));
  private static final Fact<Integer> TIER = Fact.unknown(Missing.parameter("tier"));

  @Test
  void aKnownFactHasItsValueAndLacksNothing() {
    Fact<Integer> fact = Fact.of(3);

    assertThat(fact.isKnown()).isTrue();
    assertThat(fact.known()).contains(3);
    assertThat(fact.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void anUnknownFactHasNoValueAndSaysWhatItLacks() {
    assertThat(INCOME.isKnown()).isFalse();
    assertThat(INCOME.known()).isEmpty();
    assertThat(INCOME.missing().facts()).containsExactly("income");
  }

  @Test
  void whatDoesNotApplyIsUnknownButNeverAskedFor() {
    assertThat(Fact.notApplicable().isKnown()).isFalse();
    assertThat(Fact.notApplicable().missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void whatNobodyHasToldDoesNotApplyWhereItNeedNotBeTold() {
    assertThat(Fact.ofOptional(Optional.of(3))).isEqualTo(Fact.of(3));
    assertThat(Fact.ofOptional(Optional.empty())).isEqualTo(Fact.notApplicable());
  }

  @Test
  void mapComputesAKnownFactAndLeavesAnUnknownOneUnknown() {
    assertThat(Fact.of(3).map(value -> value + 1).known()).contains(4);
    assertThat(INCOME.map(value -> value + 1)).isEqualTo(INCOME);
  }

  @Test
  void thenAsksOneQuestionAfterTheOther() {
    assertThat(Fact.of(3).then(value -> Fact.of(value + 1)).known()).contains(4);
    assertThat(Fact.of(3).then(_ -> SIZE).missing().facts()).containsExactly("size");
    assertThat(INCOME.then(_ -> SIZE).missing().facts()).containsExactly("income");
  }

  @Test
  void aNumberOfTwoKnownFactsIsKnown() {
    assertThat(Fact.of(3).with(Fact.of(4), Integer::sum).known()).contains(7);
  }

  @Test
  void aNumberOfTwoUnknownFactsAsksForBoth() {
    assertThat(INCOME.with(SIZE, Integer::sum).missing().facts()).containsExactly("income", "size");
  }

  @Test
  void aNumberOfAKnownAndAnUnknownFactAsksForTheUnknownOne() {
    assertThat(Fact.of(3).with(SIZE, Integer::sum).missing().facts()).containsExactly("size");
    assertThat(SIZE.with(Fact.of(3), Integer::sum).missing().facts()).containsExactly("size");
  }

  @Test
  void aFactThatOnlyFeedsANumberWithAnUnconfiguredParameterIsNotAskedFor() {
    for (Missing missing :
        List.of(
            STANDARD.with(SIZE, Integer::sum).missing(),
            SIZE.with(STANDARD, Integer::sum).missing())) {
      assertThat(missing.facts()).isEmpty();
      assertThat(missing.parameters()).containsExactly("standard");
    }
  }

  @Test
  void aComparisonWithAnUnconfiguredParameterAsksForNoFactEither() {
    Condition isBelow =
        INCOME.test(STANDARD.with(SIZE, Integer::sum), (income, line) -> income < line);

    assertThat(isBelow.isUnknown()).isTrue();
    assertThat(isBelow.missing().facts()).isEmpty();
    assertThat(isBelow.missing().parameters()).containsExactly("standard");
  }

  @Test
  void aNumberOfTwoUnconfiguredParametersNamesBoth() {
    assertThat(STANDARD.with(TIER, Integer::sum).missing().parameters())
        .containsExactly("standard", "tier");
  }

  @Test
  void aTestOfAKnownFactIsSettled() {
    assertThat(Fact.of(3).test(value -> value == 3).holds()).isTrue();
    assertThat(Fact.of(3).test(value -> value == 4).fails()).isTrue();
    assertThat(INCOME.test(value -> value == 3).missing().facts()).containsExactly("income");
  }

  @Test
  void aTestOfTwoKnownFactsIsSettled() {
    assertThat(Fact.of(3).test(Fact.of(4), (first, second) -> first < second).holds()).isTrue();
    assertThat(Fact.of(4).test(Fact.of(4), (first, second) -> first < second).fails()).isTrue();
  }

  @Test
  void whicheverIsSettledWhenTheSameFollowsFromEveryPossibleValue() {
    assertThat(INCOME.whichever(List.of(1, 2), value -> Fact.of(value > 0)).known()).contains(true);
    assertThat(INCOME.whichever(List.of(1, 2), value -> Fact.of(value > 2)).known())
        .contains(false);
  }

  @Test
  void whicheverAsksForTheFactWhenItsValuesComeOutDifferently() {
    Fact<Boolean> fact = INCOME.whichever(List.of(1, 2), value -> Fact.of(value > 1));

    assertThat(fact.isKnown()).isFalse();
    assertThat(fact.missing().facts()).containsExactly("income");
  }

  @Test
  void whicheverOfAKnownFactLooksAtItsValueAlone() {
    assertThat(Fact.of(2).whichever(List.of(1, 2), value -> Fact.of(value > 1)).known())
        .contains(true);
    assertThat(Fact.of(2).whichever(List.of(1, 2), value -> value == 1 ? Fact.of(1) : SIZE))
        .isEqualTo(SIZE);
  }

  @Test
  void whicheverAsksForTheFactAndForWhatEachOfItsValuesLacks() {
    Fact<Integer> fact = INCOME.whichever(List.of(1, 2), value -> value == 1 ? SIZE : STANDARD);

    assertThat(fact.isKnown()).isFalse();
    assertThat(fact.missing().facts()).containsExactly("income", "size");
    assertThat(fact.missing().parameters()).containsExactly("standard");
  }

  @Test
  void whicheverIsUnknownWhenOneValueSettlesItAndAnotherDoesNot() {
    Fact<Integer> fact = INCOME.whichever(List.of(1, 2), value -> value == 1 ? Fact.of(0) : SIZE);

    assertThat(fact.isKnown()).isFalse();
    assertThat(fact.missing().facts()).containsExactly("income", "size");
  }

  @Test
  void whicheverIsUnknownWhenEveryValueLacksTheSame() {
    Fact<Integer> fact = INCOME.whichever(List.of(1, 2), _ -> STANDARD);

    assertThat(fact.missing().facts()).containsExactly("income");
    assertThat(fact.missing().parameters()).containsExactly("standard");
  }

  @Test
  void whicheverAppliesToNothingWhenNoneOfItsValuesApplies() {
    Fact<Integer> fact = INCOME.whichever(List.of(1, 2), _ -> Fact.notApplicable());

    assertThat(fact.isKnown()).isFalse();
    assertThat(fact.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void whatAllEntriesHaveIsKnownWhenEachIs() {
    assertThat(Fact.all(List.of(1, 2), Fact::of)).isEqualTo(Fact.of(List.of(1, 2)));
    assertThat(Fact.all(List.of(), _ -> INCOME)).isEqualTo(Fact.of(List.of()));

    Fact<List<Integer>> some = Fact.all(List.of(1, 2, 3), each -> each == 1 ? INCOME : SIZE);

    assertThat(some.isKnown()).isFalse();
    assertThat(some.missing().facts()).containsExactly("income", "size");
  }

  @Test
  void entriesAreCountedOnceItIsSettledOfEach() {
    assertThat(Fact.count(List.of(1, 2, 3), each -> Condition.of(each > 1))).isEqualTo(Fact.of(2));
    assertThat(Fact.count(List.of(1, 2), each -> each > 1 ? SIZE.is(0) : Condition.YES).missing())
        .isEqualTo(SIZE.missing());
  }

  @Test
  void anEntryToWhichItDoesNotApplyLeavesTheWholeUnknownAndAsksForNothing() {
    Fact<List<Integer>> some =
        Fact.all(List.of(1, 2), each -> each == 1 ? Fact.notApplicable() : Fact.of(each));

    assertThat(some.isKnown()).isFalse();
    assertThat(some.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void aFactIsOneOfItsValues() {
    assertThat(Fact.of(2).is(2).holds()).isTrue();
    assertThat(Fact.of(2).is(1).fails()).isTrue();
    assertThat(INCOME.is(1).missing().facts()).containsExactly("income");
  }

  @Test
  void whatAFactMeetsIsSettledOnceBothAre() {
    assertThat(Fact.of(2).meets(value -> Condition.of(value > 1)).holds()).isTrue();
    assertThat(Fact.of(2).meets(value -> INCOME.is(value)).missing().facts())
        .containsExactly("income");
    assertThat(SIZE.meets(value -> Condition.YES).missing().facts()).containsExactly("size");
  }
}
