package minsheng.station;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of each policy's page. */
@QuarkusTest
class PolicyPageTest {

  @Test
  void a_policy_has_a_page() {
    raw()
        .get("/policies/senior-card")
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .body(containsString("<html lang=\"zh"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "senior-cards", "%E8%80%81%E5%B9%B4%E8%AF%81", "%3Cscript%3E"})
  void what_is_no_policy_has_a_page_that_says_so(String id) {
    raw()
        .get("/policies/" + id)
        .then()
        .statusCode(404)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("<html lang=\"zh"));
  }

  @Test
  void the_head_is_that_of_the_page() {
    raw().head("/policies/senior-card").then().statusCode(200).body(emptyString());
    raw().head("/policies/senior-cards").then().statusCode(404).body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void it_can_only_be_read(String method) {
    raw()
        .request(method, "/policies/senior-card")
        .then()
        .statusCode(405)
        .header("Allow", "GET, HEAD");
  }

  @Test
  void nothing_lies_below_it() {
    raw()
        .get("/policies/senior-card/assess")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:minsheng:problem:unknown-path"));
  }

  private static RequestSpecification raw() {
    return RestAssured.given().urlEncodingEnabled(false);
  }
}
