package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.lang.Language;
import net.sourceforge.pmd.lang.ecmascript.EcmascriptLanguageModule;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import org.junit.jupiter.api.Test;

/** One thing is written once: the copy-and-paste detector finds no pair, tests included. */
class DuplicationTest {

  /** The detector's usual length of a copy. */
  private static final int TOKENS = 100;

  private static final Path ROOT = Path.of(System.getProperty("minsheng.root"));

  @Test
  void nothing_is_written_twice_in_java() throws IOException {
    assertThat(copies(JavaLanguageModule.getInstance(), ".java")).isEmpty();
  }

  @Test
  void nothing_is_written_twice_in_the_page() throws IOException {
    assertThat(copies(EcmascriptLanguageModule.getInstance(), ".js", ".mjs")).isEmpty();
  }

  private static List<String> copies(Language language, String... endings) throws IOException {
    CPDConfiguration configuration = new CPDConfiguration();
    configuration.setMinimumTileSize(TOKENS);
    configuration.setOnlyRecognizeLanguage(language);
    List<String> copies = new ArrayList<>();
    try (CpdAnalysis analysis = CpdAnalysis.create(configuration)) {
      int files = 0;
      for (Path file : sources(endings)) {
        analysis.files().addFile(file, language);
        files++;
      }
      assertThat(files).as("files looked at").isPositive();
      analysis.performAnalysis(
          report ->
              report
                  .getMatches()
                  .forEach(
                      match ->
                          copies.add(
                              match.getLineCount()
                                  + " lines: "
                                  + match.getMarkSet().stream()
                                      .map(DuplicationTest::place)
                                      .toList())));
    }
    return copies;
  }

  private static String place(Mark mark) {
    return mark.getLocation().getFileId().getFileName() + ":" + mark.getLocation().getStartLine();
  }

  private static List<Path> sources(String... endings) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String room : List.of("functions", "src")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(room))) {
        files
            .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
            .filter(file -> !file.toString().contains("/target/"))
            .filter(file -> !file.toString().contains("/node_modules/"))
            .forEach(sources::add);
      }
    }
    return sources;
  }
}
