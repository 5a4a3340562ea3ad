package minsheng.kernel;

import java.util.List;
import java.util.function.Function;
import minsheng.vocabulary.RegistrationType;

/**
 * A standard with four values, as the city's assistance has them: 9区 and 9县(市), 城市 and 农村, each its
 * own. Outside Harbin there is none.
 */
public record LocalStandard(
    Parameter<Money> districtUrban,
    Parameter<Money> districtRural,
    Parameter<Money> countyUrban,
    Parameter<Money> countyRural) {

  private static final List<RegistrationType> TYPES = List.of(RegistrationType.values());

  /** The one of a household, as soon as both are known that it depends on. */
  public Fact<Parameter<Money>> of(Fact<Division> division, Fact<RegistrationType> type) {
    return division.then(place -> type.then(each -> of(place, each)));
  }

  /** What follows from the standard; settled too where all that the household can have agree. */
  public <R> Fact<R> whichever(
      Fact<Division> division,
      Fact<RegistrationType> type,
      Function<Parameter<Money>, Fact<R>> function) {
    return division.whichever(
        Harbin.EVERY_KIND_OF_DIVISION,
        place -> type.whichever(TYPES, each -> of(place, each).then(function)));
  }

  /** Whether it has a value on the day asked about, whatever of it the household can have. */
  public Condition isConfigured(Law law, Fact<Division> division, Fact<RegistrationType> type) {
    return Condition.of(whichever(division, type, each -> Fact.of(law.isConfigured(each))));
  }

  private Fact<Parameter<Money>> of(Division division, RegistrationType type) {
    if (!division.isInHarbin()) {
      return Fact.notApplicable();
    }
    return Fact.of(
        switch (type) {
          case URBAN -> division.isDistrict() ? districtUrban : countyUrban;
          case RURAL -> division.isDistrict() ? districtRural : countyRural;
        });
  }
}
