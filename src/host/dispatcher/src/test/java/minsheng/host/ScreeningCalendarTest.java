package minsheng.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import minsheng.contract.Example;
import minsheng.contract.Rules;
import minsheng.kernel.Law;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import minsheng.screening.Circumstances;
import minsheng.screening.Screening;
import minsheng.vocabulary.Glossary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The days of households worked out by hand from the clauses, as a calendar reads them. */
class ScreeningCalendarTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T04:30:00Z"), ZoneId.of("Asia/Shanghai"));

  /** Examples of each policy that are put into a calendar; each has as many at least. */
  private static final int SOME = 5;

  private static final Pattern UID =
      Pattern.compile("[a-z-]+/[a-z]+(/\\w+\\[\\d+])?/\\d{4}-\\d{2}-\\d{2}@minsheng");

  private static final String ELDEST = "{\"birthDate\": \"2015-03-01\"}";
  private static final String SECOND =
      "{\"birthDate\": \"2025-06-01\", \"registrationDivision\": \"230103\", \"applicationDate\": \"2025-07-01\"}";
  private static final String THIRD =
      "{\"birthDate\": \"2026-05-20\", \"registrationDivision\": \"230103\"}";

  private static String children(String... children) {
    return "{\"facts\": {\"children\": [" + String.join(", ", children) + "]}}";
  }

  /** 二孩每月500元, 36 months from June 2025 on: the last is May 2028. */
  @Test
  void a_payment_is_told_in_its_first_month_and_a_benefit_on_its_last_day() {
    List<VEvent> events = events("childcare-subsidy", children(ELDEST, SECOND));

    assertThat(events)
        .extracting(ScreeningCalendarTest::day, ScreeningCalendarTest::summary)
        .containsExactly(
            tuple("20261101", "哈尔滨市育儿补贴(第2个孩子):每月500元"), tuple("20280531", "哈尔滨市育儿补贴:到这天为止"));
    assertThat(events)
        .extracting(ScreeningCalendarTest::description)
        .containsExactly("发到2028年5月。\n最后以主管部门的决定为准。", "孩子已满3周岁或已领满36个月。\n最后以主管部门的决定为准。");
  }

  /** The third child's months end in April 2029; 国家基础补贴标准为每孩每月300元. */
  @Test
  void each_child_has_its_own_payment() {
    assertThat(events("childcare-subsidy", children(ELDEST, SECOND, THIRD)))
        .extracting(event -> event.getUid().getValue(), ScreeningCalendarTest::summary)
        .containsExactly(
            tuple(
                "childcare-subsidy/payment/children[1]/2026-11-01@minsheng",
                "哈尔滨市育儿补贴(第2个孩子):每月500元"),
            tuple(
                "childcare-subsidy/payment/children[2]/2026-11-01@minsheng",
                "哈尔滨市育儿补贴(第3个孩子):每月300元"),
            tuple("childcare-subsidy/end/2029-04-30@minsheng", "哈尔滨市育儿补贴:到这天为止"));
  }

  /** 老年证: from the sixtieth birthday on. */
  @Test
  void who_becomes_sixty_is_told_from_when_to_apply() {
    assertThat(
            events(
                "senior-card",
                "{\"facts\": {\"birthDate\": \"1967-03-04\", \"residenceDivision\": \"230102\"}}"))
        .extracting(ScreeningCalendarTest::day, ScreeningCalendarTest::summary)
        .containsExactly(tuple("20270304", "老年证及老年人优待:这天起可以申请"));
  }

  /** 国家育儿补贴: the first application is due by the end of the year after the birth. */
  @Test
  void the_last_day_to_apply_is_told_with_the_place() {
    Policy policy = Rules.of("national-childcare-subsidy").policy();
    List<VEvent> events = events(policy.id(), children(THIRD));

    assertThat(events)
        .extracting(ScreeningCalendarTest::day, ScreeningCalendarTest::summary)
        .containsExactly(tuple("20271231", "国家育儿补贴:申请截止"));
    assertThat(events.getFirst().getLocation().getValue()).isEqualTo(policy.whereToApply());
  }

  @Test
  void a_supposed_amount_is_told_as_supposed() {
    String supposed =
        children(ELDEST, SECOND)
            .replaceFirst(
                "}$", ", \"whatIf\": {\"childcare-subsidy\": {\"upliftSecondYuan\": 300.5}}}");
    VEvent payment = events("childcare-subsidy", supposed).getFirst();

    assertThat(summary(payment)).endsWith("每月600.5元");
    assertThat(description(payment)).contains("这是按假设的数算的。");
  }

  @Test
  void an_event_is_the_same_whenever_it_is_told_and_keeps_nobody_busy() {
    String text = text("childcare-subsidy", children(ELDEST, SECOND), CLOCK);
    String later =
        text(
            "childcare-subsidy",
            children(ELDEST, SECOND),
            Clock.fixed(Instant.parse("2026-11-29T16:00:00Z"), CLOCK.getZone()));

    assertThat(text).contains("DTSTAMP:20261121T043000Z\r\n", "TRANSP:TRANSPARENT\r\n");
    assertThat(later.replace("DTSTAMP:20261129T160000Z", "DTSTAMP:20261121T043000Z"))
        .isEqualTo(text);
  }

  @Test
  void a_calendar_without_events_is_one_all_the_same() {
    String text = text("senior-card", "{\"facts\": {}}", CLOCK);

    assertThat(text)
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Minsheng//Minsheng//ZH
            BEGIN:VTIMEZONE
            TZID:Asia/Shanghai
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0800
            TZOFFSETTO:+0800
            END:STANDARD
            END:VTIMEZONE
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
    assertThat(read(text).getEvents()).isEmpty();
  }

  /** Lines and UIDs as RFC 5545 has them, with no more in a UID than its pattern. */
  @ParameterizedTest
  @MethodSource("minsheng.contract.Example#policies")
  void every_policy_has_a_calendar_in_its_form(String policy) {
    for (Example example : Example.of(policy).subList(0, SOME)) {
      String text = text(policy, question(example), CLOCK);

      assertThat(text).endsWith("\r\n").doesNotContain("{", "}");
      assertThat(text.split("\r\n"))
          .doesNotContain("")
          .allSatisfy(
              line -> {
                assertThat(line).doesNotContain("\r", "\n");
                assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75);
              });
      assertThat(read(text).getEvents())
          .extracting(event -> event.getUid().getValue())
          .doesNotHaveDuplicates()
          .allMatch(UID.asMatchPredicate());
    }
  }

  private static String question(Example example) {
    ObjectNode question = example.request().deepCopy();
    JsonNode whatIf = question.remove("whatIf");
    if (whatIf != null) {
      question.putObject("whatIf").set(example.policy(), whatIf);
    }
    return question.toString();
  }

  @Test
  void the_glossary_has_a_blank_for_nothing_else_and_a_name_for_each_entry() {
    assertThat(
            Pattern.compile("\\{(.*?)}")
                .matcher(String.join("", Glossary.SENTENCES.values()))
                .results()
                .map(match -> match.group(1)))
        .containsOnly("benefit", "entry", "number", "yuan", "year", "month");
    assertThat(
            Rules.all().stream()
                .flatMap(rule -> rule.policy().result().stream())
                .filter(field -> field.isOfEntry())
                .map(field -> field.name().replaceAll("\\[].*", "")))
        .isNotEmpty()
        .allMatch(Glossary.SENTENCES::containsKey);
  }

  private static List<VEvent> events(String policy, String question) {
    return read(text(policy, question, CLOCK)).getEvents();
  }

  private static String text(String policy, String body, Clock clock) {
    Rule rule = Rules.of(policy);
    ScreeningQuestion question =
        ScreeningQuestion.whole(Json.read(body.getBytes(UTF_8)), Map.of(policy, rule.policy()));
    LocalDate asOf = question.asOf() == null ? AS_OF : question.asOf();
    Circumstances today =
        new Circumstances(
            asOf,
            question.facts(),
            (each, day) ->
                new Law(day, Map.of(), question.whatIf().getOrDefault(policy, Map.of())));
    return ScreeningCalendar.of(Screening.of(List.of(rule), today), clock);
  }

  /** With a reader that tells of everything that it does not understand. */
  private static ICalendar read(String text) {
    try (ICalReader reader = new ICalReader(text)) {
      ICalendar calendar = reader.readNext();
      assertThat(reader.getWarnings()).isEmpty();
      assertThat(calendar.getTimezoneInfo().getComponents()).hasSize(1);
      return calendar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String day(VEvent event) {
    assertThat(event.getDateStart().getValue().hasTime()).isFalse();
    return event.getDateStart().getValue().getRawComponents().toString(false, false);
  }

  private static String summary(VEvent event) {
    return event.getSummary().getValue();
  }

  private static String description(VEvent event) {
    return event.getDescription().getValue();
  }
}
