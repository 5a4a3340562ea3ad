package minsheng.compiler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A worked example of a policy, as callers are shown it.
 *
 * @param request the body, as JSON
 */
record Example(String id, String title, String request) {

  /**
   * The first example of each outcome in a policy's {@code examples.yaml}; none where there is no
   * such file.
   *
   * @throws BrokenLawException naming every fault of what was read
   */
  static List<Example> of(Path folder) {
    Path path = folder.resolve("examples.yaml");
    if (!Files.exists(path)) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    Map<String, Example> byOutcome = new LinkedHashMap<>();
    Entry file = Entry.of(path, "functions/" + folder.getFileName() + "/examples.yaml", faults);
    for (Entry entry : file.entries("examples", "id")) {
      byOutcome.putIfAbsent(
          entry.entry("expect").text("outcome"),
          new Example(entry.text("id"), entry.text("title"), entry.value("request").toString()));
    }
    if (!faults.isEmpty()) {
      throw new BrokenLawException(faults);
    }
    return List.copyOf(byOutcome.values());
  }

  /** The kernel's example, as Java. */
  String expression() {
    return "new Policy.Example(%s, %s, %s)"
        .formatted(Java.string(id), Java.string(title), Java.string(request));
  }
}
