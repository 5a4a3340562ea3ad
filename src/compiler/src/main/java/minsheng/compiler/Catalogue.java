package minsheng.compiler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is, whatever a process is made of: the ids of all policies, which are their folders,
 * and the measures without a rule, from {@code information.yaml}.
 */
final class Catalogue {

  private record Measure(
      String id, String nameZh, String nameEn, String authority, PolicyFile.Clause clause) {

    static Measure of(Entry entry) {
      return new Measure(
          entry.text("id"),
          entry.text("nameZh"),
          entry.text("nameEn"),
          entry.text("authority"),
          PolicyFile.clause(entry.entry("clause")));
    }

    String expression() {
      return "      new Measure(%s, %s, %s, %s,\n          %s)"
          .formatted(
              Java.string(id),
              Java.string(nameZh),
              Java.string(nameEn),
              Java.string(authority),
              clause.expression());
    }
  }

  private final List<String> policies;
  private final List<Measure> measures;

  private Catalogue(List<String> policies, List<Measure> measures) {
    this.policies = policies;
    this.measures = measures;
  }

  /**
   * @throws BrokenLawException naming every fault of the file
   */
  static Catalogue read(Path functions) throws IOException {
    List<String> faults = new ArrayList<>();
    Entry file =
        Entry.of(functions.resolve("information.yaml"), "functions/information.yaml", faults);
    List<String> policies =
        PolicyFile.folders(functions, "*").stream()
            .map(folder -> folder.getFileName().toString())
            .toList();
    List<Measure> measures = PolicyFile.distinct(file.entries("measures", "id"), Measure::of, "id");
    file.refuseUnreadKeys();
    for (Measure measure : measures) {
      if (policies.contains(measure.id)) {
        file.fault("`" + measure.id + "` is a policy: what has a rule is no information");
      }
    }
    if (!faults.isEmpty()) {
      throw new BrokenLawException(faults);
    }
    return new Catalogue(policies, measures);
  }

  void writeTo(Path sources) {
    Source.write(
        sources,
        Vocabulary.PACKAGE,
        "Catalogue",
        """
        import java.util.List;
        import minsheng.kernel.*;

        /** What there is in Harbin, whatever this process answers for. */
        public final class Catalogue {

          /** The ids of all policies. */
          public static final List<String> POLICIES = %s;

          /** Measures that a source names without any number or condition. */
          public static final List<Measure> MEASURES =
              List.of(
        %s);

          private Catalogue() {}
        }
        """
            .formatted(
                Java.strings(policies),
                measures.stream().map(Measure::expression).collect(Collectors.joining(",\n"))));
  }
}
