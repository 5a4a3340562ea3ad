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

  private static FactDefinition definition(String name) {
    return new FactDefinition(
        name,
        ValueType.Plain.DATE,
        "date",
        null,
        null,
        "?",
        null,
        "",
        "none",
        null,
        null,
        null,
        null);
  }

  @Test
  void anotherFactIsAddedAndTheOthersStay() {
    FactSet before = new FactSet("", Map.of("ownsDwelling", true));
    FactSet after = before.with("birthDate", DAY);

    assertThat(after.told("birthDate")).contains(DAY);
    assertThat(after.told("ownsDwelling")).contains(true);
    assertThat(after.told("ownsVehicle")).isEmpty();
    assertThat(before.told("birthDate")).isEmpty();
  }

  @Test
  void aFactOfOneEntryIsAddedToThatEntryAlone() {
    FactSet facts =
        FactSet.EMPTY
            .with("children", FactSet.entriesOf("children", 12))
            .with("children[10].birthDate", DAY)
            .with("children[10].bornWithinPolicy", true);

    assertThat(facts.told("children[10].birthDate")).contains(DAY);
    assertThat(facts.told("children[10].bornWithinPolicy")).contains(true);
    assertThat(facts.told("children[1].birthDate")).isEmpty();
    assertThat(
            facts
                .entries("children", Function.identity())
                .known()
                .orElseThrow()
                .get(11)
                .condition("bornWithinPolicy")
                .missing()
                .facts())
        .containsExactly("children[11].bornWithinPolicy");
  }

  @Test
  void aFieldOfAListHasANameForEachEntryThatThereIs() {
    FactSet two = FactSet.EMPTY.with("children", FactSet.entriesOf("children", 2));

    assertThat(two.namesOf(definition("children[].birthDate")))
        .containsExactly("children[0].birthDate", "children[1].birthDate");
    assertThat(FactSet.EMPTY.namesOf(definition("children[].birthDate"))).isEmpty();
    assertThat(two.namesOf(definition("birthDate"))).containsExactly("birthDate");
  }

  @Test
  void theNameOfAFactInTheVocabularyHasNoIndex() {
    assertThat(FactDefinition.nameIn("children[12].birthDate")).isEqualTo("children[].birthDate");
    assertThat(FactDefinition.nameIn("birthDate")).isEqualTo("birthDate");
    assertThat(definition("children[].birthDate").list()).contains("children");
    assertThat(definition("children[].birthDate").field()).isEqualTo("birthDate");
    assertThat(definition("birthDate").list()).isEmpty();
  }

  @Test
  void aFactIsAskedForUnlessAnAbsentOneIsKnown() {
    FactDefinition plain = definition("birthDate");
    FactDefinition withDefault =
        new FactDefinition(
            "taxYear",
            ValueType.Plain.INTEGER,
            "integer",
            null,
            null,
            "?",
            null,
            "",
            "none",
            "year of asOf",
            "the year asked about",
            null,
            null);

    assertThat(new Policy.FactUse(plain, "always").isAskedFor()).isTrue();
    assertThat(new Policy.FactUse(plain, "optional; what else").isAskedFor()).isFalse();
    assertThat(new Policy.FactUse(plain, "only when moved").isAskedFor()).isFalse();
    assertThat(new Policy.FactUse(plain, "when x; may be left out").isAskedFor()).isFalse();
    assertThat(new Policy.FactUse(withDefault, "always").isAskedFor()).isFalse();
  }
}
