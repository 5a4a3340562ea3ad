package minsheng.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong in the vocabulary or in the divisions ends the build, with the file, the entry and
 * the fault named.
 */
class VocabularyTest {

  private static final String FILE = "functions/vocabulary.yaml: ";
  private static final String DIVISIONS = "functions/divisions.yaml: ";

  private final Path functions;
  private final Path sources;
  private final LawCopy law;

  VocabularyTest(@TempDir Path functions, @TempDir Path sources) throws IOException {
    this.functions = functions;
    this.sources = sources;
    law = LawCopy.of("minimum-living-allowance", functions);
  }

  @Test
  void theRealVocabularyAndTheRealDivisionsHaveNoFault() throws IOException {
    Vocabulary.read(LawCopy.FUNCTIONS).writeTo(sources);

    assertThat(Files.readString(sources.resolve("minsheng/kernel/Harbin.java")))
        .contains("new Division(\"230184\")");
    assertThat(Files.readString(sources.resolve("minsheng/vocabulary/Vocabulary.java")))
        .contains("\"children[].birthDate\"");
    assertThat(Files.readString(sources.resolve("minsheng/vocabulary/RegistrationType.java")))
        .contains("URBAN(\"urban\"");
  }

  @Test
  void whatIsWrittenAlreadyIsNotWrittenAgain() throws IOException {
    Vocabulary.read(functions).writeTo(sources);
    Path file = sources.resolve("minsheng/kernel/Harbin.java");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, longAgo);

    Vocabulary.read(functions).writeTo(sources);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);

    law.replaceInDivisions("en: Daoli", "en: Taoli");
    Vocabulary.read(functions).writeTo(sources);
    assertThat(Files.getLastModifiedTime(file)).isGreaterThan(longAgo);
    assertThat(Files.readString(file)).contains("Taoli");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "type: list of objects; type: list of things; facts[0] `children`: `type` is `list of things`; list of objects",
        "personalData: sensitive-personal; personalData: secret; facts[0] `children`: `personalData` is `secret`; sensitive-personal",
      })
  void aWordOutOfItsList(String text, String by, String fault, String allowed) throws IOException {
    law.replaceInVocabulary(text, by);

    assertThat(fault()).startsWith(FILE + fault).contains("allowed", allowed);
  }

  @Test
  void aFactThatStandsTwice() throws IOException {
    law.replaceInVocabulary("- name: children[].sex", "- name: children[].birthDate");

    assertThat(fault()).isEqualTo(FILE + "facts[2] `children[].birthDate`: this name stands twice");
  }

  @Test
  void aFieldOfAListThatThereIsNot() throws IOException {
    law.replaceInVocabulary("- name: children[].sex", "- name: childs[].sex");

    assertThat(fault()).isEqualTo(FILE + "`childs[].sex`: there is no list `childs`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Children", "children[].birth-date", "children.birthDate"})
  void aNameInTheWrongForm(String name) throws IOException {
    law.replaceInVocabulary("- name: children[].sex", "- name: " + name);

    assertThat(faults())
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith(FILE + "facts[2] `" + name + "`: ")
                    .contains("lowerCamelCase"));
  }

  @Test
  void aRangeThatNobodyCanRead() throws IOException {
    law.replaceInVocabulary("range: ≥ 0", "range: some");

    assertThat(fault()).startsWith(FILE + "facts[").contains("`range` is `some`");
  }

  @Test
  void aDefaultWithoutItsReason() throws IOException {
    law.replaceInVocabulary("  defaultReason: the ordinary case; asked only as an exception\n", "");

    assertThat(fault())
        .startsWith(FILE + "facts[6] `children[].relation`: ")
        .contains("`defaultReason`");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "default: born-to-couple, default: born-to-nobody, facts[6] `children[].relation`",
    "default: true, default: 7, facts[8] `children[].bornWithinPolicy`",
    "default: true, default: maybe, facts[8] `children[].bornWithinPolicy`",
    "default: asOf, default: today, facts[9] `children[].applicationDate`",
    "default: asOf, default: 0.5, facts[9] `children[].applicationDate`",
  })
  void aDefaultThatItsFactCannotHave(String text, String by, String entry) throws IOException {
    law.replaceInVocabulary(text, by);

    assertThat(fault()).startsWith(FILE + entry).contains("default");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "householdSize; kind: amount, towards: higher, zh: '再多{by}人'; AMOUNT, Attainable.Towards.HIGHER, List.of(), \"再多{by}人\"",
        "isOnlyChild; kind: document, values: [true], zh: 可以办证; DOCUMENT, null, List.of(true), \"可以办证\"",
        "sex; kind: document, values: [female, male], zh: 可以办证; DOCUMENT, null, List.of(Sex.FEMALE, Sex.MALE), \"可以办证\"",
        "dwellingDivision; kind: registration, values: ['230102'], zh: 迁入道里区; REGISTRATION, null, List.of(new Division(\"230102\")), \"迁入道里区\"",
        "dwellingDivision; kind: registration, values: [harbin], zh: 迁入哈尔滨; REGISTRATION, null, Harbin.DIVISIONS.stream().<Object>map(Division.OfHarbin::division).toList(), \"迁入哈尔滨\"",
      })
  void whatCanBeAttainedIsWrittenInTheTypeOfItsFact(String fact, String attainable, String java)
      throws IOException {
    attain(fact, attainable);
    Vocabulary.read(functions).writeTo(sources);

    assertThat(Files.readString(sources.resolve("minsheng/vocabulary/Vocabulary.java")))
        .contains("new Attainable(Attainable.Kind." + java + ")");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "householdSize; kind: luck, towards: lower, zh: '少{by}人'; `kind` is `luck`",
        "householdSize; kind: amount, towards: down, zh: '少{by}人'; `towards` is `down`",
        "isOnlyChild; kind: amount, towards: lower, zh: '少{by}个'; `towards` is for a number or an integer",
        "householdSize; kind: amount, values: [3], zh: 到三人; `values` are for a boolean, an enum or a division",
        "isOnlyChild; kind: document, values: [female], zh: 可以办证; `values` has `female`, expected: boolean",
        "sex; kind: document, values: [other], zh: 可以办证; `values` has `other`, expected: enum of female, male",
        "dwellingDivision; kind: registration, values: [harbin, '230102'], zh: 迁入; `values` has `harbin`, expected: division",
        "isOnlyChild; kind: document, values: [], zh: 可以办证; `values` must be a list of one value at least",
        "isOnlyChild; kind: document, values: true, zh: 可以办证; `values` must be a list of one value at least",
        "isOnlyChild; kind: document, zh: 可以办证; either `towards` or `values`",
        "householdSize; kind: amount, towards: lower, values: [1], zh: '少{by}人'; either `towards` or `values`",
        "householdSize; kind: amount, towards: lower, zh: 少几人; `zh` has `{by}`, the place of the difference, exactly with `towards`",
        "isOnlyChild; kind: document, values: [true], zh: '可以{by}'; `zh` has `{by}`, the place of the difference, exactly with `towards`",
        "isOnlyChild; kind: document, values: [true], zh: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一; `zh` has 31 characters",
        "isOnlyChild; kind: document, values: [true]; `zh` must be a text",
        "isOnlyChild; kind: document, value: [true], zh: 可以办证; unknown key `value`",
      })
  void whatCannotBeAttainedSo(String fact, String attainable, String fault) throws IOException {
    attain(fact, attainable);

    assertThat(faults())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(FILE + "facts[")
                    .contains("`" + fact + "`.attainable: " + fault));
  }

  private void attain(String fact, String attainable) throws IOException {
    String name = "- name: " + fact + "\n";
    law.replaceInVocabulary(name, name + "  attainable: {" + attainable + "}\n");
  }

  @Test
  void aKeyThatIsMisspelt() throws IOException {
    law.replaceInVocabulary("hintZh:", "hintZn:");

    assertThat(fault()).isEqualTo(FILE + "facts[0] `children`: unknown key `hintZn`");
  }

  @Test
  void aKeyThatStandsTwice() throws IOException {
    law.replaceInVocabulary("  type: list of objects", "  type: list of objects\n  type: date");

    assertThat(faults()).first().asString().startsWith(FILE).contains("Duplicate", "type");
  }

  @Test
  void everyFaultIsNamedAtOnce() throws IOException {
    law.replaceInVocabulary("hintZh:", "hintZn:")
        .replaceInVocabulary("personalData: sensitive-personal", "personalData: secret")
        .replaceInVocabulary("range: ≥ 0", "range: some");

    assertThat(faults()).hasSize(3).allSatisfy(fault -> assertThat(fault).startsWith(FILE));
  }

  @Test
  void twoFactsOfOneNameWithDifferentAllowedValues() throws IOException {
    law.replaceInVocabulary(
            "- name: registrationType\n  type: enum\n  allowed:\n",
            "- name: registrationType\n  type: enum\n  allowed:\n  - value: mixed\n    zh: 城乡\n")
        .replaceInVocabulary(
            "- name: residenceDivision\n",
            """
            - name: parents[].registrationType
              type: enum
              allowed:
              - value: urban
                zh: 城市(城镇)
              questionZh: 属于城市还是农村居民?
              hintZh: null
              meaning: Urban or rural registration of the parent
              personalData: personal
              default: null
            - name: residenceDivision
            """);

    assertThat(LawCopy.faultOf(() -> Vocabulary.read(functions).writeTo(sources)))
        .startsWith(FILE + "`parents[].registrationType`: ")
        .contains("allowed values");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "en: Daoli, class: district; en: Daoli, class: city; divisions[0] `230102`: `class` is `city`; county",
        "mainSix: true; mainSix: \"yes\"; divisions[0] `230102`: `mainSix` must be true or false; mainSix",
        "en: Daoli; eng: Daoli; divisions[0] `230102`: `en` must be a text; en",
        "\"230103\"; \"230102\"; divisions[1] `230102`: ; twice",
        "\"230103\"; \"2301\"; divisions[1] `2301`: ; code",
      })
  void aFaultInTheDivisions(String text, String by, String fault, String detail)
      throws IOException {
    law.replaceInDivisions(text, by);

    assertThat(LawCopy.faultsOf(() -> Vocabulary.read(functions).writeTo(sources)))
        .anySatisfy(line -> assertThat(line).startsWith(DIVISIONS + fault).contains(detail));
  }

  private String fault() {
    return LawCopy.faultOf(() -> Vocabulary.read(functions));
  }

  private List<String> faults() {
    return LawCopy.faultsOf(() -> Vocabulary.read(functions));
  }
}
