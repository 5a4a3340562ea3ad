package minsheng.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Refuses what a policy.yaml declares and its rule does not use. */
@Mojo(name = "use", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class UseMojo extends LawMojo {

  /** The id of the one policy to build; {@code *} = all. */
  @Parameter(defaultValue = "*")
  private String function;

  @Parameter(defaultValue = "${project.build.outputDirectory}")
  private File classes;

  @Override
  void run() throws IOException {
    Vocabulary vocabulary = Vocabulary.read(functions.toPath());
    List<String> faults = new ArrayList<>();
    for (Path folder : PolicyFile.folders(functions.toPath(), function)) {
      faults.addAll(Use.unused(PolicyFile.read(folder, vocabulary), classes.toPath()));
    }
    if (!faults.isEmpty()) {
      throw new BrokenLawException(faults);
    }
  }
}
