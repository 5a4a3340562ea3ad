package minsheng.compiler;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals have in common: where the law is, and how a fault in it ends the build. */
abstract class LawMojo extends AbstractMojo {

  /** The folder of the policies, with the vocabulary and the divisions. */
  @Parameter(required = true)
  File functions;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  abstract void run() throws IOException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      run();
    } catch (BrokenLawException e) {
      throw new MojoFailureException("The law's data is broken:\n" + e.getMessage());
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
