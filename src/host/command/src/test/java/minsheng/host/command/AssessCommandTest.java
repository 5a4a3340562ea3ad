package minsheng.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import minsheng.contract.Rules;
import minsheng.host.Dispatcher;
import minsheng.host.Functions;
import minsheng.host.OperatorValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes in and out on the command line. */
class AssessCommandTest {

  private static final Dispatcher DISPATCHER =
      new Dispatcher(
          Functions.of(List.of(Rules.of("childcare-subsidy"), Rules.of("senior-card"))),
          OperatorValues.NONE,
          Clock.systemUTC());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void each_line_has_its_answer_and_the_summary_comes_last() throws IOException {
    int status = run("{\"facts\": {\"children\": []}}\n{\n", "childcare-subsidy");

    assertThat(out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"not-eligible\""),
            line -> assertThat(line).contains("malformed-json"),
            line -> assertThat(line).startsWith("{\"summary\":{\"lines\":2"));
    assertThat(status).isEqualTo(AssessCommand.SOME_FAULTY);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("2 answered, 1 of them with a problem instead.");
  }

  @Test
  void a_table_has_one_row_of_answer_for_each_row_and_copies_what_is_marked() throws IOException {
    int status =
        run(
            """
            \uFEFF#户号,asOf,children[0].birthDate,children[1].birthDate,children[1].registrationDivision,children[1].applicationDate
            甲001,2026-11-21,2015/3/1,2025-06-01,230103,2025-07-01
            "乙,2",2026-11-21,2015-03-01,,,
            """,
            "childcare-subsidy",
            "--csv");

    List<String> rows = out().lines().toList();
    assertThat(rows.get(0))
        .startsWith("\uFEFF\"#户号\",outcome,monthlyYuan,children[0].")
        .contains("children[1].monthlyYuan");
    assertThat(rows.get(1))
        .startsWith("甲001,eligible,500,not-eligible,eligible,")
        .doesNotContain("null");
    assertThat(rows.get(2)).startsWith("\"乙,2\",not-eligible,");
    assertThat(rows).hasSize(3);
    assertThat(status).isEqualTo(AssessCommand.ALL_ANSWERED);
  }

  @ParameterizedTest
  @CsvSource({
    "children[0].birthDate, soon, /facts/children/0/birthDate",
    "children, many, /facts/children",
    "asOf, tomorrow, /asOf",
  })
  void a_cell_that_cannot_be_read_is_told_at_its_row(String heading, String cell, String pointer)
      throws IOException {
    int status = run(heading + "\n" + cell + "\n", "childcare-subsidy", "--csv");

    assertThat(out().lines().skip(1)).singleElement().asString().contains(pointer);
    assertThat(status).isEqualTo(AssessCommand.SOME_FAULTY);
  }

  @Test
  void a_list_shorter_than_what_is_told_of_its_entries_is_a_contradiction() throws IOException {
    run(
        "children,children[0].birthDate,children[1].birthDate\n1,2015-03-01,2025-06-01\n",
        "childcare-subsidy",
        "--csv");

    assertThat(out().lines().skip(1)).singleElement().asString().contains("/facts/children");
  }

  @Test
  void no_child_is_told_by_their_number() throws IOException {
    run("children\n0\n\"\"\n", "childcare-subsidy", "--csv");

    assertThat(out().lines().skip(1))
        .satisfiesExactly(
            none -> assertThat(none).startsWith("not-eligible,"),
            unknown -> assertThat(unknown).startsWith("needs-facts,").contains("children"));
  }

  @ParameterizedTest
  @CsvSource({
    "childern, childcare-subsidy, children",
    "children, childcare-subsidi, childcare-subsidy",
    "children, screen, a screening has no table",
    "'', childcare-subsidy, the table is empty",
  })
  void what_cannot_begin_says_why(String heading, String policy, String remedy) throws IOException {
    int status = run(heading, policy, "--csv");

    assertThat(status).isEqualTo(AssessCommand.NOT_BEGUN);
    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("minsheng: ").contains(remedy);
  }

  @Test
  void a_table_in_another_encoding_is_refused() throws IOException {
    byte[] table = "#姓名,children\n甲,0\n".getBytes(Charset.forName("GB18030"));
    int status = run(table, "childcare-subsidy", "--csv");

    assertThat(status).isEqualTo(AssessCommand.NOT_BEGUN);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("CSV UTF-8");
  }

  @Test
  void one_policy_must_be_named() throws IOException {
    assertThat(run("")).isEqualTo(AssessCommand.NOT_BEGUN);
    assertThat(run("", "childcare-subsidy", "senior-card")).isEqualTo(AssessCommand.NOT_BEGUN);
    assertThat(run("", "childcare-subsidy", "--tsv")).isEqualTo(AssessCommand.NOT_BEGUN);
  }

  private int run(String in, String... args) throws IOException {
    return run(in.getBytes(StandardCharsets.UTF_8), args);
  }

  private int run(byte[] in, String... args) throws IOException {
    PrintStream messages = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new AssessCommand(DISPATCHER, messages)
        .run(List.of(args), new ByteArrayInputStream(in), out);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
