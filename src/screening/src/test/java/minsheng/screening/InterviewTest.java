package minsheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import minsheng.contract.Rules;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.FactSet;
import minsheng.kernel.Law;
import minsheng.kernel.Rule;
import minsheng.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/** Interviews with residents drawn at random: how long they are, and what they never ask. */
class InterviewTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  private static final int RESIDENTS = Integer.getInteger("minsheng.residents", 50);

  private static final List<Rule> RULES = Rules.all();

  private static Circumstances unknown() {
    return new Circumstances(
        AS_OF, FactSet.EMPTY, (policy, day) -> new Law(day, Map.of(), Map.of()));
  }

  @Test
  void is_less_than_half_as_long_as_asking_every_fact() {
    long asked = 0;
    long all = 0;
    for (int seed = 0; seed < RESIDENTS; seed++) {
      Resident resident = new Resident(AS_OF, seed);
      asked += interview(resident);
      all += everyFact(resident);
    }
    System.out.printf(
        "%d residents: %d.%02d questions on the mean, of %d.%02d facts%n",
        RESIDENTS,
        asked / RESIDENTS,
        asked * 100 / RESIDENTS % 100,
        all / RESIDENTS,
        all * 100 / RESIDENTS % 100);
    assertThat(asked * 2).isLessThan(all);
  }

  private static int interview(Resident resident) {
    Circumstances told = unknown();
    Set<String> names = new HashSet<>();
    while (true) {
      Interview interview = new Interview(RULES, told, Set.of(), Set.of());
      Optional<Interview.Question> next = interview.next();
      if (next.isEmpty()) {
        assertThat(interview.answers()).allMatch(interview::isDecided);
        return names.size();
      }
      String name = next.get().name();
      assertThat(names.add(name)).as("asked again: %s", name).isTrue();
      assertThat(interview.atMost()).isPositive();
      told = told.with(name, resident.answer(name, next.get().fact()));
    }
  }

  @Test
  void asks_about_the_death_of_a_child_only_who_says_that_one_died() {
    Circumstances family = unknown().with("children", FactSet.entriesOf("children", 1));
    String death = "children[0].deathDate";

    Interview before = new Interview(RULES, family, Set.of(), Set.of());
    assertThat(before.situations()).extracting(Interview.Question::name).contains(death);
    assertThat(before.next().orElseThrow().name()).isNotEqualTo(death);

    Interview after = new Interview(RULES, family, Set.of(), Set.of(death));
    assertThat(after.situations()).extracting(Interview.Question::name).doesNotContain(death);
    assertThat(after.next().orElseThrow().name()).isEqualTo(death);
    assertThat(after.atMost()).isGreaterThan(before.atMost());

    Interview skipped = new Interview(RULES, family, Set.of(death), Set.of(death));
    assertThat(skipped.next().orElseThrow().name()).isNotEqualTo(death);

    Interview told =
        new Interview(RULES, family.with(death, AS_OF.minusYears(1)), Set.of(), Set.of(death));
    assertThat(told.next().orElseThrow().name()).isNotEqualTo(death);
    assertThat(told.situations()).extracting(Interview.Question::name).doesNotContain(death);
  }

  @Test
  void offers_no_situation_that_could_not_change_an_answer() {
    Circumstances nobody = unknown().with("children", List.of());
    Interview interview = new Interview(only("childcare-subsidy"), nobody, Set.of(), Set.of());

    assertThat(interview.situations()).isEmpty();
    assertThat(interview.answers()).allMatch(interview::isDecided);
  }

  private static List<Rule> only(String policy) {
    return RULES.stream().filter(rule -> rule.policy().id().equals(policy)).toList();
  }

  /** The facts that a form without end would ask of this household. */
  private static int everyFact(Resident resident) {
    FactSet facts = FactSet.EMPTY;
    int count = 0;
    for (FactDefinition fact : Vocabulary.facts().values()) {
      if (fact.defaultValue() == null) {
        for (String name : facts.namesOf(fact)) {
          facts = facts.with(name, resident.answer(name, fact));
          count++;
        }
      }
    }
    return count;
  }
}
