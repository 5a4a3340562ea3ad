package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;

/**
 * What is written from the policies is as they are. {@code ./minsheng documents} writes it anew.
 */
class DocumentsTest {

  private static final List<Policy> POLICIES = Rules.all().stream().map(Rule::policy).toList();
  private static final boolean WRITES = Boolean.getBoolean("minsheng.documents");

  @Test
  void the_catalogue_lists_the_policies_as_they_are() throws IOException {
    Path readme = Example.functions().resolve("README.md");
    String text = Files.readString(readme);
    String current = CatalogueTable.in(text, POLICIES);
    if (WRITES) {
      Files.writeString(readme, current);
    }
    assertThat(current).as("functions/README.md").isEqualTo(Files.readString(readme));
  }

  @Test
  void the_operators_example_lists_every_parameter_that_an_agency_must_or_may_set()
      throws IOException {
    Path example = Example.functions().resolve("operator-parameters.example.yaml");
    String current = OperatorExample.of(POLICIES);
    if (WRITES) {
      Files.writeString(example, current);
    }
    assertThat(current)
        .as("functions/operator-parameters.example.yaml")
        .isEqualTo(Files.readString(example));
  }
}
