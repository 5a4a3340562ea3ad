package minsheng.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences that belong to no policy. */
class GlossaryTest {

  private static final String FILE = "functions/glossary.yaml: ";

  private final LawCopy law;

  GlossaryTest(@TempDir Path functions) throws IOException {
    law = LawCopy.of("minimum-living-allowance", functions);
  }

  @Test
  void writesEachSentenceAsAConstant(@TempDir Path sources) throws IOException {
    Glossary.read(LawCopy.FUNCTIONS).writeTo(sources);

    assertThat(Files.readString(sources.resolve("minsheng/vocabulary/Glossary.java")))
        .contains("String PAID_MONTHLY = \"{benefit}:每月{yuan}元\";")
        .contains("Map.entry(\"paidMonthly\", PAID_MONTHLY)");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "第{number}个孩子; 第{Number}个孩子; `children`: what is filled in stands as a {word}",
        "第{number}个孩子; 第{number个孩子; `children`: what is filled in stands as a {word}",
        "第{number}个孩子; 第number}个孩子; `children`: what is filled in stands as a {word}",
        "第{number}个孩子; 第{}个孩子; `children`: what is filled in stands as a {word}",
        "第{number}个孩子; 1; `children` must be a text",
        "children:; Children:; `Children`: a name is lowerCamelCase",
        "forEntry:; children:; Duplicate field 'children', line 4",
      })
  void aSentenceInTheWrongForm(String text, String by, String fault) throws IOException {
    law.replaceInGlossary(text, by);

    assertThat(LawCopy.faultOf(() -> Glossary.read(law.functions))).isEqualTo(FILE + fault);
  }
}
