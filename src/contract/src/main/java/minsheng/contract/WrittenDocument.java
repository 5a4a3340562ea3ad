package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the project that is written from the policies. It stands there for its readers, and a
 * test holds it to be as they are; {@code ./minsheng documents} writes it anew.
 *
 * @param path within the project
 */
public record WrittenDocument(String path) {

  private static final boolean WRITES = Boolean.getBoolean("minsheng.documents");

  /** The text that stands there. */
  public String text() throws IOException {
    return Files.readString(file());
  }

  public void isCurrent(String current) throws IOException {
    if (WRITES) {
      Files.writeString(file(), current);
    }
    assertThat(text()).as("%s, as ./minsheng documents writes it", path).isEqualTo(current);
  }

  private Path file() {
    return Example.functions().resolveSibling(path);
  }
}
