package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FactSetTest {

  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  @Test
  void aGivenFactIsKnown() {
    FactSet facts = new FactSet("", Map.of("birthDate", DAY));

    assertThat(facts.fact("birthDate", LocalDate.class).known()).contains(DAY);
    assertThat(facts.given("birthDate", LocalDate.class)).contains(DAY);
  }

  @Test
  void anAbsentFactIsAskedForByItsName() {
    Missing missing = FactSet.EMPTY.fact("birthDate", LocalDate.class).missing();

    assertThat(missing.facts()).containsExactly("birthDate");
    assertThat(missing.parameters()).isEmpty();
  }

  @Test
  void anAbsentFactThatIsNeverAskedForIsSimplyAbsent() {
    assertThat(FactSet.EMPTY.given("birthDate", LocalDate.class)).isEmpty();
  }

  @Test
  void aConditionHoldsFailsOrIsUnknown() {
    FactSet facts = new FactSet("", Map.of("ownsDwelling", true, "ownsVehicle", false));

    assertThat(facts.condition("ownsDwelling").holds()).isTrue();
    assertThat(facts.condition("ownsVehicle").fails()).isTrue();
    assertThat(facts.condition("ownsCompany").missing().facts()).containsExactly("ownsCompany");
  }

  @Test
  void aFieldOfAnEntryIsAskedForWithItsIndex() {
    FactSet second = new FactSet("children[1].", Map.of());

    assertThat(second.fact("birthDate", LocalDate.class).missing().facts())
        .containsExactly("children[1].birthDate");
    assertThat(second.condition("hasDisabilityCertificate").missing().facts())
        .containsExactly("children[1].hasDisabilityCertificate");
  }

  @Test
  void theEntriesOfAListKeepTheirOrderAndTheirPaths() {
    FactSet facts =
        new FactSet(
            "",
            Map.of(
                "children",
                List.of(
                    new FactSet("children[0].", Map.of("birthDate", DAY)),
                    new FactSet("children[1].", Map.of()))));

    List<Fact<LocalDate>> birthDates =
        facts
            .entries("children", entry -> entry.fact("birthDate", LocalDate.class))
            .known()
            .orElseThrow();

    assertThat(birthDates).first().isEqualTo(Fact.of(DAY));
    assertThat(birthDates.get(1).missing().facts()).containsExactly("children[1].birthDate");
  }

  @Test
  void anAbsentListIsUnknownAndAnEmptyOneIsKnown() {
    FactSet without = new FactSet("", Map.of("children", List.of()));

    assertThat(FactSet.EMPTY.entries("children", Function.identity()).missing().facts())
        .containsExactly("children");
    assertThat(without.entries("children", Function.identity()).known()).contains(List.of());
  }

  @Test
  void whatIsChangedAfterwardsDoesNotChangeTheCase() {
    Map<String, Object> values = new HashMap<>(Map.of("householdSize", 3));
    FactSet facts = new FactSet("", values);

    values.put("householdSize", 4);

    assertThat(facts.given("householdSize", Integer.class)).contains(3);
  }

  @Test
  void aValueOfAnotherTypeIsAMistakeOfTheProgramAndNoUnknownFact() {
    FactSet facts = new FactSet("", Map.of("householdSize", "3"));

    assertThatThrownBy(() -> facts.fact("householdSize", Integer.class))
        .isInstanceOf(ClassCastException.class);
  }
}
