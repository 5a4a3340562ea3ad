package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {

  private static final Reason BELOW = reason("income-below-standard", true);
  private static final Reason NOT_BELOW = reason("income-not-below-standard", false);
  private static final Reason PROPERTY = reason("property-within-limits", true);
  private static final Reason NO_PROPERTY = reason("property-test-failed", false);
  private static final Reason SPECIAL = reason("special-case", true);
  private static final Reason NOT_CONFIGURED = reason("standard-not-configured", false);

  private static final Condition FACT_UNKNOWN = Condition.unknown(Missing.fact("income"));
  private static final Condition PARAMETER_UNKNOWN =
      Condition.unknown(Missing.parameter("standardYuan"));

  private static final List<ResultDefinition> FIELDS =
      List.of(
          new ResultDefinition(
              "monthlyYuan", "number", "yuan/month", "", null, null, List.of(), false, null),
          new ResultDefinition(
              "months", "integer", "months", "", null, null, List.of(), false, null),
          new ResultDefinition("isPaid", "boolean", null, "", null, null, List.of(), false, null),
          new ResultDefinition(
              "firstMonth", "month|null", null, "", null, null, List.of(), false, null),
          new ResultDefinition(
              "countedOrder", "integer|null", null, "", null, null, List.of(), false, null),
          new ResultDefinition(
              "standardYuan", "number", "yuan/month", "", null, null, List.of(), true, null),
          new ResultDefinition("children", "list", null, "", null, null, List.of(), false, null));

  private static final class Result extends ResultFields<Result> {

    Result() {
      super(FIELDS);
    }

    @Override
    protected Result self() {
      return this;
    }

    Result with(String field, Object value) {
      return set(field, value);
    }

    Result with(String field, Fact<?> value) {
      return set(field, value);
    }
  }

  // The order of the outcomes

  @Test
  void whenEveryConditionHoldsThePositiveOutcomeOfThePolicyIsGiven() {
    assertThat(decision().require(Condition.YES).otherwise(NOT_BELOW).grant(new Result()).outcome())
        .isEqualTo(Outcome.ELIGIBLE);
    assertThat(
            Decision.of(policy(Outcome.COMPUTED), situation())
                .require(Condition.YES)
                .otherwise(NOT_BELOW)
                .grant(new Result())
                .outcome())
        .isEqualTo(Outcome.COMPUTED);
  }

  @Test
  void whatIsOnlyDeterminedRefusesNothing() {
    Assessment fails =
        decision().determine(Condition.NO).because(BELOW).otherwise(NOT_BELOW).grant(new Result());
    Assessment open =
        decision().determine(FACT_UNKNOWN).because(BELOW).otherwise(NOT_BELOW).grant(new Result());

    assertThat(fails.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(fails.reasons()).containsExactly(NOT_BELOW);
    assertThat(open.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(open.reasons()).isEmpty();
  }

  @Test
  void aFieldToWhichNothingAppliesIsNothingWhereItCanBe() {
    Assessment assessment =
        decision()
            .grant(
                new Result()
                    .with("firstMonth", Fact.notApplicable())
                    .with("monthlyYuan", Fact.notApplicable()));

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.result())
        .containsEntry("firstMonth", null)
        .doesNotContainKey("monthlyYuan");
  }

  @Test
  void aListOfPartsThatIsUnknownIsAskedFor() {
    Assessment assessment =
        decision()
            .grant(
                List.of(), new Result().with("children", Fact.unknown(Missing.fact("children"))));

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly("children");
  }

  @Test
  void whatExcludesTheBenefitIsAskedForAndRefusesIt() {
    Assessment excluded =
        decision().exclude(Condition.YES).because(NO_PROPERTY).grant(new Result());
    Assessment open = decision().exclude(FACT_UNKNOWN).because(NO_PROPERTY).grant(new Result());
    Assessment free = decision().exclude(Condition.NO).because(NO_PROPERTY).grant(new Result());

    assertThat(excluded.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(excluded.reasons()).containsExactly(NO_PROPERTY);
    assertThat(open.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(open.missing().facts()).containsExactly("income");
    assertThat(free.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(free.reasons()).isEmpty();
  }

  @Test
  void aFailureBeatsEverythingElseWhereverItStands() {
    Assessment assessment =
        decision()
            .refer(Condition.YES)
            .because(SPECIAL)
            .require(FACT_UNKNOWN)
            .otherwise(NOT_BELOW)
            .require(PARAMETER_UNKNOWN)
            .otherwise(NOT_BELOW)
            .require(Condition.NO)
            .otherwise(NO_PROPERTY)
            .require(FACT_UNKNOWN)
            .otherwise(NOT_BELOW)
            .grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    assertThat(assessment.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void aReferralBeatsWhatIsUnknown() {
    Assessment assessment =
        decision()
            .require(FACT_UNKNOWN.and(PARAMETER_UNKNOWN))
            .otherwise(NOT_BELOW)
            .refer(Condition.YES)
            .because(SPECIAL)
            .grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.REFER_TO_AGENCY);
    assertThat(assessment.reasons()).containsExactly(SPECIAL);
    assertThat(assessment.missing()).isEqualTo(Missing.NOTHING);
  }

  @Test
  void aReferralThatIsUnknownIsAskedFor() {
    Assessment assessment = decision().refer(FACT_UNKNOWN).because(SPECIAL).grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly("income");
    assertThat(assessment.reasons()).isEmpty();
  }

  @Test
  void aReferralThatDoesNotApplyChangesNothing() {
    Assessment assessment = decision().refer(Condition.NO).because(SPECIAL).grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.reasons()).isEmpty();
  }

  @Test
  void aMissingFactIsAskedForBeforeAMissingParameterAndBothAreNamed() {
    Assessment assessment =
        decision()
            .require(PARAMETER_UNKNOWN)
            .otherwise(NOT_BELOW)
            .require(FACT_UNKNOWN)
            .otherwise(NO_PROPERTY)
            .grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly("income");
    assertThat(assessment.missing().parameters()).containsExactly("standardYuan");
  }

  @Test
  void aMissingParameterAloneNeedsTheOperator() {
    Assessment assessment =
        decision().require(PARAMETER_UNKNOWN).otherwise(NOT_BELOW).grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
    assertThat(assessment.missing().parameters()).containsExactly("standardYuan");
  }

  @Test
  void aConditionThatIsUnknownAndLacksNothingStandsAgainstNothing() {
    Assessment assessment =
        decision()
            .require(Condition.unknown(Missing.NOTHING))
            .because(BELOW)
            .otherwise(NOT_BELOW)
            .grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.reasons()).isEmpty();
  }

  // Reasons

  @Test
  void aConditionGivesTheReasonOfTheWayItComesOutAndNoneWhileItIsUnknown() {
    assertThat(reasonsOf(Condition.YES)).containsExactly(BELOW);
    assertThat(reasonsOf(Condition.NO)).containsExactly(NOT_BELOW);
    assertThat(reasonsOf(FACT_UNKNOWN)).isEmpty();
  }

  @Test
  void everyReasonThatIsTrueIsGivenOnceAndInTheOrderOfTheRule() {
    Assessment assessment =
        decision()
            .note(Condition.YES)
            .because(SPECIAL)
            .require(Condition.NO)
            .otherwise(NOT_BELOW)
            .require(Condition.YES)
            .because(PROPERTY)
            .otherwise(NO_PROPERTY)
            .note(Condition.YES)
            .because(SPECIAL)
            .grant(new Result());

    assertThat(assessment.reasons()).containsExactly(SPECIAL, NOT_BELOW, PROPERTY);
  }

  @Test
  void nothingIsAskedForTheSakeOfANote() {
    Assessment assessment =
        decision()
            .note(FACT_UNKNOWN)
            .because(SPECIAL)
            .note(Condition.NO)
            .because(BELOW)
            .grant(new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.reasons()).isEmpty();
  }

  @Test
  void aNeededValueIsAskedForAndTheReasonSaysSoWhileItIsUnknown() {
    Assessment without =
        decision()
            .needs(Fact.unknown(Missing.parameter("standardYuan")))
            .because(NOT_CONFIGURED)
            .grant(new Result());
    Assessment with = decision().needs(Fact.of(1)).because(NOT_CONFIGURED).grant(new Result());

    assertThat(without.outcome()).isEqualTo(Outcome.NEEDS_OPERATOR_PARAMETER);
    assertThat(without.missing().parameters()).containsExactly("standardYuan");
    assertThat(without.reasons()).containsExactly(NOT_CONFIGURED);
    assertThat(with.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(with.reasons()).isEmpty();
  }

  // What a result tells

  @Test
  void aGrantTellsEveryFieldThatIsKnownInTheOrderOfThePolicy() {
    Assessment assessment = decision().grant(full());

    assertThat(assessment.result())
        .containsExactly(
            Map.entry("monthlyYuan", new Money(50000)),
            Map.entry("months", 36),
            Map.entry("isPaid", true),
            Map.entry("firstMonth", YearMonth.of(2024, 2)),
            Map.entry("countedOrder", 2),
            Map.entry("standardYuan", new Money(86000)),
            Map.entry("children", List.of("a child")));
  }

  @Test
  void aRefusalTellsNothingGrantedAndWhatExplains() {
    Assessment assessment = decision().require(Condition.NO).otherwise(NOT_BELOW).grant(full());

    assertThat(assessment.result())
        .containsEntry("monthlyYuan", Money.ZERO)
        .containsEntry("months", 0)
        .containsEntry("isPaid", false)
        .containsEntry("firstMonth", null)
        .containsEntry("countedOrder", 2)
        .containsEntry("standardYuan", new Money(86000))
        .containsEntry("children", List.of("a child"));
  }

  @Test
  void aRefusalTellsZeroForAnAmountThatWasNeverComputed() {
    Assessment assessment =
        decision()
            .require(Condition.NO)
            .otherwise(NOT_BELOW)
            .grant(
                new Result()
                    .with("monthlyYuan", Fact.unknown(Missing.fact("income")))
                    .with("standardYuan", Fact.unknown(Missing.parameter("standardYuan"))));

    assertThat(assessment.result())
        .containsEntry("monthlyYuan", Money.ZERO)
        .containsEntry("months", 0)
        .doesNotContainKey("standardYuan");
  }

  @Test
  void whatIsUndecidedTellsOnlyWhatExplains() {
    for (Condition undecided : List.of(FACT_UNKNOWN, PARAMETER_UNKNOWN)) {
      Assessment assessment = decision().require(undecided).otherwise(NOT_BELOW).grant(full());

      assertThat(assessment.result()).containsOnlyKeys("countedOrder", "standardYuan", "children");
    }
  }

  @Test
  void aReferralTellsOnlyWhatExplains() {
    Assessment assessment = decision().refer(Condition.YES).because(SPECIAL).grant(full());

    assertThat(assessment.result()).containsOnlyKeys("countedOrder", "standardYuan", "children");
  }

  @Test
  void aFieldThatGrantsSomethingAndIsUnknownIsAskedFor() {
    Assessment assessment =
        decision().grant(new Result().with("monthlyYuan", Fact.unknown(Missing.fact("size"))));

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly("size");
  }

  @Test
  void aFieldThatOnlyExplainsAndIsUnknownIsLeftOutAndNotAskedFor() {
    Assessment assessment =
        decision()
            .grant(
                new Result()
                    .with("monthlyYuan", new Money(1))
                    .with("standardYuan", Fact.unknown(Missing.parameter("standardYuan"))));

    assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(assessment.result()).containsOnlyKeys("monthlyYuan");
  }

  // Parts

  @ParameterizedTest(name = "{0} and {1} are together {2}")
  @MethodSource("pairs")
  void theWholeIsTheFirstOfItsPartsInTheOrderOfTheContract(
      Outcome first, Outcome second, Outcome whole) {
    assertThat(decision().grant(List.of(part(first), part(second)), new Result()).outcome())
        .isEqualTo(whole);
  }

  static Stream<Arguments> pairs() {
    List<Outcome> order =
        List.of(
            Outcome.NEEDS_FACTS,
            Outcome.NEEDS_OPERATOR_PARAMETER,
            Outcome.ELIGIBLE,
            Outcome.REFER_TO_AGENCY,
            Outcome.NOT_ELIGIBLE);
    List<Arguments> pairs = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      for (int j = 0; j < order.size(); j++) {
        pairs.add(Arguments.of(order.get(i), order.get(j), order.get(Math.min(i, j))));
      }
    }
    return pairs.stream();
  }

  @Test
  void aFailureOfTheWholeBeatsItsParts() {
    Assessment assessment =
        decision()
            .require(Condition.NO)
            .otherwise(NO_PROPERTY)
            .grant(List.of(part(Outcome.ELIGIBLE)), new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
  }

  @Test
  void anUnknownConditionOfTheWholeIsNotForgottenForItsParts() {
    Assessment assessment =
        decision()
            .require(FACT_UNKNOWN)
            .otherwise(NO_PROPERTY)
            .grant(List.of(part(Outcome.ELIGIBLE)), new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly("income");
  }

  @Test
  void withoutAnyPartTheWholeIsDecidedByItself() {
    assertThat(
            decision()
                .require(FACT_UNKNOWN)
                .otherwise(NO_PROPERTY)
                .grant(List.of(), new Result())
                .outcome())
        .isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(
            decision()
                .require(Condition.NO)
                .otherwise(NO_PROPERTY)
                .grant(List.of(), new Result())
                .outcome())
        .isEqualTo(Outcome.NOT_ELIGIBLE);
  }

  @Test
  void theWholeLacksWhatItsPartsLack() {
    Assessment assessment =
        decision()
            .grant(
                List.of(
                    part(Outcome.NEEDS_FACTS, Missing.fact("children[0].birthDate")),
                    part(Outcome.ELIGIBLE),
                    part(Outcome.NEEDS_OPERATOR_PARAMETER, Missing.parameter("tierYuan"))),
                new Result());

    assertThat(assessment.outcome()).isEqualTo(Outcome.NEEDS_FACTS);
    assertThat(assessment.missing().facts()).containsExactly("children[0].birthDate");
    assertThat(assessment.missing().parameters()).containsExactly("tierYuan");
  }

  @Test
  void theReasonsOfTheWholeAreItsOwnAndThoseOfItsPartsEachOnce() {
    Assessment assessment =
        decision()
            .note(Condition.YES)
            .because(SPECIAL)
            .grant(
                List.of(
                    part(Outcome.ELIGIBLE, Missing.NOTHING, BELOW, PROPERTY),
                    part(Outcome.NOT_ELIGIBLE, Missing.NOTHING, NOT_BELOW, PROPERTY)),
                new Result());

    assertThat(assessment.reasons()).containsExactly(SPECIAL, BELOW, PROPERTY, NOT_BELOW);
  }

  @Test
  void aPartIsAnEntryWithItsOutcomeItsResultAndItsReasons() {
    Assessment part =
        decision()
            .require(Condition.YES)
            .because(BELOW)
            .otherwise(NOT_BELOW)
            .grant(new Result().with("monthlyYuan", new Money(1)));

    assertThat(part.asEntry())
        .containsExactly(
            Map.entry("outcome", Outcome.ELIGIBLE),
            Map.entry("monthlyYuan", new Money(1)),
            Map.entry("reasonCodes", List.of(BELOW)));
  }

  // What an answer carries besides

  @Test
  void anAnswerCarriesTheParametersThatWereRead() {
    Parameter<Money> standard =
        new Parameter<>(
            new Parameter.Declaration(
                "standardYuan",
                ValueType.Plain.MONEY,
                "number",
                "yuan",
                null,
                "",
                null,
                null,
                null,
                true,
                false),
            List.of(
                new DatedValue<>(
                    new Money(86000), null, null, Evidence.SEED, "S3", null, false, null)));
    Case situation = situation();
    Decision decision = Decision.of(policy(Outcome.ELIGIBLE), situation);
    Fact<Money> amount = situation.law().value(standard);

    Assessment assessment = decision.grant(new Result().with("monthlyYuan", amount));

    assertThat(assessment.readings())
        .extracting(reading -> reading.parameter().name())
        .containsExactly("standardYuan");
    assertThat(assessment.hypothetical()).isFalse();
  }

  @Test
  void anAnswerToASuppositionSaysSo() {
    LocalDate day = LocalDate.of(2025, 6, 1);
    Law supposed = new Law(day, Map.of(), Map.of("standardYuan", new Money(1)));
    Case situation = new Case(day, FactSet.EMPTY, supposed);

    Assessment assessment = Decision.of(policy(Outcome.ELIGIBLE), situation).grant(new Result());

    assertThat(assessment.hypothetical()).isTrue();
  }

  private static List<Reason> reasonsOf(Condition condition) {
    return decision()
        .require(condition)
        .because(BELOW)
        .otherwise(NOT_BELOW)
        .grant(new Result())
        .reasons();
  }

  private static Result full() {
    return new Result()
        .with("children", List.of("a child"))
        .with("standardYuan", new Money(86000))
        .with("countedOrder", 2)
        .with("firstMonth", YearMonth.of(2024, 2))
        .with("isPaid", true)
        .with("months", Fact.of(36))
        .with("monthlyYuan", Fact.of(new Money(50000)));
  }

  private static Assessment part(Outcome outcome) {
    return part(outcome, Missing.NOTHING);
  }

  private static Assessment part(Outcome outcome, Missing missing, Reason... reasons) {
    return new Assessment(outcome, Map.of(), Arrays.asList(reasons), missing, Set.of(), false);
  }

  private static Decision decision() {
    return Decision.of(policy(Outcome.ELIGIBLE), situation());
  }

  private static Case situation() {
    LocalDate day = LocalDate.of(2025, 6, 1);
    return new Case(day, FactSet.EMPTY, new Law(day, Map.of(), Map.of()));
  }

  private static Reason reason(String code, boolean satisfied) {
    return new Reason(code, satisfied, "", "", List.of("SHJZ-9"));
  }

  private static Policy policy(Outcome positiveOutcome) {
    return new Policy(
        "minimum-living-allowance",
        "",
        "",
        "subsidy",
        positiveOutcome,
        "",
        "",
        "",
        List.of(),
        List.of(),
        FIELDS,
        List.of(),
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }
}
