package minsheng.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which examples a policy's description has. */
class ExampleTest {

  @TempDir Path folder;

  @Test
  void the_first_example_of_each_outcome_is_taken_with_its_request_as_json() throws IOException {
    write(
        """
        examples:
        - {id: EX-01, title: Due, request: {asOf: "2026-05-02", facts: {area: 12.5}}, expect: {outcome: eligible}}
        - {id: EX-02, title: Due again, request: {facts: {}}, expect: {outcome: eligible}}
        - {id: EX-03, title: Not due, request: {facts: {}}, expect: {outcome: not-eligible}}
        """);

    assertThat(Example.of(folder))
        .containsExactly(
            new Example("EX-01", "Due", "{\"asOf\":\"2026-05-02\",\"facts\":{\"area\":12.5}}"),
            new Example("EX-03", "Not due", "{\"facts\":{}}"));
  }

  @Test
  void a_policy_without_examples_shows_none() {
    assertThat(Example.of(folder)).isEmpty();
  }

  @Test
  void an_example_without_an_outcome_is_refused() throws IOException {
    write("examples: [{id: EX-01, title: Nothing expected, request: {}}]");

    assertThatThrownBy(() -> Example.of(folder))
        .isInstanceOf(BrokenLawException.class)
        .hasMessageContaining("EX-01");
  }

  private void write(String examples) throws IOException {
    Files.writeString(folder.resolve("examples.yaml"), examples);
  }
}
