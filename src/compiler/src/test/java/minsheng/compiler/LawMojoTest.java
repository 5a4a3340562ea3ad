package minsheng.compiler;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class LawMojoTest {

  @Test
  void brokenLawFailsTheBuildAndEveryFaultIsInItsMessage() {
    LawMojo goal =
        new LawMojo() {
          @Override
          void run() {
            throw new BrokenLawException(List.of("a.yaml: first", "a.yaml: second"));
          }
        };

    assertThatThrownBy(goal::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("a.yaml: first", "a.yaml: second");
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorOfTheBuildAndNotOfTheLaw() {
    LawMojo goal =
        new LawMojo() {
          @Override
          void run() throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatThrownBy(goal::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("disk full");
  }
}
