package minsheng.screening;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import minsheng.contract.Rules;
import minsheng.kernel.Attainable;
import minsheng.kernel.Division;
import minsheng.kernel.FactSet;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Outcome;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import minsheng.screening.Headline.Per;
import minsheng.vocabulary.CareSetting;
import minsheng.vocabulary.ChildSupportStatus;
import minsheng.vocabulary.RegistrationType;
import minsheng.vocabulary.Study;
import org.junit.jupiter.api.Test;

/** Households worked out by hand from the clauses. */
class ScreeningTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final Division DAOLI = new Division("230102");
  private static final List<Rule> RULES = Rules.all();

  private static Screening screen(FactSet facts) {
    return Screening.of(RULES, today(facts));
  }

  private static Circumstances today(FactSet facts) {
    return new Circumstances(AS_OF, facts, (policy, day) -> new Law(day, Map.of(), Map.of()));
  }

  private static Finding finding(Screening screening, String policy) {
    return screening.findings().stream()
        .filter(each -> each.policy().id().equals(policy))
        .findFirst()
        .orElseThrow();
  }

  private static FactSet family() {
    return FactSet.EMPTY
        .with("children", FactSet.entriesOf("children", 2))
        .with("children[0].birthDate", LocalDate.of(2015, 3, 1))
        .with("children[1].birthDate", LocalDate.of(2025, 6, 1))
        .with("children[1].registrationDivision", DAOLI)
        .with("children[1].applicationDate", LocalDate.of(2025, 7, 1));
  }

  @Test
  void what_is_due_comes_first_and_what_is_not_comes_last() {
    assertThat(screen(family()).findings())
        .extracting(Finding::standing)
        .isSorted()
        .contains(Standing.DUE, Standing.POSSIBLE, Standing.NOT_DUE);
  }

  /** 二孩每月500元, 36 months from June 2025 on: the last is May 2028. */
  @Test
  void payments_for_a_second_child_are_told_to_their_last_month() {
    Finding subsidy = finding(screen(family()), "childcare-subsidy");

    assertThat(subsidy.payments())
        .containsExactly(
            new Payment(
                "children[1]",
                Per.MONTH,
                YearMonth.of(2026, 11),
                YearMonth.of(2028, 5),
                Money.ofYuan("500")));
    assertThat(subsidy.term().from()).isEqualTo(LocalDate.of(2025, 6, 1));
    assertThat(subsidy.term().until()).isEqualTo(LocalDate.of(2028, 5, 31));
    assertThat(subsidy.term().endsBecause())
        .extracting("code")
        .contains("reached-three-or-thirty-six-months");
  }

  /**
   * The city's subsidy contains the base of the state: 500 yuan a month, and not 500 and 10,800.
   */
  @Test
  void an_amount_that_another_one_contains_is_counted_once() {
    Screening screening = screen(family());

    Combination best = screening.combinations().getFirst();
    assertThat(best.policies())
        .extracting(Policy::id)
        .contains("childcare-subsidy", "national-childcare-subsidy");
    assertThat(best.monthly()).isEqualTo(Money.ofYuan("500"));
    assertThat(best.once()).isEqualTo(Money.ZERO);
    assertThat(screening.inclusions())
        .extracting(each -> each.part().id())
        .containsExactly("national-childcare-subsidy");
  }

  /** A person of 65 without means, of whom 特困 and 低保 are due, each alone. */
  private static FactSet poor() {
    return FactSet.EMPTY
        .with("birthDate", LocalDate.of(1961, 1, 1))
        .with("registrationDivision", DAOLI)
        .with("registrationType", RegistrationType.URBAN)
        .with("householdSize", 1)
        .with("householdMonthlyIncomeYuan", Money.ZERO)
        .with("propertyWithinLimits", true)
        .with("ableToWork", false)
        .with("hasLivelihoodSource", false)
        .with("hasCapableSupporters", false)
        .with("extremePovertyRecognised", false)
        .with("children", List.of());
  }

  @Test
  void of_two_benefits_that_exclude_each_other_the_greater_is_shown_first() {
    Screening screening = screen(poor());

    assertThat(screening.conflicts())
        .anySatisfy(
            conflict -> {
              assertThat(List.of(conflict.first().id(), conflict.second().id()))
                  .containsExactlyInAnyOrder("extreme-poverty-support", "minimum-living-allowance");
              assertThat(conflict.first().clauses()).extracting("id").contains(conflict.clause());
            });
    assertThat(screening.combinations()).hasSize(2);
    assertThat(screening.combinations().getFirst().policies())
        .extracting(Policy::id)
        .contains("extreme-poverty-support")
        .doesNotContain("minimum-living-allowance");
    assertThat(screening.combinations().getFirst().monthly())
        .isGreaterThan(screening.combinations().getLast().monthly());
  }

  /** 家庭人均收入低于标准: one fen below the standard of the household. */
  @Test
  void income_that_is_too_high_by_a_little_is_told_by_how_much() {
    Money income = Money.ofYuan("5000");
    FactSet facts = poor().with("householdMonthlyIncomeYuan", income);
    Finding allowance = finding(screen(facts), "minimum-living-allowance");

    assertThat(allowance.standing()).isEqualTo(Standing.NOT_DUE);
    Change.Attained change =
        allowance.changes().stream()
            .filter(Change.Attained.class::isInstance)
            .map(Change.Attained.class::cast)
            .filter(each -> each.attainable().kind() == Attainable.Kind.AMOUNT)
            .findFirst()
            .orElseThrow();
    Money standard = requireNonNull((Money) allowance.assessment().result().get("standardYuan"));
    assertThat(change.value()).isEqualTo(standard.minus(new Money(1)));
    assertThat(change.by()).isEqualTo(income.minus(standard).plus(new Money(1)));
  }

  /** 老年证: from the sixtieth birthday on. */
  @Test
  void a_birthday_that_is_awaited_is_told_with_its_day() {
    FactSet facts =
        FactSet.EMPTY.with("birthDate", LocalDate.of(1967, 3, 4)).with("residenceDivision", DAOLI);
    Finding card = finding(screen(facts), "senior-card");

    assertThat(card.changes())
        .containsExactly(new Change.Awaited(null, LocalDate.of(2027, 3, 4), Outcome.ELIGIBLE));
  }

  private static Finding orphan(LocalDate birthDate) {
    FactSet facts =
        FactSet.EMPTY
            .with("birthDate", birthDate)
            .with("childSupportStatus", ChildSupportStatus.ORPHAN)
            .with("registrationDivision", DAOLI)
            .with("recognisedBeforeEighteen", true)
            .with("study", Study.NONE)
            .with("careSetting", CareSetting.SCATTERED);
    Circumstances then = today(facts).on(LocalDate.of(2024, 3, 1));
    return finding(Screening.of(RULES, then), "orphan-living-allowance");
  }

  /** 孤儿基本生活费 ends on the eighteenth birthday of who does not study on. */
  @Test
  void a_benefit_ends_the_day_before_the_birthday_that_ends_it() {
    Finding allowance = orphan(LocalDate.of(2006, 8, 6));

    assertThat(allowance.term().until()).isEqualTo(LocalDate.of(2024, 8, 5));
    assertThat(allowance.payments())
        .extracting(Payment::from, Payment::to)
        .containsExactly(tuple(YearMonth.of(2024, 3), YearMonth.of(2024, 8)));
  }

  /** The standard of 2024 is the last that is known: nothing is promised beyond it. */
  @Test
  void beyond_the_last_value_that_the_law_states_nothing_is_told() {
    Finding allowance = orphan(LocalDate.of(2015, 8, 6));

    assertThat(allowance.term().until()).isNull();
    assertThat(allowance.term().unknownFrom()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(allowance.payments())
        .extracting(Payment::to)
        .containsExactly(YearMonth.of(2024, 12));
  }
}
