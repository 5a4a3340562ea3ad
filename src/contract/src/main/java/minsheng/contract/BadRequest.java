package minsheng.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that has no answer, and the problem document that it must get.
 *
 * @param faults {@code pointer code} of each fault, in any order
 * @param near a name that the document must propose
 */
@SuppressWarnings("ArrayRecordComponent") // a row of a table, compared by nobody
record BadRequest(
    String name,
    String method,
    String path,
    @Nullable String contentType,
    byte[] body,
    int status,
    String type,
    List<String> faults,
    @Nullable String near) {

  /** Stands in facts wherever a text can; it must never be found in a log. */
  static final String MARKER = "secret-fact-7391";

  private static final String ASSESS = "/v1/policies/childcare-subsidy/assess";
  private static final String SCREEN = "/v1/screen";
  private static final String JSON = "application/json";

  static List<BadRequest> all() {
    return List.of(
        malformed("malformed JSON", "{\"facts\": {]}"),
        malformed("truncated JSON", "{\"facts\": {\"dwellingSchool\": \"" + MARKER),
        malformed(
            "a duplicate key",
            "{\"facts\": {\"dwellingSchool\": \"" + MARKER + "\", \"dwellingSchool\": \"x\"}}"),
        malformed("NaN", "{\"facts\": {\"householdMonthlyIncomeYuan\": NaN}}"),
        malformed("Infinity", "{\"facts\": {\"householdMonthlyIncomeYuan\": Infinity}}"),
        malformed("a second document behind the first", "{\"facts\": {}} {\"facts\": {}}"),
        malformed("an empty body", ""),
        malformed("blanks alone", "  \n "),
        new BadRequest(
            "bytes that are no UTF-8",
            "POST",
            ASSESS,
            JSON,
            new byte[] {'{', '"', (byte) 0xC3, '"', '}'},
            400,
            "malformed-json",
            List.of(),
            null),
        limit(
            "nesting over its limit",
            "{\"facts\": {\"children\": " + "[".repeat(40) + "]".repeat(40) + "}}"),
        limit(
            "a number of too many digits",
            facts("\"householdMonthlyIncomeYuan\": " + "9".repeat(300))),
        limit("a text over its limit", facts("\"dwellingSchool\": \"" + MARKER.repeat(200) + "\"")),
        invalid("the body is no object", "[]", " wrong-type"),
        invalid("facts are missing", "{}", "/facts missing-field"),
        invalid("facts are a list", "{\"facts\": []}", "/facts wrong-type"),
        unknown(
            "an unknown fact",
            facts("\"childern\": []"),
            "/facts/childern unknown-fact",
            "children"),
        unknown(
            "a mis-cased fact",
            facts("\"Children\": []"),
            "/facts/Children unknown-fact",
            "children"),
        unknown(
            "an unknown fact of an entry",
            facts("\"children\": [{\"birthdate\": \"2024-01-01\"}]"),
            "/facts/children/0/birthdate unknown-fact",
            "birthDate"),
        unknown(
            "an unknown fact that resembles none",
            facts("\"" + MARKER + "\": 1"),
            "/facts/" + MARKER + " unknown-fact",
            null),
        unknown(
            "an unknown field",
            "{\"facts\": {}, \"asof\": \"2025-01-01\"}",
            "/asof unknown-field",
            "asOf"),
        unknown(
            "an unknown parameter in whatIf",
            "{\"facts\": {}, \"whatIf\": {\"maxMonth\": 24}}",
            "/whatIf/maxMonth unknown-parameter",
            "maxMonths"),
        invalid(
            "a text for a list",
            facts("\"children\": \"" + MARKER + "\""),
            "/facts/children wrong-type"),
        invalid(
            "a number for an entry", facts("\"children\": [1]"), "/facts/children/0 wrong-type"),
        invalid(
            "a text for a number",
            facts("\"householdMonthlyIncomeYuan\": \"2000\""),
            "/facts/householdMonthlyIncomeYuan wrong-type"),
        invalid(
            "a fraction for a whole number",
            facts("\"householdSize\": 2.5"),
            "/facts/householdSize wrong-type"),
        invalid(
            "a number for a truth", facts("\"ownsVehicle\": 0"), "/facts/ownsVehicle wrong-type"),
        new BadRequest(
            "a wrong enum",
            "POST",
            ASSESS,
            JSON,
            bytes(facts("\"parentsRegistration\": \"both-habin\"")),
            422,
            "invalid-values",
            List.of("/facts/parentsRegistration unknown-value"),
            "both-harbin"),
        invalid(
            "an impossible date",
            facts("\"birthDate\": \"2025-02-30\""),
            "/facts/birthDate impossible-date"),
        invalid(
            "an impossible month",
            facts("\"contributionMonth\": \"2025-13\""),
            "/facts/contributionMonth impossible-date"),
        invalid(
            "a date in words",
            facts("\"birthDate\": \"" + MARKER + "\""),
            "/facts/birthDate wrong-type"),
        invalid(
            "a date before 1900",
            facts("\"birthDate\": \"1899-12-31\""),
            "/facts/birthDate date-out-of-range"),
        invalid(
            "a date after 2100",
            facts("\"birthDate\": \"2101-01-01\""),
            "/facts/birthDate date-out-of-range"),
        invalid(
            "asOf that is no day",
            "{\"facts\": {}, \"asOf\": \"2025-02-29\"}",
            "/asOf impossible-date"),
        invalid(
            "negative money",
            facts("\"householdMonthlyIncomeYuan\": -0.01"),
            "/facts/householdMonthlyIncomeYuan out-of-range"),
        invalid(
            "money of three decimals",
            facts("\"householdMonthlyIncomeYuan\": 0.001"),
            "/facts/householdMonthlyIncomeYuan too-many-decimals"),
        invalid(
            "1e400",
            facts("\"householdMonthlyIncomeYuan\": 1e400"),
            "/facts/householdMonthlyIncomeYuan out-of-range"),
        invalid(
            "1e-400",
            facts("\"householdMonthlyIncomeYuan\": 1e-400"),
            "/facts/householdMonthlyIncomeYuan too-many-decimals"),
        invalid(
            "1e999999999",
            facts("\"householdMonthlyIncomeYuan\": 1e999999999"),
            "/facts/householdMonthlyIncomeYuan out-of-range"),
        invalid(
            "nobody in a household",
            facts("\"householdSize\": 0"),
            "/facts/householdSize out-of-range"),
        invalid(
            "a count beyond any",
            facts("\"householdSize\": 99999999999"),
            "/facts/householdSize out-of-range"),
        invalid(
            "a list over its limit",
            facts("\"children\": [" + "{},".repeat(100) + "{}]"),
            "/facts/children too-many-entries"),
        invalid(
            "a text longer than any name",
            facts("\"dwellingSchool\": \"" + MARKER.repeat(10) + "\""),
            "/facts/dwellingSchool text-too-long"),
        invalid(
            "a division that is no code",
            facts("\"registrationDivision\": \"" + MARKER + "\""),
            "/facts/registrationDivision wrong-type"),
        invalid(
            "a former division",
            facts("\"registrationDivision\": \"230105\""),
            "/facts/registrationDivision unknown-division"),
        invalid(
            "the city for a division",
            facts("\"registrationDivision\": \"230100\""),
            "/facts/registrationDivision unknown-division"),
        invalid(
            "a supposed value of the wrong type",
            "{\"facts\": {}, \"whatIf\": {\"maxMonths\": \"24\"}}",
            "/whatIf/maxMonths wrong-type"),
        invalid(
            "nothing for a supposed value",
            "{\"facts\": {}, \"whatIf\": {\"maxMonths\": null}}",
            "/whatIf/maxMonths wrong-type"),
        new BadRequest(
            "every fault at once",
            "POST",
            ASSESS,
            JSON,
            bytes(
                "{\"asOf\": \"yesterday\", \"facts\": {\"childs\": [], \"householdSize\": 0, \"children\": [{\"birthDate\":"
                    + " \"2025-02-30\", \"sex\": \"fmale\"}, {\"birthDate\": 1}]}}"),
            400,
            "invalid-request",
            List.of(
                "/asOf wrong-type",
                "/facts/childs unknown-fact",
                "/facts/householdSize out-of-range",
                "/facts/children/0/birthDate impossible-date",
                "/facts/children/0/sex unknown-value",
                "/facts/children/1/birthDate wrong-type"),
            "children"),
        malformed("half of a character in a name", facts("\"\\ud83d\": 1")),
        invalid(
            "half of a character in a value",
            facts("\"registrationDivision\": \"\\ud83d\""),
            "/facts/registrationDivision wrong-type"),
        new BadRequest(
            "a body over 64 KiB",
            "POST",
            ASSESS,
            JSON,
            bytes(facts("") + " ".repeat(64 * 1024)),
            413,
            "body-too-large",
            List.of(),
            null),
        new BadRequest(
            "a body of 4 MiB",
            "POST",
            ASSESS,
            JSON,
            bytes(facts("") + " ".repeat(4 * 1024 * 1024)),
            413,
            "body-too-large",
            List.of(),
            null),
        new BadRequest(
            "another content type",
            "POST",
            ASSESS,
            "text/plain",
            bytes("{\"facts\": {}}"),
            415,
            "unsupported-media-type",
            List.of(),
            null),
        new BadRequest(
            "a form",
            "POST",
            ASSESS,
            "application/x-www-form-urlencoded",
            bytes("facts=1"),
            415,
            "unsupported-media-type",
            List.of(),
            null),
        new BadRequest(
            "a form that cannot be read",
            "POST",
            ASSESS,
            "application/x-www-form-urlencoded",
            bytes("facts=%zz&%"),
            415,
            "unsupported-media-type",
            List.of(),
            null),
        new BadRequest(
            "no content type",
            "POST",
            ASSESS,
            null,
            bytes("{\"facts\": {}}"),
            415,
            "unsupported-media-type",
            List.of(),
            null),
        new BadRequest(
            "another method",
            "PUT",
            ASSESS,
            JSON,
            bytes("{\"facts\": {}}"),
            405,
            "method-not-allowed",
            List.of(),
            null),
        new BadRequest(
            "reading an assessment",
            "GET",
            ASSESS,
            null,
            bytes(""),
            405,
            "method-not-allowed",
            List.of(),
            null),
        new BadRequest(
            "writing a policy",
            "DELETE",
            "/v1/policies/childcare-subsidy",
            null,
            bytes(""),
            405,
            "method-not-allowed",
            List.of(),
            null),
        screening(
            "a screening of an unknown policy",
            "{\"facts\": {}, \"policies\": [\"childcare-subsidi\"]}",
            400,
            "/policies/0 unknown-policy",
            "childcare-subsidy"),
        screening(
            "a screening of no list",
            "{\"facts\": {}, \"policies\": \"childcare-subsidy\"}",
            422,
            "/policies wrong-type",
            null),
        screening(
            "a supposed value of an unknown policy in a screening",
            "{\"facts\": {}, \"whatIf\": {\"childcare-subsidi\": {}}}",
            400,
            "/whatIf/childcare-subsidi unknown-policy",
            "childcare-subsidy"),
        screening(
            "a supposed value without its policy in a screening",
            "{\"facts\": {}, \"whatIf\": {\"childcare-subsidy\": {\"maxMonth\": 24}}}",
            400,
            "/whatIf/childcare-subsidy/maxMonth unknown-parameter",
            "maxMonths"),
        screening("a screening without facts", "{}", 422, "/facts missing-field", null),
        screening(
            "a fact of a screening that is none",
            facts("\"" + MARKER + "\": 1"),
            400,
            "/facts/" + MARKER + " unknown-fact",
            null),
        interview("skip"),
        interview("situations"),
        new BadRequest(
            "reading a screening",
            "GET",
            SCREEN,
            null,
            bytes(""),
            405,
            "method-not-allowed",
            List.of(),
            null),
        new BadRequest(
            "an unknown policy",
            "POST",
            "/v1/policies/childcare-subsidi/assess",
            JSON,
            bytes("{\"facts\": {}}"),
            404,
            "unknown-policy",
            List.of(),
            "childcare-subsidy"),
        new BadRequest(
            "an unknown path",
            "GET",
            "/v1/polices",
            null,
            bytes(""),
            404,
            "unknown-path",
            List.of(),
            null),
        new BadRequest(
            "a path outside",
            "GET",
            "/" + MARKER,
            null,
            bytes(""),
            404,
            "unknown-path",
            List.of(),
            null),
        new BadRequest(
            "a path with a blank in it",
            "GET",
            "/v1/policies/childcare%20subsidy",
            null,
            bytes(""),
            404,
            "unknown-policy",
            List.of(),
            "childcare-subsidy"));
  }

  private static BadRequest screening(
      String name, String body, int status, String fault, @Nullable String near) {
    String type = status == 400 ? "invalid-request" : "invalid-values";
    return new BadRequest(
        name, "POST", SCREEN, JSON, bytes(body), status, type, List.of(fault), near);
  }

  /** An interview that names an unknown fact in one of its lists. */
  private static BadRequest interview(String list) {
    return new BadRequest(
        "an unknown fact in `" + list + "`",
        "POST",
        SCREEN + "/next",
        JSON,
        bytes("{\"facts\": {}, \"" + list + "\": [\"childern\"]}"),
        400,
        "invalid-request",
        List.of("/" + list + "/0 unknown-fact"),
        "children");
  }

  private static BadRequest malformed(String name, String body) {
    return new BadRequest(
        name, "POST", ASSESS, JSON, bytes(body), 400, "malformed-json", List.of(), null);
  }

  private static BadRequest limit(String name, String body) {
    return new BadRequest(
        name, "POST", ASSESS, JSON, bytes(body), 400, "limit-exceeded", List.of(), null);
  }

  private static BadRequest unknown(String name, String body, String fault, @Nullable String near) {
    return new BadRequest(
        name, "POST", ASSESS, JSON, bytes(body), 400, "invalid-request", List.of(fault), near);
  }

  private static BadRequest invalid(String name, String body, String fault) {
    return new BadRequest(
        name, "POST", ASSESS, JSON, bytes(body), 422, "invalid-values", List.of(fault), null);
  }

  private static String facts(String facts) {
    return "{\"facts\": {" + facts + "}}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  boolean isScreening() {
    return path.startsWith(SCREEN);
  }

  /** The faults in an order of their own, so that two lists can be compared. */
  List<String> sortedFaults() {
    List<String> sorted = new ArrayList<>(faults);
    sorted.sort(null);
    return sorted;
  }

  @Override
  public String toString() {
    return name;
  }
}
