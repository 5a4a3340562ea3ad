package minsheng.contract;

import java.io.IOException;
import java.util.List;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;

/**
 * What is written from the policies is as they are. {@code ./minsheng documents} writes it anew.
 */
class DocumentsTest {

  private static final List<Policy> POLICIES = Rules.all().stream().map(Rule::policy).toList();

  @Test
  void the_catalogue_lists_the_policies_as_they_are() throws IOException {
    WrittenDocument readme = new WrittenDocument("functions/README.md");
    readme.isCurrent(CatalogueTable.in(readme.text(), POLICIES));
  }

  @Test
  void the_operators_example_lists_every_parameter_that_an_agency_must_or_may_set()
      throws IOException {
    new WrittenDocument("functions/operator-parameters.example.yaml")
        .isCurrent(OperatorExample.of(POLICIES));
  }
}
