package minsheng.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sentences for citizens that belong to no policy, by name, from {@code glossary.yaml}. */
final class Glossary {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");
  private static final Pattern TEXT = Pattern.compile("(?:[^{}]|\\{[a-z]+})+");

  private final Map<String, String> sentences;

  private Glossary(Map<String, String> sentences) {
    this.sentences = sentences;
  }

  /**
   * @throws BrokenLawException naming every fault of the file
   */
  static Glossary read(Path functions) {
    List<String> faults = new ArrayList<>();
    Entry file = Entry.of(functions.resolve("glossary.yaml"), "functions/glossary.yaml", faults);
    Map<String, String> sentences = new LinkedHashMap<>();
    file.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              String text = file.text(name);
              if (!NAME.matcher(name).matches()) {
                file.fault("`" + name + "`: a name is lowerCamelCase");
              }
              if (!TEXT.matcher(text).matches()) {
                file.fault("`" + name + "`: what is filled in stands as a {word}");
              }
              sentences.put(name, text);
            });
    if (!faults.isEmpty()) {
      throw new BrokenLawException(faults);
    }
    return new Glossary(sentences);
  }

  void writeTo(Path sources) {
    Source.write(
        sources,
        Vocabulary.PACKAGE,
        "Glossary",
        """
        import java.util.Map;

        /** Sentences for citizens that belong to no policy. What stands in braces is filled in. */
        public final class Glossary {

        %s

          /** All of them, by their names in the file. */
          public static final Map<String, String> SENTENCES =
              Map.ofEntries(
        %s);

          private Glossary() {}
        }
        """
            .formatted(
                sentences.entrySet().stream()
                    .map(
                        each ->
                            "  public static final String %s = %s;"
                                .formatted(
                                    Java.constant(each.getKey()), Java.string(each.getValue())))
                    .collect(Collectors.joining("\n")),
                sentences.keySet().stream()
                    .map(
                        name ->
                            "          Map.entry(%s, %s)"
                                .formatted(Java.string(name), Java.constant(name)))
                    .collect(Collectors.joining(",\n"))));
  }
}
