package minsheng.compiler;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a policy.yaml declares and its rule does not use ends the build; what the rule uses and the
 * file lacks does not compile. Shown with the real rules, compiled against the real kernel.
 */
class UseTest {

  private static final String DIBAO = "minimum-living-allowance";
  private static final String CHILDCARE = "childcare-subsidy";
  private static final Path KERNEL = Path.of("..", "kernel", "src", "main", "java");

  @TempDir private static Path kernel;

  private final Path functions;
  private final Path sources;
  private final Path classes;

  UseTest(@TempDir Path functions, @TempDir Path sources, @TempDir Path classes) {
    this.functions = functions;
    this.sources = sources;
    this.classes = classes;
  }

  /** The kernel and the vocabulary; and the two annotations that a rule stands under. */
  @BeforeAll
  static void compileKernel(@TempDir Path generated) throws IOException {
    Vocabulary.read(LawCopy.FUNCTIONS).writeTo(generated);
    annotation(generated, "io.quarkus.funqy", "Funq", "String value();");
    annotation(generated, "jakarta.inject", "Singleton", "");

    List<Path> all = new ArrayList<>(javaFiles(KERNEL));
    all.addAll(javaFiles(generated));
    assertThat(compile(all, kernel)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CHILDCARE, DIBAO, "public-rental-eligibility"})
  void theRealPoliciesUseAllThatTheyDeclare(String policy) throws IOException {
    LawCopy law = LawCopy.of(policy, functions);

    assertThat(unused(law)).isEmpty();
  }

  @Test
  void aFactThatTheRuleDoesNotUse() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace("facts:\n", "facts:\n- name: residenceDivision\n  needed: always\n");

    assertThat(unused(law))
        .containsExactly(
            "functions/minimum-living-allowance/policy.yaml: fact `residenceDivision` is declared, but the rule does not use it");
  }

  @Test
  void aFactThatChangesNothingAndAParameterThatIsOnlyShownNeedNoUse() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace(
        "facts:\n", "facts:\n- name: residenceDivision\n  needed: optional; changes nothing\n");
    law.replace(
        "parameters:\n",
        "parameters:\n"
            + parameter("noticeYuan", "number", "yuan", "1").stripTrailing()
            + "\n  informational: true\n");

    assertThat(unused(law)).isEmpty();
  }

  @Test
  void aFieldOfAnEntryThatTheRuleDoesNotUse() throws IOException {
    LawCopy law = LawCopy.of(CHILDCARE, functions);
    law.replace(
        "- name: parentsRegistration\n",
        "- name: children[].sex\n  needed: always\n- name: parentsRegistration\n");

    assertThat(unused(law))
        .containsExactly(
            "functions/childcare-subsidy/policy.yaml: fact `children[].sex` is declared, but the rule does not use it");
  }

  @Test
  void aParameterThatTheRuleDoesNotUse() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace(
        "parameters:\n",
        """
        parameters:
        - name: propertyCeilingYuan
          type: number
          unit: yuan/household
          meaning: Property ceiling
          clause: SHJZ-9
          status: unconfigured
          values: []
          required: true
        """);

    assertThat(unused(law))
        .containsExactly(
            "functions/minimum-living-allowance/policy.yaml: parameter `propertyCeilingYuan` is declared, but the rule does not use it");
  }

  @Test
  void aReasonThatTheRuleDoesNotUse() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace("reasons:\n", "reasons:\n" + reason("single-household", "一人户。"));

    assertThat(unused(law))
        .containsExactly(
            "functions/minimum-living-allowance/policy.yaml: reason `single-household` is declared, but the rule does not use it");
  }

  @Test
  void aFieldOfTheResultThatTheRuleDoesNotFill() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace(
        "result:\n",
        """
        result:
        - name: yearlyYuan
          type: number
          unit: yuan/year
          atMost: tierYuan × 12
          meaning: Allowance for a year
        """);

    assertThat(unused(law))
        .containsExactly(
            "functions/minimum-living-allowance/policy.yaml: result `yearlyYuan` is declared, but the rule does not fill it");
  }

  @Test
  void aFieldOfAnEntryOfTheResultThatTheRuleDoesNotFill() throws IOException {
    LawCopy law = LawCopy.of(CHILDCARE, functions);
    law.replace(
        "- name: children[].outcome\n",
        """
        - name: children[].yearlyYuan
          type: number
          unit: yuan/year
          atMost: upliftThirdYuan × 12
          meaning: Payable for a year
        - name: children[].outcome
        """);

    assertThat(unused(law))
        .containsExactly(
            "functions/childcare-subsidy/policy.yaml: result `children[].yearlyYuan` is declared, but the rule does not fill it");
  }

  @Test
  void everythingOfAPolicyThatHasNoRule() throws IOException {
    PolicyFile policy = LawCopy.of(DIBAO, functions).read();

    assertThat(Use.unused(policy, classes))
        .hasSize(
            policy.facts.size()
                + policy.parameters.size()
                + policy.reasons.size()
                + policy.result.size())
        .allSatisfy(
            fault ->
                assertThat(fault).startsWith("functions/minimum-living-allowance/policy.yaml: "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "- name: calculationMethod; - name: method; CALCULATION_METHOD",
        "- code: zero-income; - code: no-income; ZERO_INCOME",
        "- name: propertyWithinLimits; - name: residenceDivision; propertyWithinLimits()",
        "- name: standardProvisional; - name: isProvisional; standardProvisional(",
        "- value: tiers; - value: steps; TIERS",
      })
  void aRuleThatUsesWhatTheFileLacksDoesNotCompile(String text, String by, String name)
      throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace(text, by);

    assertThat(compileRule(law))
        .isNotEmpty()
        .anySatisfy(
            error -> assertThat(error).startsWith("MinimumLivingAllowance.java").contains(name));
  }

  // What the check lets through, Java takes

  @Test
  void aParameterOfEveryTypeIsWrittenAsJavaThatCompiles() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace(
        "parameters:\n",
        "parameters:\n"
            + parameter("shareOfAll", "number", "ratio", "0.125")
            + parameter("amountYuan", "number", "yuan", "0.5")
            + parameter("priceYuan", "number", "yuan/unit", "0.5345")
            + parameter("months", "integer", "months", "36")
            + parameter("isInclusive", "boolean", "null", "false")
            + parameter("firstDay", "date", "null", "\"2024-02-29\"")
            + parameter("firstMonth", "month", "null", "\"2024-02\"")
            + parameter("words", "string", "null", "\"a \\\"word\\\"\"")
            + parameter("places", "list of divisions", "null", "[\"230103\", \"110101\"]")
            + parameter("tiersYuan", "list of numbers", "yuan/year", "[200, 300.5]")
            + parameter("kinds", "list of strings", "null", "[a, b]"));

    assertThat(compileRule(law)).isEmpty();
  }

  @Test
  void aListOfNumbersThatAreNoMoneyIsWrittenAsJavaThatCompiles() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace(
        "parameters:\n",
        "parameters:\n" + parameter("shares", "list of numbers", "ratio", "[0.5, 0.125]"));

    assertThat(compileRule(law)).isEmpty();
  }

  @Test
  void aReasonWhoseCodeBeginsWithADigitIsWrittenAsJavaThatCompiles() throws IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace("reasons:\n", "reasons:\n" + reason("36-months", "\"36 months\""));

    assertThat(compileRule(law)).isEmpty();
  }

  @Test
  void theWordsOfTheLawComeThroughUnchanged() throws ReflectiveOperationException, IOException {
    LawCopy law = LawCopy.of(DIBAO, functions);
    law.replace(
        "reasons:\n",
        "reasons:\n" + reason("odd", "\"“低于” \\\"below\\\" */ a\\\\b \\n @see <b> & 100%\""));

    assertThat(compileRule(law)).isEmpty();
    try (var loader =
        new URLClassLoader(new URL[] {kernel.toUri().toURL(), classes.toUri().toURL()})) {
      Class<?> reasons = loader.loadClass("minsheng.functions.minimumlivingallowance.Reasons");
      assertThat(reasons.getField("ODD").get(null))
          .asString()
          .contains("“低于” \"below\" */ a\\b \n @see <b> & 100%");
    }
  }

  private static String parameter(String name, String type, String unit, String value) {
    return """
        - name: %s
          type: %s
          unit: %s
          meaning: A parameter
          values:
          - value: %s
            effectiveFrom: null
            effectiveTo: null
            evidence: DERIVED
            source: SHJZ-9
          required: true
        """
        .formatted(name, type, unit, value);
  }

  private static String reason(String code, String text) {
    return """
        - code: %s
          satisfied: true
          zh: %s
          en: %s
          basis:
          - SHJZ-9
        """
        .formatted(code, text, text);
  }

  private List<String> unused(LawCopy law) throws IOException {
    assertThat(compileRule(law)).isEmpty();
    return Use.unused(law.read(), classes);
  }

  private List<String> compileRule(LawCopy law) throws IOException {
    new PolicySources(law.read(), List.of()).writeTo(sources);
    List<Path> all = new ArrayList<>(javaFiles(sources));
    try (Stream<Path> rule =
        Files.list(LawCopy.FUNCTIONS.resolve(law.policy.getFileName().toString()))) {
      rule.filter(file -> file.toString().matches(".*(?<!Test)\\.java")).forEach(all::add);
    }
    return compile(all, classes);
  }

  /** The errors of a compilation, each with the name of its file. */
  private static List<String> compile(List<Path> sources, Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    try (var files = compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
      compiler
          .getTask(
              null,
              files,
              diagnostics,
              List.of(
                  "-proc:none",
                  "-d",
                  classes.toString(),
                  "-classpath",
                  kernel + File.pathSeparator + System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(UseTest::told)
        .toList();
  }

  private static String told(Diagnostic<? extends JavaFileObject> error) {
    String file =
        error.getSource() == null
            ? ""
            : Path.of(error.getSource().toUri()).getFileName().toString();
    return file
        + ": "
        + error.getMessage(Locale.ENGLISH).lines().map(String::strip).collect(joining(" "));
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static void annotation(Path sources, String packageName, String name, String body)
      throws IOException {
    Path file = sources.resolve(packageName.replace('.', '/')).resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "package %s;\n\npublic @interface %s {%s}\n".formatted(packageName, name, body));
  }
}
