package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Law;
import minsheng.kernel.Outcome;
import minsheng.kernel.Policy;
import minsheng.kernel.Reason;
import minsheng.kernel.ResultDefinition;
import minsheng.kernel.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every policy and every household: the kernel's promises about what is unknown,
 * tried on households drawn at random. {@code -Dhouseholds=…} tries more of them.
 */
class EveryPolicyTest {

  /** Households for each policy, the same in every run. */
  private static final int HOUSEHOLDS = Integer.getInteger("minsheng.households", 10_000);

  /** Neighbouring seeds begin alike; these do not. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  static Stream<String> policies() {
    return Example.policies().stream();
  }

  /**
   * One household before the law of one day.
   *
   * @param whatIf stands for what the operator has configured
   */
  private record Draw(Rule rule, Household household, Map<String, Object> whatIf) {

    static void each(String policy, int count, Consumer<Draw> check) {
      Rule rule = Rules.of(policy);
      for (int seed = 0; seed < count; seed++) {
        Random random = new Random(seed);
        Household household = Household.of(rule.policy(), Days.any(rule.policy(), random), random);
        check.accept(new Draw(rule, household, household.whatIf()));
      }
    }

    Draw with(String fact) {
      return new Draw(rule, household.with(fact), whatIf);
    }

    Draw configured() {
      Map<String, Object> more = new HashMap<>(household.configured());
      more.putAll(whatIf);
      return new Draw(rule, household, more);
    }

    Draw drawnBy(Random random) {
      return new Draw(rule, household.drawnBy(random), whatIf);
    }

    Assessment assess() {
      LocalDate asOf = household.asOf();
      return rule.assess(new Case(asOf, household.facts(), new Law(asOf, Map.of(), whatIf)));
    }

    @Override
    public String toString() {
      return household + " where " + whatIf;
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void another_fact_never_flips_a_decided_answer(String policy) {
    Draw.each(
        policy,
        HOUSEHOLDS,
        draw -> {
          Assessment before = draw.assess();
          if (isUndecided(before)) {
            return;
          }
          for (String absent : draw.household.absent(Policy.FactUse::isAskedFor)) {
            Assessment after = draw.with(absent).assess();
            if (isRefusalAfterReferral(before, after)) {
              continue;
            }
            assertThat(after.outcome())
                .as("with %s, of %s", absent, draw)
                .isEqualTo(before.outcome());
            assertThat(after.result())
                .as("with %s, of %s", absent, draw)
                .containsAllEntriesOf(granted(draw.rule, before));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("policies")
  void a_fact_that_is_not_asked_for_changes_nothing(String policy) {
    Draw.each(
        policy,
        HOUSEHOLDS,
        draw -> {
          Assessment before = draw.assess();
          for (String absent : draw.household.absent(Household::isAlwaysAskedFor)) {
            if (!before.missing().facts().contains(absent)) {
              Assessment after = draw.with(absent).assess();
              if (isRefusalAfterReferral(before, after)) {
                continue;
              }
              assertThat(after.outcome())
                  .as("with %s, of %s", absent, draw)
                  .isEqualTo(before.outcome());
              assertThat(after.missing().facts())
                  .as("with %s, of %s", absent, draw)
                  .isEqualTo(before.missing().facts());
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("policies")
  void each_fact_that_is_asked_for_has_two_values_with_different_answers(String policy) {
    Draw.each(
        policy,
        HOUSEHOLDS / 20,
        draw -> {
          for (String fact : draw.assess().missing().facts()) {
            assertThat(canChangeTheAnswer(draw, fact))
                .as("%s is asked for, of %s", fact, draw)
                .isTrue();
          }
        });
  }

  /**
   * Completes the other facts at random, again and again, until two values of this one lead to
   * different answers.
   */
  private static boolean canChangeTheAnswer(Draw draw, String fact) {
    for (int i = 0; i < 2000; i++) {
      // What nobody has configured yet may be configured one day.
      boolean isLikely = i % 4 > 1;
      Draw others = complete(i % 2 == 0 ? draw : draw.configured(), Set.of(fact), isLikely);
      Set<Object> answers = new HashSet<>();
      for (int j = 0; j < 12; j++) {
        // Facts that are asked for only because of this one are told the same each time.
        answers.add(
            told(
                complete(others.with(fact).drawnBy(new Random(i * SPREAD)), Set.of(), isLikely)
                    .assess()));
      }
      if (answers.size() > 1) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param isLikely whether values that refuse nothing are preferred
   */
  private static Draw complete(Draw draw, Set<String> except, boolean isLikely) {
    Draw completed = draw;
    for (int round = 0; round < 10; round++) {
      Set<String> missing = completed.assess().missing().facts();
      List<String> next = missing.stream().filter(name -> !except.contains(name)).toList();
      if (next.isEmpty()) {
        return completed;
      }
      for (String name : next) {
        completed = isLikely ? likely(completed, name) : completed.with(name);
      }
    }
    return completed;
  }

  /** With one more fact, of a value that refuses nothing if chance finds one soon. */
  private static Draw likely(Draw draw, String fact) {
    Draw likely = draw.with(fact);
    for (int i = 0; i < 8 && likely.assess().outcome() == Outcome.NOT_ELIGIBLE; i++) {
      likely = draw.with(fact);
    }
    return likely;
  }

  private static boolean isUndecided(Assessment answer) {
    return answer.outcome() == Outcome.NEEDS_FACTS
        || answer.outcome() == Outcome.NEEDS_OPERATOR_PARAMETER;
  }

  /**
   * The order of the contract: a referral wins over what is unknown, and a condition that fails
   * wins over a referral.
   */
  private static boolean isRefusalAfterReferral(Assessment before, Assessment after) {
    return before.outcome() == Outcome.REFER_TO_AGENCY && after.outcome() == Outcome.NOT_ELIGIBLE;
  }

  /** What is granted; what only explains, or was nothing, may be told in more detail. */
  private static Map<String, Object> granted(Rule rule, Assessment answer) {
    Map<String, Object> granted = new HashMap<>(answer.result());
    rule.policy().result().stream()
        .filter(ResultDefinition::explanatory)
        .forEach(field -> granted.remove(field.name()));
    granted.remove("children");
    granted.values().removeIf(Objects::isNull);
    return granted;
  }

  /** Everything that an answer tells. */
  private static Object told(Assessment answer) {
    Set<String> codes = answer.reasons().stream().map(Reason::code).collect(Collectors.toSet());
    return List.of(
        answer.outcome(), codes, answer.result().toString(), answer.missing().parameters());
  }
}
