package minsheng.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Checks each policy.yaml and writes the typed names of its policy as Java. */
@Mojo(name = "policies", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class PoliciesMojo extends LawMojo {

  /** The id of the one policy to build; {@code *} = all. */
  @Parameter(defaultValue = "*")
  private String function;

  @Parameter(defaultValue = "${project.build.directory}/generated-sources/law")
  private File sources;

  @Override
  void run() throws IOException {
    Vocabulary vocabulary = Vocabulary.read(functions.toPath());
    List<Path> folders = PolicyFile.folders(functions.toPath(), function);
    if (folders.isEmpty()) {
      throw new BrokenLawException(List.of("functions/: there is no policy `" + function + "`"));
    }
    Source.removeOthers(
        sources.toPath(),
        folders.stream()
            .map(folder -> PolicyFile.packageName(folder.getFileName().toString()))
            .toList());
    for (Path folder : folders) {
      new PolicySources(PolicyFile.read(folder, vocabulary), Example.of(folder))
          .writeTo(sources.toPath());
    }
    project.addCompileSourceRoot(sources.getPath());
  }
}
