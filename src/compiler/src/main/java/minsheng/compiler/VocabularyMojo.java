package minsheng.compiler;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes the vocabulary of facts, the divisions, the catalogue and the glossary as Java. */
@Mojo(name = "vocabulary", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class VocabularyMojo extends LawMojo {

  @Parameter(defaultValue = "${project.build.directory}/generated-sources/law")
  private File sources;

  @Override
  void run() throws IOException {
    Vocabulary.read(functions.toPath()).writeTo(sources.toPath());
    Catalogue.read(functions.toPath()).writeTo(sources.toPath());
    Glossary.read(functions.toPath()).writeTo(sources.toPath());
    project.addCompileSourceRoot(sources.getPath());
  }
}
