package minsheng.compiler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the real law's data with one policy, in which a test breaks one thing. */
final class LawCopy {

  /** The real policies; Maven runs the tests in the folder of their module. */
  static final Path FUNCTIONS = Path.of("..", "..", "functions");

  final Path functions;
  final Path policy;

  private LawCopy(Path functions, String policy) {
    this.functions = functions;
    this.policy = functions.resolve(policy);
  }

  static LawCopy of(String policy, Path functions) throws IOException {
    LawCopy copy = new LawCopy(functions, policy);
    Files.createDirectories(copy.policy);
    for (String file :
        List.of(
            "vocabulary.yaml",
            "divisions.yaml",
            "information.yaml",
            "glossary.yaml",
            policy + "/policy.yaml")) {
      Files.copy(FUNCTIONS.resolve(file), functions.resolve(file));
    }
    return copy;
  }

  /** Replaces a text of the policy's file where it stands first. */
  LawCopy replace(String text, String by) throws IOException {
    replace(policy.resolve("policy.yaml"), text, by);
    return this;
  }

  LawCopy replaceInVocabulary(String text, String by) throws IOException {
    replace(functions.resolve("vocabulary.yaml"), text, by);
    return this;
  }

  LawCopy replaceInDivisions(String text, String by) throws IOException {
    replace(functions.resolve("divisions.yaml"), text, by);
    return this;
  }

  LawCopy replaceInInformation(String text, String by) throws IOException {
    replace(functions.resolve("information.yaml"), text, by);
    return this;
  }

  LawCopy replaceInGlossary(String text, String by) throws IOException {
    replace(functions.resolve("glossary.yaml"), text, by);
    return this;
  }

  private static void replace(Path file, String text, String by) throws IOException {
    String whole = Files.readString(file);
    int at = whole.indexOf(text);
    assertThat(at).as("the text `%s` stands in %s", text, file.getFileName()).isNotNegative();
    Files.writeString(file, whole.substring(0, at) + by + whole.substring(at + text.length()));
  }

  PolicyFile read() {
    return PolicyFile.read(policy, Vocabulary.read(functions));
  }

  /** What the build says of the policy's file, a line for each fault. */
  List<String> faults() {
    return faultsOf(this::read);
  }

  /** What it says where there is one fault alone. */
  String fault() {
    return faultOf(this::read);
  }

  static String faultOf(Runnable goal) {
    List<String> faults = faultsOf(goal);
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  static List<String> faultsOf(Runnable goal) {
    BrokenLawException broken = catchThrowableOfType(BrokenLawException.class, goal::run);
    assertThat(broken).as("the build fails").isNotNull();
    return requireNonNull(broken.getMessage()).lines().toList();
  }
}
