package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "230102", "230103", "230104", "230108", "230109", "230110", "230111", "230112", "230113"
      })
  void theNineDistricts(String code) {
    Division division = new Division(code);

    assertThat(division.isInHarbin()).isTrue();
    assertThat(division.isDistrict()).isTrue();
    assertThat(division.isCounty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "230123", "230124", "230125", "230126", "230127", "230128", "230129", "230183", "230184"
      })
  void theNineCounties(String code) {
    Division division = new Division(code);

    assertThat(division.isInHarbin()).isTrue();
    assertThat(division.isDistrict()).isFalse();
    assertThat(division.isCounty()).isTrue();
  }

  @Test
  void thereAreEighteenDivisionsAndSixOfThemAreTheMainDistricts() {
    assertThat(Harbin.DIVISIONS).extracting(Division.OfHarbin::division).hasSize(18);
    assertThat(Harbin.DIVISIONS).extracting(Division.OfHarbin::division).doesNotHaveDuplicates();
    assertThat(Harbin.DIVISIONS.stream().filter(Division.OfHarbin::mainSix))
        .extracting(each -> each.division().code())
        .containsExactlyElementsOf(
            List.of("230102", "230103", "230104", "230108", "230109", "230110"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "230100", // the city itself is none of its divisions
        "230200", // Qiqihar
        "110101", // Beijing
        "230105",
        "230106",
        "230107",
        "230121",
        "230181",
        "230182" // codes that were given up
      })
  void everythingElseIsOutsideHarbin(String code) {
    Division division = new Division(code);

    assertThat(division.isInHarbin()).isFalse();
    assertThat(division.isDistrict()).isFalse();
    assertThat(division.isCounty()).isFalse();
  }

  @Test
  void everyKindIsEveryDivisionOfHarbinAndOneThatIsNone() {
    assertThat(Harbin.EVERY_KIND_OF_DIVISION).hasSize(19).doesNotHaveDuplicates();
    assertThat(Harbin.EVERY_KIND_OF_DIVISION.stream().filter(each -> !each.isInHarbin()))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"230103, true", "230200, true", "231281, true", "220102, false", "110101, false"})
  void theProvinceIsInTheFirstTwoDigits(String code, boolean isInHeilongjiang) {
    assertThat(new Division(code).isInHeilongjiang()).isEqualTo(isInHeilongjiang);
  }
}
