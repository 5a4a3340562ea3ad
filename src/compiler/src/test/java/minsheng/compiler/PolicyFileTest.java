package minsheng.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a policy.yaml ends the build, with the file, the entry and the fault named. */
class PolicyFileTest {

  private static final String FILE = "functions/minimum-living-allowance/policy.yaml: ";
  private static final String COUNTY_URBAN = FILE + "parameters[2] `countyUrbanStandardYuan`: ";
  private static final String METHOD = FILE + "parameters[4] `calculationMethod`";

  private final LawCopy law;

  PolicyFileTest(@TempDir Path functions) throws IOException {
    law = LawCopy.of("minimum-living-allowance", functions);
  }

  @Test
  void theRealPoliciesHaveNoFault() throws IOException {
    Vocabulary vocabulary = Vocabulary.read(LawCopy.FUNCTIONS);

    for (Path folder : PolicyFile.folders(LawCopy.FUNCTIONS, "*")) {
      assertThatCode(() -> PolicyFile.read(folder, vocabulary))
          .as(folder.getFileName().toString())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void everyRealPolicyIsFoundAndOneCanBeNamed() throws IOException {
    assertThat(PolicyFile.folders(LawCopy.FUNCTIONS, "*"))
        .extracting(folder -> folder.getFileName().toString())
        .contains("childcare-subsidy", "minimum-living-allowance", "public-rental-eligibility")
        .isSorted();
    assertThat(PolicyFile.folders(LawCopy.FUNCTIONS, "childcare-subsidy"))
        .containsExactly(LawCopy.FUNCTIONS.resolve("childcare-subsidy"));
    assertThat(PolicyFile.folders(LawCopy.FUNCTIONS, "childcare")).isEmpty();
  }

  // Time

  /** It overlaps by one day, has no end, or ends later than the next begins. */
  @ParameterizedTest
  @ValueSource(strings = {"\"2025-04-11\"", "null", "\"2026-04-10\""})
  void aValueThatHoldsBeyondTheBeginningOfTheNext(String end) throws IOException {
    law.replace("effectiveTo: \"2025-04-10\"", "effectiveTo: " + end);

    assertThat(law.fault())
        .startsWith(COUNTY_URBAN + "values[1]: holds from 2025-04-11")
        .contains("values[0] holds to " + end.replace("\"", ""));
  }

  @Test
  void aSecondValueThatHasNoBeginning() throws IOException {
    law.replace(
        "value: 780\n    effectiveFrom: \"2025-04-11\"", "value: 780\n    effectiveFrom: null");

    assertThat(law.fault()).startsWith(COUNTY_URBAN + "values[1]: holds from null");
  }

  @Test
  void anEndBeforeTheBeginning() throws IOException {
    law.replace(
        "value: 780\n    effectiveFrom: \"2025-04-11\"\n    effectiveTo: null",
        "value: 780\n    effectiveFrom: \"2025-04-11\"\n    effectiveTo: \"2025-04-10\"");

    assertThat(law.fault())
        .isEqualTo(
            COUNTY_URBAN
                + "values[1]: `effectiveTo` 2025-04-10 is before `effectiveFrom` 2025-04-11");
  }

  @Test
  void aDayIsAllowedToBeTheFirstAndTheLast() throws IOException {
    law.replace(
        "value: 780\n    effectiveFrom: \"2025-04-11\"\n    effectiveTo: null",
        "value: 780\n    effectiveFrom: \"2025-04-11\"\n    effectiveTo: \"2025-04-11\"");

    assertThatCode(law::read).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-30", "11.04.2025", "2025-04"})
  void aDayThatDoesNotExist(String day) throws IOException {
    law.replace("effectiveFrom: \"2025-04-11\"", "effectiveFrom: \"" + day + "\"");

    assertThat(law.fault())
        .startsWith(FILE + "parameters[0] `districtUrbanStandardYuan`.values[0]: `effectiveFrom`")
        .contains(day);
  }

  // Bounds

  @Test
  void anAmountWithoutItsBound() throws IOException {
    law.replace("  atMost: ", "  # ");

    assertThat(law.fault())
        .isEqualTo(
            FILE + "result[4] `monthlyYuan`: an amount or a count needs its bound, `atMost`");
  }

  @ParameterizedTest
  @CsvSource({
    "tierYuan × householdSise, householdSise",
    "tierYuan * householdSize, tierYuan * householdSize",
    "tierYuan + -1, -1",
  })
  void aBoundThatNamesWhatThereIsNot(String bound, String term) throws IOException {
    law.replace("  atMost: ", "  atMost: " + bound + " # ");

    assertThat(law.fault())
        .startsWith(FILE + "result[4] `monthlyYuan`: `atMost` is a sum of products")
        .contains("`" + term + "` is no fact, no parameter and no whole number");
  }

  @Test
  void aBoundOfFactsParametersAndWholeNumbers() throws IOException {
    law.replace("  atMost: ", "  atMost: tierYuan × householdSize + 12 # ");

    assertThatCode(law::read).doesNotThrowAnyException();
  }

  // Roles

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "standardProvisional | chief | `role` is `chief`; allowed: deadline, end, headline, start",
        "standardProvisional | headline | `role: headline` needs the type number or integer",
        "standardYuan | headline | a headline is what is granted, and not `explanatory`",
        "standardYuan | start | `role: start` needs the type date or month",
        "standardYuan | end | `role: end` needs the type date or month",
        "standardYuan | deadline | `role: deadline` needs the type date",
      })
  void aRoleThatAFieldCannotHave(String field, String role, String fault) throws IOException {
    giveRole(field, role);

    assertThat(law.faults())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(FILE + "result[")
                    .endsWith("`" + field + "`: " + fault));
  }

  @Test
  void aRoleThatTwoFieldsHave() throws IOException {
    giveRole("perCapitaMonthlyIncomeYuan", "headline");

    assertThat(law.faults())
        .contains(FILE + "`result`: `monthlyYuan` is another headline in the same place");
  }

  private void giveRole(String field, String role) throws IOException {
    String name = "- name: " + field + "\n";
    law.replace(name, name + "  role: " + role + "\n");
  }

  // What stands beside other policies

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "- policy: extreme-poverty-support; - policy: disability-living-subsidy; `exclusions` gives the clause for each of `cannotBeHeldTogetherWith`",
        "cannotBeHeldTogetherWith:\\n- extreme-poverty-support; cannotBeHeldTogetherWith: []; `exclusions` gives the clause for each of `cannotBeHeldTogetherWith`",
        "exclusions:\\n- policy: extreme-poverty-support\\n  clause: GF2016-14\\n; ''; `exclusions` gives the clause for each of `cannotBeHeldTogetherWith`",
        "clause: GF2016-14; clause: GF2016-15; exclusions[0] `extreme-poverty-support`: `clause` is `GF2016-15`, but no clause has this id",
        "clause: GF2016-14; clause: GF2016-14\\n- policy: extreme-poverty-support\\n  clause: SHJZ-9; exclusions[1] `extreme-poverty-support`: this policy stands twice",
        "notes:; 'includes: [Dibao]\\nnotes:'; `includes`: `Dibao` is no id",
      })
  void aWordOnAnotherPolicyThatIsWrong(String text, String by, String fault) throws IOException {
    law.replace(text.translateEscapes(), by.translateEscapes());

    assertThat(law.faults()).anySatisfy(line -> assertThat(line).startsWith(FILE + fault));
  }

  @Test
  void anotherPolicyWhoseAmountIsContained() throws IOException {
    law.replace("notes:", "includes:\n- disability-living-subsidy\nnotes:");

    assertThat(law.read().includes).containsExactly("disability-living-subsidy");
  }

  // Parameters of the kernel's own types

  @Test
  void aLeapDayWithOtherReadingsThanTheKernelHas() throws IOException {
    law.replace("name: calculationMethod", "name: leapDayAnniversary");

    assertThat(law.faults())
        .contains(FILE + "parameters[4] `leapDayAnniversary`: `allowed` must be feb28, mar1");
  }

  // Clauses

  @Test
  void aSourceThatIsNoClause() throws IOException {
    law.replace("source: S3-2-11", "source: S3-2-12");

    assertThat(law.fault())
        .isEqualTo(
            FILE
                + "parameters[0] `districtUrbanStandardYuan`.values[0]: `source` is `S3-2-12`, but no clause has this id");
  }

  @Test
  void aBasisThatIsNoClause() throws IOException {
    law.replace("  basis:\n  - SHJZ-9\n", "  basis:\n  - SHJZ-9\n  - SHJZ-8\n");

    assertThat(law.fault())
        .isEqualTo(
            FILE
                + "reasons[0] `income-below-standard`: `basis` names `SHJZ-8`, but no clause has this id");
  }

  @Test
  void aReasonWithoutAnyClause() throws IOException {
    law.replace("  basis:\n  - SHJZ-9\n", "  basis: []\n");

    assertThat(law.fault())
        .startsWith(FILE + "reasons[0] `income-below-standard`: ")
        .contains("clause");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'  summary: 向户籍所在地的乡镇(街道)申请', clauses[2] `SHJZ-11`: a clause without `quote` needs a `summary`",
    "'  seed: 003_66a1b54a6aa21bc3.txt', clauses[0] `S3-2-11`: a SEED clause needs its `seed`",
    "'  address: https://chinahlj.cn/news/820797.html', clauses[6] `P12-income`: a PUBLIC clause needs its `address`",
  })
  void aClauseThatDoesNotShowWhatItRestsOn(String line, String fault) throws IOException {
    law.replace(line + "\n", "");

    assertThat(law.fault()).startsWith(FILE + fault);
  }

  // Values out of their list

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "kind: subsidy; kind: gift; `kind` is `gift`; eligibility",
        "positiveOutcome: eligible; positiveOutcome: granted; `positiveOutcome` is `granted`; computed",
        "evidence: SEED; evidence: SEEN; parameters[0] `districtUrbanStandardYuan`.values[0]: `evidence` is `SEEN`; KNOWN",
        "dateEvidence: start-unknown; dateEvidence: guessed; parameters[2] `countyUrbanStandardYuan`.values[0]: `dateEvidence` is `guessed`; assumed-whole-year",
        "type: enum; type: choice; parameters[4] `calculationMethod`: `type` is `choice`; enum",
        "status: unconfigured; status: unknown; parameters[5] `tierYuan`: `status` is `unknown`; unconfigured",
      })
  void aWordOutOfItsList(String text, String by, String fault, String allowed) throws IOException {
    law.replace(text, by);

    assertThat(law.faults())
        .anySatisfy(line -> assertThat(line).startsWith(FILE + fault).contains("allowed", allowed));
  }

  @Test
  void aTypeOfAResultOutOfItsList() throws IOException {
    law.replace("  labelZh: 标准是否暂时执行\n  type: boolean", "  labelZh: 标准是否暂时执行\n  type: flag|null");

    assertThat(law.fault())
        .startsWith(
            FILE + "result[1] `standardProvisional`: `type` is `flag|null`; allowed: boolean")
        .contains("|null");
  }

  @Test
  void anEvidenceOfAClauseOutOfItsList() throws IOException {
    law.replace("  evidence: SEED\n  seed:", "  evidence: OPERATOR\n  seed:");

    assertThat(law.fault()).startsWith(FILE + "clauses[0] `S3-2-11`: `evidence` is `OPERATOR`");
  }

  // Values

  @Test
  void aChoiceThatIsNotAllowed() throws IOException {
    law.replace("value: difference\n    effectiveFrom", "value: average\n    effectiveFrom");

    assertThat(law.fault())
        .isEqualTo(
            METHOD + ".values[0]: `value` is `average`, expected: enum of difference, tiers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"860\"", "true", "860 yuan", "[860]", "null"})
  void anAmountThatIsNoNumber(String value) throws IOException {
    law.replace("value: 860", "value: " + value);

    assertThat(law.fault())
        .startsWith(FILE + "parameters[0] `districtUrbanStandardYuan`.values[0]: `value` is ")
        .endsWith("expected: number");
  }

  @Test
  void anAmountInYuanWithThreeDecimals() throws IOException {
    law.replace("value: 860", "value: 860.005");

    assertThat(law.fault())
        .isEqualTo(
            FILE
                + "parameters[0] `districtUrbanStandardYuan`.values[0]: `value` is `860.005`, expected: number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"860.05", "860.50", "860.500"})
  void anAmountInYuanWithTwoDecimalsIsRight(String value) throws IOException {
    law.replace("value: 860", "value: " + value);

    assertThatCode(law::read).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource({
    "maxMonths, 36, 36.5, integer",
    "maxMonths, 36, \"36\", integer",
    "birthStart, \"2021-10-29\", \"2021-10-32\", date",
    "birthStart, \"2021-10-29\", 2021, date",
    "birthStartInclusive, true, \"yes\", boolean",
    "birthStartInclusive, true, 1, boolean",
    "singleRegistrationFactor, 0.5, half, number",
  })
  void aValueOfAnotherType(
      String name, String right, String wrong, String type, @TempDir Path folder)
      throws IOException {
    LawCopy childcare = LawCopy.of("childcare-subsidy", folder);
    childcare.replace(
        "- value: " + right + "\n    effectiveFrom: null",
        "- value: " + wrong + "\n    effectiveFrom: null");

    assertThat(childcare.fault())
        .startsWith("functions/childcare-subsidy/policy.yaml: parameters[")
        .contains("`" + name + "`.values[0]: `value` is ")
        .endsWith("expected: " + type);
  }

  @Test
  void aListWithAnElementOfAnotherType(@TempDir Path folder) throws IOException {
    LawCopy rental = LawCopy.of("public-rental-eligibility", folder);
    rental.replace("- \"230108\"", "- \"2301\"");

    assertThat(rental.fault())
        .startsWith(
            "functions/public-rental-eligibility/policy.yaml: parameters[3] `mainSixDistrictCodes`.values[0]: ")
        .endsWith("expected: list of divisions");
  }

  @Test
  void aValueOfAParameterThatIsSaidToBeUnconfigured() throws IOException {
    law.replace("  values:\n  - value: 860", "  status: unconfigured\n  values:\n  - value: 860");

    assertThat(law.fault())
        .startsWith(FILE + "parameters[0] `districtUrbanStandardYuan`: ")
        .contains("unconfigured");
  }

  @Test
  void aParameterWithoutAnyValueThatIsNotSaidToBeUnconfigured() throws IOException {
    law.replace("  status: unconfigured\n", "");

    assertThat(law.fault())
        .startsWith(FILE + "parameters[5] `tierYuan`: ")
        .contains("unconfigured");
  }

  @Test
  void aParameterWithoutAnyValueThatNamesNoClause() throws IOException {
    law.replace("  clause: P21-23\n", "");

    assertThat(law.fault())
        .isEqualTo(
            FILE
                + "parameters[5] `tierYuan`: `clause`, the one that leaves the value open, stands exactly where there are no `values`");
  }

  @Test
  void aParameterWithoutAnyValueThatNamesAClauseThatIsNotThere() throws IOException {
    law.replace("  clause: P21-23\n", "  clause: P21-24\n");

    assertThat(law.fault())
        .isEqualTo(
            FILE + "parameters[5] `tierYuan`: `clause` is `P21-24`, but no clause has this id");
  }

  @Test
  void aRangeThatIsNone() throws IOException {
    law.replace("  clause: P21-23\n", "  clause: P21-23\n  range: 0-9\n");

    assertThat(law.fault())
        .isEqualTo(FILE + "parameters[5] `tierYuan`: `range` is `0-9`; write ≥ 0, > 0 or 1–4");
  }

  // Keys and names

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "audience:, audiences:, unknown key `audiences`",
    "provisional: true, provisionl: true, parameters[0] `districtUrbanStandardYuan`.values[0]: unknown key `provisionl`",
    "recommendedDefaultReason:, recommendedReason:, parameters[4] `calculationMethod`: unknown key `recommendedReason`",
    "explanatory: true, explanatry: true, result[0] `standardYuan`: unknown key `explanatry`",
    "number: 国务院令第649号, numbr: 国务院令第649号, clauses[1] `SHJZ-9`: unknown key `numbr`",
  })
  void aKeyThatIsMisspelt(String text, String by, String fault) throws IOException {
    law.replace(text, by);

    assertThat(law.faults()).contains(FILE + fault);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "authority:, `authority` must be a text",
    "'  meaning: Standard, nine districts, urban', parameters[0] `districtUrbanStandardYuan`: `meaning` must be a text",
    "'  needed: always', facts[0] `registrationDivision`: `needed` must be a text",
    "'  en: Per-capita income is below the standard.', reasons[0] `income-below-standard`: `en` must be a text",
    "'  recommendedDefaultReasonZh: 第十二条规定按差额发给;也可以分档,由当地定。', parameters[4] `calculationMethod`: `recommendedDefaultReasonZh` must be a text",
    "'    zh: 标准减人均收入,再乘人数', parameters[4] `calculationMethod`.allowed[0] `difference`: `zh` must be a text",
    "'- 九区原来的标准没有写明。', '`openQuestionsZh` must say in Chinese what `openQuestions` says, one for one'",
  })
  void aKeyThatIsMissing(String line, String fault) throws IOException {
    law.replace(line, "  # " + line.trim());

    assertThat(law.faults()).contains(FILE + fault);
  }

  @Test
  void aKeyThatStandsTwice() throws IOException {
    law.replace("kind: subsidy", "kind: subsidy\nkind: leave");

    assertThat(law.fault()).startsWith(FILE).contains("Duplicate", "kind").contains("line 5");
  }

  @Test
  void aFileThatIsNoYaml() throws IOException {
    law.replace("kind: subsidy", "kind: [subsidy");

    assertThat(law.faults()).first().asString().startsWith(FILE);
    assertThat(law.faults().getLast()).matches(".*line \\d+");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "- name: countyRuralStandardYuan, - name: countyUrbanStandardYuan, parameters[3] `countyUrbanStandardYuan`: this name stands twice",
    "- code: zero-income, - code: income-below-standard, reasons[2] `income-below-standard`: this code stands twice",
    "- id: SHJZ-11, - id: SHJZ-9, clauses[2] `SHJZ-9`: this id stands twice",
    "- name: householdSize, - name: registrationType, facts[2] `registrationType`: this name stands twice",
    "- name: standardProvisional, - name: standardYuan, result[1] `standardYuan`: this name stands twice",
  })
  void aNameThatStandsTwice(String text, String by, String fault) throws IOException {
    law.replace(text, by);

    assertThat(law.faults()).contains(FILE + fault);
  }

  @Test
  void aFactThatIsNotInTheVocabulary() throws IOException {
    law.replace("- name: propertyWithinLimits", "- name: propertyWithinLimit");

    assertThat(law.fault())
        .isEqualTo(
            FILE
                + "facts[6] `propertyWithinLimit`: no fact of this name in functions/vocabulary.yaml");
  }

  @Test
  void aParameterOrACodeInTheWrongCase() throws IOException {
    law.replace("- name: calculationMethod", "- name: calculation-method")
        .replace("- code: zero-income", "- code: zeroIncome");

    assertThat(law.faults())
        .containsExactly(
            FILE + "parameters[4] `calculation-method`: a name is lowerCamelCase",
            FILE + "reasons[2] `zeroIncome`: a code is kebab-case");
  }

  @Test
  void anIdThatIsNotTheFolders() throws IOException {
    law.replace("id: minimum-living-allowance", "id: dibao");

    assertThat(law.fault())
        .isEqualTo(FILE + "`id` is `dibao`, but the folder is `minimum-living-allowance`");
  }

  @Test
  void aReasonThatDoesNotSayWhetherItSpeaksForTheBenefit() throws IOException {
    law.replace("  satisfied: true\n", "");

    assertThat(law.fault()).startsWith(FILE + "reasons[0] `income-below-standard`: `satisfied`");
  }

  @Test
  void aRelatedPolicyThatIsNoId() throws IOException {
    law.replace("- disability-living-subsidy", "- Disability Subsidy");

    assertThat(law.fault()).isEqualTo(FILE + "`relatedPolicies`: `Disability Subsidy` is no id");
  }

  // All at once

  @Test
  void everyFaultOfAFileIsNamedAtOnce() throws IOException {
    law.replace("kind: subsidy", "kind: gift")
        .replace("effectiveTo: \"2025-04-10\"", "effectiveTo: \"2025-04-11\"")
        .replace("source: S3-2-11", "source: S3-2-12")
        .replace("value: 648", "value: 648.125")
        .replace("- name: propertyWithinLimits", "- name: propertyWithinLimit")
        .replace("- code: zero-income", "- code: income-below-standard")
        .replace("audience:", "audiences:");

    assertThat(law.faults())
        .hasSize(8)
        .allSatisfy(fault -> assertThat(fault).startsWith(FILE))
        .anySatisfy(fault -> assertThat(fault).contains("`kind` is `gift`"))
        .anySatisfy(fault -> assertThat(fault).contains("`audience` must be a text"))
        .anySatisfy(fault -> assertThat(fault).contains("unknown key `audiences`"))
        .anySatisfy(fault -> assertThat(fault).contains("`countyUrbanStandardYuan`: values[1]"))
        .anySatisfy(fault -> assertThat(fault).contains("`S3-2-12`"))
        .anySatisfy(fault -> assertThat(fault).contains("`648.125`"))
        .anySatisfy(fault -> assertThat(fault).contains("`propertyWithinLimit`"))
        .anySatisfy(fault -> assertThat(fault).contains("this code stands twice"));
  }

  // The digest

  @Test
  void theDigestIsSixteenHexadecimalDigits() {
    assertThat(law.read().ruleset).matches("[0-9a-f]{16}");
  }

  @Test
  void theDigestDoesNotChangeWithCommentsAndLineBreaks() throws IOException {
    String before = law.read().ruleset;

    law.replace("kind: subsidy", "# what it is\n\nkind:   subsidy # money")
        .replace("evidence: SEED", "evidence: \"SEED\"");

    assertThat(law.read().ruleset).isEqualTo(before);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "value: 860, value: 860.01",
    "effectiveFrom: \"2025-04-11\", effectiveFrom: \"2025-04-12\"",
    "暂时执行860元/人月, 执行860元/人月",
    "needed: always, needed: sometimes",
  })
  void theDigestChangesWithTheData(String text, String by) throws IOException {
    String before = law.read().ruleset;

    law.replace(text, by);

    assertThat(law.read().ruleset).isNotEqualTo(before);
  }

  @Test
  void theDigestOfTheSameDataIsTheSameAnywhere(@TempDir Path elsewhere) throws IOException {
    LawCopy other = LawCopy.of("minimum-living-allowance", elsewhere);
    Files.delete(other.functions.resolve("divisions.yaml"));

    assertThat(other.read().ruleset).isEqualTo(law.read().ruleset);
  }
}
