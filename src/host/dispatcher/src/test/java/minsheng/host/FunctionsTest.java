package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import minsheng.contract.Rules;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;

/** Which functions a process answers for. */
class FunctionsTest {

  private static final Rule SUBSIDY = Rules.of("childcare-subsidy");
  private static final Rule ALLOWANCE = Rules.of("minimum-living-allowance");
  private static final List<Rule> BOTH = List.of(SUBSIDY, ALLOWANCE);

  @Test
  void all_when_nothing_is_chosen() {
    assertThat(Functions.chosen(BOTH, Optional.empty())).isEqualTo(new Functions(BOTH, BOTH));
  }

  @Test
  void those_that_are_named() {
    assertThat(Functions.chosen(BOTH, Optional.of("childcare-subsidy")))
        .isEqualTo(new Functions(List.of(SUBSIDY), List.of()));
    assertThat(Functions.chosen(BOTH, Optional.of("minimum-living-allowance, childcare-subsidy")))
        .isEqualTo(new Functions(BOTH, List.of()));
  }

  @Test
  void screening_alone_needs_every_policy_and_assesses_none() {
    assertThat(Functions.chosen(BOTH, Optional.of("screen")))
        .isEqualTo(new Functions(List.of(), BOTH));
    assertThat(Functions.chosen(BOTH, Optional.of("childcare-subsidy,screen")))
        .isEqualTo(new Functions(List.of(SUBSIDY), BOTH));
  }

  @Test
  void a_name_that_the_process_does_not_have_stops_the_start() {
    assertThatThrownBy(() -> Functions.chosen(BOTH, Optional.of("childcare-subsidy,pension")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("MINSHENG_FUNCTIONS names what this process does not have: pension");
  }
}
