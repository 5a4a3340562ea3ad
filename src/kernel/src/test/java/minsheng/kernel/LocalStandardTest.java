package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import minsheng.vocabulary.RegistrationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalStandardTest {

  private static final LocalStandard STANDARD =
      new LocalStandard(named("a"), named("b"), named("c"), named("d"));
  private static final Fact<Division> NO_DIVISION =
      Fact.unknown(Missing.fact("registrationDivision"));
  private static final Fact<RegistrationType> NO_TYPE =
      Fact.unknown(Missing.fact("registrationType"));

  @ParameterizedTest
  @CsvSource({"230103, URBAN, a", "230103, RURAL, b", "230124, URBAN, c", "230124, RURAL, d"})
  void districtsAndCountiesTownAndCountryEachHaveTheirOwn(
      String code, RegistrationType type, String name) {
    assertThat(STANDARD.of(Fact.of(new Division(code)), Fact.of(type)).map(Parameter::name))
        .isEqualTo(Fact.of(name));
  }

  @Test
  void outsideHarbinThereIsNoneAndNothingIsAskedFor() {
    Fact<Division> elsewhere = Fact.of(new Division("110101"));

    assertThat(STANDARD.of(elsewhere, Fact.of(RegistrationType.URBAN)))
        .isEqualTo(Fact.notApplicable());
    assertThat(STANDARD.whichever(elsewhere, NO_TYPE, Fact::of)).isEqualTo(Fact.notApplicable());
  }

  @Test
  void whatItDependsOnIsAskedFor() {
    assertThat(STANDARD.of(NO_DIVISION, NO_TYPE).missing().facts())
        .containsExactly("registrationDivision");
    assertThat(STANDARD.of(Fact.of(new Division("230103")), NO_TYPE).missing().facts())
        .containsExactly("registrationType");
  }

  @Test
  void whatFollowsFromAllThatThereCanBeIsSettled() {
    Fact<Division> district = Fact.of(new Division("230103"));

    assertThat(STANDARD.whichever(district, NO_TYPE, each -> Fact.of(each.name().length())))
        .isEqualTo(Fact.of(1));
    assertThat(STANDARD.whichever(district, NO_TYPE, Fact::of).missing().facts())
        .containsExactly("registrationType");
  }

  @Test
  void aStandardWithoutAnyValueIsConfiguredForNobody() {
    Law law = new Law(LocalDate.EPOCH, Map.of(), Map.of("a", Money.ZERO));

    assertThat(STANDARD.isConfigured(law, Fact.of(new Division("230124")), NO_TYPE).fails())
        .isTrue();
    assertThat(
            STANDARD.isConfigured(law, Fact.of(new Division("230103")), NO_TYPE).missing().facts())
        .containsExactly("registrationType");
  }

  private static Parameter<Money> named(String name) {
    return new Parameter<>(
        new Parameter.Declaration(
            name, ValueType.Plain.MONEY, "number", "yuan", null, "", null, null, null, true, false),
        List.of());
  }
}
