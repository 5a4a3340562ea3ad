package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.List;
import minsheng.contract.Example;
import minsheng.contract.NativeContractSuite;
import org.junit.jupiter.api.Test;

/** The contract, of the station as one native image with every policy and the page. */
class NativeStationIT extends NativeContractSuite {

  @Test
  void every_policy_is_in_it() {
    List<String> ids =
        RestAssured.get(base().resolve("/v1/policies")).jsonPath().getList("policies.id");
    assertThat(ids).containsExactlyInAnyOrderElementsOf(Example.policies());
  }

  @Test
  void the_page_is_in_it() {
    assertThat(RestAssured.get(base()).asString()).contains("<html lang=\"zh");
  }

  @Test
  void the_page_of_a_policy_is_in_it() {
    assertThat(RestAssured.get(base().resolve("/policies/childcare-subsidy")).asString())
        .contains("<html lang=\"zh");
  }
}
