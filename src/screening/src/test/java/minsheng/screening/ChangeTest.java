package minsheng.screening;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import minsheng.contract.Days;
import minsheng.contract.Household;
import minsheng.contract.Rules;
import minsheng.kernel.Assessment;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Law;
import minsheng.kernel.Outcome;
import minsheng.kernel.Rule;
import minsheng.kernel.ValueType.Plain;
import minsheng.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/** What would turn a refusal: asked again with it, every household gets the outcome promised. */
class ChangeTest {

  private static final int HOUSEHOLDS = Integer.getInteger("minsheng.households", 10_000);

  private static final List<Rule> RULES = Rules.all();

  @Test
  void every_promise_is_kept() {
    int promises = 0;
    for (int seed = 0; seed < HOUSEHOLDS; seed++) {
      Random random = new Random(seed);
      Rule rule = RULES.get(seed % RULES.size());
      Household household = Household.of(rule.policy(), Days.any(rule.policy(), random), random);
      Circumstances today =
          new Circumstances(
              household.asOf(),
              household.facts(),
              (policy, day) -> new Law(day, Map.of(), Map.of()));
      Assessment answer = today.decide(rule);
      for (Change change : ChangeSearch.of(rule, today, answer)) {
        promises++;
        assertThat(outcome(rule, change, changed(today, change)))
            .as("%s promised to %s", change, household)
            .isEqualTo(change.outcome());
        assertThat(outcome(rule, change, today)).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(isWithinReach(change, today.asOf())).as("%s", change).isTrue();
      }
    }
    assertThat(promises).isGreaterThan(HOUSEHOLDS / 50);
  }

  private static Circumstances changed(Circumstances today, Change change) {
    return switch (change) {
      case Change.Awaited awaited -> today.on(awaited.day());
      case Change.Attained attained -> today.with(attained.fact(), attained.value());
    };
  }

  private static Outcome outcome(Rule rule, Change change, Circumstances circumstances) {
    Assessment answer = circumstances.decide(rule);
    return change.entry() == null
        ? answer.outcome()
        : Entries.named(change.entry(), rule.policy(), answer)
            .map(Assessment::outcome)
            .orElse(answer.outcome());
  }

  /** A day to come, or a fact that is no day: nobody gets younger, dies or is born on advice. */
  private static boolean isWithinReach(Change change, LocalDate today) {
    return switch (change) {
      case Change.Awaited awaited -> awaited.day().isAfter(today);
      case Change.Attained attained -> {
        FactDefinition fact =
            requireNonNull(Vocabulary.facts().get(FactDefinition.nameIn(attained.fact())));
        yield fact.type() != Plain.DATE && fact.type() != Plain.ENTRIES;
      }
    };
  }
}
