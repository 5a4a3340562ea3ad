package minsheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultDefinitionTest {

  @Test
  void aFieldOfAnEntryHasItsNameWithoutTheList() {
    ResultDefinition months =
        new ResultDefinition(
            "children[].months", "integer", "months", "", null, null, List.of(), false, null);
    ResultDefinition monthly =
        new ResultDefinition(
            "monthlyYuan", "number", "yuan", "", null, null, List.of(), false, null);

    assertThat(months.isOfEntry()).isTrue();
    assertThat(months.field()).isEqualTo("months");
    assertThat(monthly.isOfEntry()).isFalse();
    assertThat(monthly.field()).isEqualTo("monthlyYuan");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "children[].outcome, true",
    "children[].reasonCodes, true",
    "children[].months, false",
    "outcome, false",
    "reasonCodes, false",
  })
  void theDecisionOfAnEntryFillsItsOutcomeAndItsReasons(String name, boolean isOfItsDecision) {
    assertThat(
            new ResultDefinition(name, "enum", null, "", null, null, List.of(), false, null)
                .isOfItsDecision())
        .isEqualTo(isOfItsDecision);
  }
}
