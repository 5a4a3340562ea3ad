package minsheng.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /**
   * Removes what was made of policies that are gone, so that nothing of them is compiled again.
   *
   * @param packages those to keep, beside each other under one package
   */
  static void removeOthers(Path root, List<String> packages) throws IOException {
    Path parent = root.resolve("minsheng/functions");
    if (!Files.isDirectory(parent)) {
      return;
    }
    List<Path> kept = packages.stream().map(each -> root.resolve(each.replace('.', '/'))).toList();
    try (var folders = Files.list(parent)) {
      for (Path folder : folders.filter(each -> !kept.contains(each)).toList()) {
        try (var files = Files.list(folder)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    }
  }
}
