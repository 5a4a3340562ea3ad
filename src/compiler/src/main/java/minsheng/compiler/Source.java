package minsheng.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a source file, and leaves one alone that is right already, so that nothing is compiled
 * again without need.
 */
final class Source {

  private Source() {}

  static void write(Path root, String packageName, String type, String text) {
    Path file = root.resolve(packageName.replace('.', '/')).resolve(type + ".java");
    String whole =
        """
        package %s;

        // Made from the law's data by the build: change the YAML file, not this one.
        %s"""
            .formatted(packageName, text);
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file) || !Files.readString(file).equals(whole)) {
        Files.writeString(file, whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
