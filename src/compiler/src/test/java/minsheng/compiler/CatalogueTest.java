package minsheng.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ids of the policies and the measures without a rule. */
class CatalogueTest {

  private static final String FILE = "functions/information.yaml: ";

  private final LawCopy law;

  CatalogueTest(@TempDir Path functions) throws IOException {
    law = LawCopy.of("minimum-living-allowance", functions);
  }

  @Test
  void theRealOneHasNoFault() {
    assertThatCode(() -> Catalogue.read(LawCopy.FUNCTIONS)).doesNotThrowAnyException();
  }

  @Test
  void namesTheFoldersAndTheMeasures(@TempDir Path sources) throws IOException {
    Catalogue.read(law.functions).writeTo(sources);

    assertThat(Files.readString(sources.resolve("minsheng/vocabulary/Catalogue.java")))
        .contains("POLICIES = List.of(\"minimum-living-allowance\")")
        .contains("new Measure(\"temporary-relief\", \"临时救助\"");
  }

  @Test
  void aMeasureThatIsAPolicyToo() throws IOException {
    law.replaceInInformation("- id: temporary-relief", "- id: minimum-living-allowance");

    assertThat(LawCopy.faultsOf(this::read))
        .containsExactly(
            FILE + "`minimum-living-allowance` is a policy: what has a rule is no information");
  }

  @Test
  void aMeasureWithoutItsClause() throws IOException {
    law.replaceInInformation("  clause:\n    id:", "  clause: none\n  other:\n    id:");

    assertThat(LawCopy.faultsOf(this::read))
        .contains(FILE + "measures[0] `pregnancy-employment-protection`: `clause` must be a map");
  }

  @Test
  void aMeasureThatStandsTwice() throws IOException {
    law.replaceInInformation("- id: temporary-relief", "- id: student-aid");

    assertThat(LawCopy.faultsOf(this::read))
        .containsExactly(FILE + "measures[13] `student-aid`: this id stands twice");
  }

  private void read() {
    try {
      Catalogue.read(law.functions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
