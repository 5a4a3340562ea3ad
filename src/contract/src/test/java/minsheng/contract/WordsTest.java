package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import minsheng.vocabulary.Catalogue;
import minsheng.vocabulary.Glossary;
import minsheng.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said to citizens is short, save for what was longer before this was tested. */
class WordsTest {

  private static final int LONGEST = 30;
  private static final Path LONGER = Path.of("src", "test", "resources", "longer-than-thirty.txt");

  @Test
  void no_other_sentence_for_citizens_is_longer_than_thirty_characters() throws IOException {
    List<String> longer =
        Stream.of(vocabulary(), information(), glossary(), policies(), page())
            .flatMap(each -> each)
            .filter(Sentence::isLong)
            .map(Sentence::line)
            .sorted()
            .toList();

    assertThat(longer)
        .as(
            "longer than %s characters. Shorten what is new, and take what has become shorter out of %s",
            LONGEST, LONGER)
        .containsExactlyElementsOf(Files.readAllLines(LONGER));
  }

  /**
   * A sentence for citizens.
   *
   * @param owner the policy that says it, or the file that all of them share
   * @param place where it stands there
   */
  private record Sentence(String owner, String place, @Nullable String text) {

    boolean isLong() {
      return text != null && text.length() > LONGEST;
    }

    String line() {
      return String.join(" | ", owner, place, text);
    }
  }

  private static Stream<Sentence> vocabulary() {
    return Vocabulary.facts().values().stream().flatMap(WordsTest::fact);
  }

  private static Stream<Sentence> fact(FactDefinition fact) {
    String owner = "vocabulary";
    return Stream.of(
        new Sentence(owner, fact.name() + ".questionZh", fact.question()),
        new Sentence(owner, fact.name() + ".hintZh", fact.hint()),
        new Sentence(
            owner,
            fact.name() + ".attainable.zh",
            fact.attainable() == null ? null : fact.attainable().zh()));
  }

  private static Stream<Sentence> information() {
    return Catalogue.MEASURES.stream()
        .map(each -> new Sentence("information", each.id() + ".nameZh", each.nameZh()));
  }

  private static Stream<Sentence> glossary() {
    return Glossary.SENTENCES.entrySet().stream()
        .map(each -> new Sentence("glossary", each.getKey(), each.getValue()));
  }

  /** The fixed sentences of the page: a script that holds nothing but JSON. */
  private static Stream<Sentence> page() throws IOException {
    String script = Files.readString(Example.functions().resolveSibling("src/page/web/words.js"));
    String json = script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1);
    return sentences("", new ObjectMapper().readTree(json));
  }

  private static Stream<Sentence> sentences(String place, JsonNode node) {
    return node.isTextual()
        ? Stream.of(new Sentence("page", place, node.textValue()))
        : node.properties().stream()
            .flatMap(
                each ->
                    sentences(
                        place.isEmpty() ? each.getKey() : place + "." + each.getKey(),
                        each.getValue()));
  }

  private static Stream<Sentence> policies() {
    return Rules.all().stream().map(Rule::policy).flatMap(WordsTest::policy);
  }

  private static Stream<Sentence> policy(Policy policy) {
    String owner = policy.id();
    return Stream.of(
            Stream.of(
                new Sentence(owner, "nameZh", policy.nameZh()),
                new Sentence(owner, "summaryZh", policy.summaryZh())),
            policy.parameters().stream()
                .map(
                    each ->
                        new Sentence(
                            owner,
                            "parameters." + each.name() + ".labelZh",
                            each.declaration().labelZh())),
            policy.result().stream()
                .map(
                    each ->
                        new Sentence(owner, "result." + each.name() + ".labelZh", each.labelZh())),
            policy.openQuestions().stream()
                .map(each -> new Sentence(owner, "openQuestionsZh", each.zh())),
            policy.reasons().stream()
                .map(each -> new Sentence(owner, "reasons." + each.code() + ".zh", each.zh())))
        .flatMap(each -> each);
  }
}
