package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Law;
import minsheng.kernel.Missing;
import minsheng.kernel.Money;
import minsheng.kernel.Outcome;
import minsheng.kernel.Parameter;
import minsheng.kernel.Reason;
import minsheng.kernel.ResultDefinition;
import minsheng.kernel.Rule;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for every policy and every household: the three promises of the kernel, tried on
 * households drawn at random.
 */
class EveryPolicyTest {

  private static final List<Rule> RULES = Rules.all();

  /** Days on which rules change, and the days around them, and any other. */
  private static final List<LocalDate> DAYS =
      RULES.stream()
          .flatMap(rule -> rule.policy().parameters().stream())
          .flatMap(parameter -> parameter.values().stream())
          .flatMap(value -> Stream.ofNullable(value.effectiveFrom()))
          .distinct()
          .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusMonths(2)))
          .toList();

  @Provide
  Arbitrary<Rule> rules() {
    return Arbitraries.of(RULES);
  }

  @Property(tries = 6000)
  void every_household_gets_an_answer_that_is_whole(
      @ForAll("rules") Rule rule, @ForAll Random random) {
    LocalDate asOf = anyDay(random);
    Draft household = Draft.of(rule.policy(), asOf, random);
    Map<String, Object> whatIf = new HashMap<>();
    for (Parameter<?> parameter : rule.policy().parameters()) {
      if (random.nextInt(8) == 0) {
        whatIf.put(
            parameter.name(), Draft.value(parameter.declaration().type(), null, asOf, random));
      }
    }
    Assessment answer =
        rule.assess(new Case(asOf, household.facts(), new Law(asOf, Map.of(), whatIf)));

    assertThat(answer.hypothetical()).isEqualTo(!whatIf.isEmpty());
    Missing missing = answer.missing();
    switch (answer.outcome()) {
      case NEEDS_FACTS -> assertThat(missing.facts()).as("missing facts").isNotEmpty();
      case NEEDS_OPERATOR_PARAMETER -> {
        assertThat(missing.facts()).isEmpty();
        assertThat(missing.parameters()).as("missing parameters").isNotEmpty();
      }
      case NOT_ELIGIBLE -> {
        assertThat(missing.isNothing()).isTrue();
        assertThat(answer.reasons()).as("reasons against").anyMatch(reason -> !reason.satisfied());
      }
      default -> {
        assertThat(missing.isNothing()).isTrue();
        for (ResultDefinition field : rule.policy().result()) {
          if (!field.isOfEntry()
              && !field.explanatory()
              && !field.declaredType().endsWith("|null")) {
            assertThat(answer.result()).containsKey(field.name());
          }
        }
      }
    }
    assertThat(household.absent(use -> true))
        .as("only what is absent is asked for")
        .containsAll(missing.facts());
    assertThat(answer.reasons()).doesNotHaveDuplicates().isSubsetOf(rule.policy().reasons());
    checkThatNoAmountIsNegative(answer.result());
  }

  private static void checkThatNoAmountIsNegative(Object value) {
    switch (value) {
      case null -> {}
      case Money money -> assertThat(money).isGreaterThanOrEqualTo(Money.ZERO);
      case Integer number -> assertThat(number).isNotNegative();
      case Map<?, ?> fields ->
          fields.values().forEach(EveryPolicyTest::checkThatNoAmountIsNegative);
      case List<?> all -> all.forEach(EveryPolicyTest::checkThatNoAmountIsNegative);
      case Assessment part -> checkThatNoAmountIsNegative(part.result());
      default -> {}
    }
  }

  @Property(tries = 6000)
  void another_fact_never_flips_a_decided_answer(
      @ForAll("rules") Rule rule, @ForAll Random random) {
    LocalDate asOf = anyDay(random);
    Draft household = Draft.of(rule.policy(), asOf, random);
    Assessment before = assess(rule, asOf, household);
    if (isUndecided(before)) {
      return;
    }
    for (String absent : household.absent(Draft::isAskedFor)) {
      Assessment after = assess(rule, asOf, household.with(absent));
      assertThat(granted(rule, after))
          .as("with %s, of %s", absent, household)
          .isEqualTo(granted(rule, before));
    }
  }

  @Property(tries = 10000)
  void each_fact_that_is_asked_for_has_two_values_with_different_answers(
      @ForAll("rules") Rule rule, @ForAll Random random) {
    LocalDate asOf = anyDay(random);
    Draft household = Draft.of(rule.policy(), asOf, random);
    for (String fact : assess(rule, asOf, household).missing().facts()) {
      assertThat(canChangeTheAnswer(rule, asOf, household, fact))
          .as("%s is asked for, of %s", fact, household)
          .isTrue();
    }
  }

  /**
   * Completes the other facts at random, again and again, until two values of this one lead to
   * different answers.
   */
  private static boolean canChangeTheAnswer(
      Rule rule, LocalDate asOf, Draft household, String fact) {
    for (int i = 0; i < 300; i++) {
      Draft others = complete(rule, asOf, household, Set.of(fact));
      long seed = i;
      Set<Object> answers = new HashSet<>();
      for (int j = 0; j < 12; j++) {
        // Facts that are asked for only because of this one are told the same each time.
        Draft whole = complete(rule, asOf, others.with(fact).drawnBy(new Random(seed)), Set.of());
        answers.add(told(assess(rule, asOf, whole)));
      }
      if (answers.size() > 1) {
        return true;
      }
    }
    return false;
  }

  private static Draft complete(Rule rule, LocalDate asOf, Draft household, Set<String> except) {
    Draft completed = household;
    for (int round = 0; round < 10; round++) {
      Set<String> missing = assess(rule, asOf, completed).missing().facts();
      List<String> next = missing.stream().filter(name -> !except.contains(name)).toList();
      if (next.isEmpty()) {
        return completed;
      }
      for (String name : next) {
        completed = completed.with(name);
      }
    }
    return completed;
  }

  @Property(tries = 6000)
  void a_fact_that_is_not_asked_for_changes_nothing(
      @ForAll("rules") Rule rule, @ForAll Random random) {
    LocalDate asOf = anyDay(random);
    Draft household = Draft.of(rule.policy(), asOf, random);
    Assessment before = assess(rule, asOf, household);
    for (String absent : household.absent(Draft::isAlwaysAskedFor)) {
      if (!before.missing().facts().contains(absent)) {
        Assessment after = assess(rule, asOf, household.with(absent));
        assertThat(after.outcome())
            .as("with %s, of %s", absent, household)
            .isEqualTo(before.outcome());
        assertThat(after.missing().facts())
            .as("with %s, of %s", absent, household)
            .isEqualTo(before.missing().facts());
      }
    }
  }

  @Property(tries = 500)
  void before_any_law_there_is_an_answer_too(@ForAll("rules") Rule rule, @ForAll Random random) {
    LocalDate asOf = LocalDate.of(1900 + random.nextInt(120), 1, 1);
    Draft household = Draft.of(rule.policy(), asOf, random);
    assertThat(assess(rule, asOf, household).outcome()).isNotNull();
  }

  private static LocalDate anyDay(Random random) {
    return random.nextBoolean()
        ? DAYS.get(random.nextInt(DAYS.size()))
        : LocalDate.of(2021, 10, 1).plusDays(random.nextInt(365 * 7));
  }

  private static Assessment assess(Rule rule, LocalDate asOf, Draft household) {
    return rule.assess(new Case(asOf, household.facts(), new Law(asOf, Map.of(), Map.of())));
  }

  private static boolean isUndecided(Assessment answer) {
    return answer.outcome() == Outcome.NEEDS_FACTS
        || answer.outcome() == Outcome.NEEDS_OPERATOR_PARAMETER;
  }

  /** The outcome, and what is granted; what only explains may be told in more detail. */
  private static List<Object> granted(Rule rule, Assessment answer) {
    Map<String, Object> granted = new HashMap<>(answer.result());
    rule.policy().result().stream()
        .filter(ResultDefinition::explanatory)
        .forEach(field -> granted.remove(field.name()));
    granted.remove("children");
    return List.of(answer.outcome(), granted);
  }

  /** Everything that an answer tells. */
  private static Object told(Assessment answer) {
    Set<String> codes = answer.reasons().stream().map(Reason::code).collect(Collectors.toSet());
    return List.of(
        answer.outcome(), codes, answer.result().toString(), answer.missing().parameters());
  }
}
