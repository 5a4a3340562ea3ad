package minsheng.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import io.quarkus.runtime.annotations.RegisterResources;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minsheng.kernel.Policy;
import minsheng.kernel.Reason;
import minsheng.screening.Change;
import minsheng.screening.Finding;
import minsheng.screening.Payment;
import minsheng.screening.Screening;
import minsheng.screening.Term;
import minsheng.vocabulary.Glossary;
import org.jspecify.annotations.Nullable;

/**
 * The days that a screening tells, as iCalendar (RFC 5545): when a payment begins, what ends, by
 * when and from when to apply. Each is an event of a whole day that keeps its UID when it is told
 * again.
 */
@RegisterResources(globs = "biweekly/biweekly.properties")
@RegisterResourceBundle(bundleName = "biweekly/messages")
final class ScreeningCalendar {

  private static final Pattern ENTRY = Pattern.compile("(\\w+)\\[(\\d+)]");

  /** The longest line, in octets. */
  private static final int LINE = 75;

  private static final String LINE_END = "\r\n";

  private final Clock clock;
  private final ICalendar calendar = new ICalendar();

  private ScreeningCalendar(Clock clock) {
    this.clock = clock;
    calendar.setProductId("-//Minsheng//Minsheng//ZH");
    calendar.addComponent(zone());
  }

  /**
   * @param clock tells when the calendar is written; its zone is that of the days
   */
  static String of(Screening screening, Clock clock) {
    ScreeningCalendar calendar = new ScreeningCalendar(clock);
    screening.findings().forEach(calendar::add);
    return folded(Biweekly.write(calendar.calendar).foldLines(false).go());
  }

  /** A calendar has one component at least, whether or not there is an event. */
  private VTimezone zone() {
    long seconds = clock.getZone().getRules().getOffset(clock.instant()).getTotalSeconds();
    UtcOffset offset = new UtcOffset(seconds * 1000);
    StandardTime standard = new StandardTime();
    standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
    standard.setTimezoneOffsetFrom(offset);
    standard.setTimezoneOffsetTo(offset);
    VTimezone zone = new VTimezone(clock.getZone().getId());
    zone.addStandardTime(standard);
    return zone;
  }

  private void add(Finding finding) {
    finding.payments().forEach(payment -> addPayment(finding, payment));
    Term term = finding.term();
    if (term.until() != null) {
      List<String> why = term.endsBecause().stream().map(Reason::zh).toList();
      add(finding, "end", null, term.until(), Glossary.ENDS, why);
    }
    if (term.deadline() != null) {
      add(finding, "deadline", null, term.deadline(), Glossary.APPLY_BY, List.of())
          .setLocation(finding.policy().whereToApply());
    }
    for (Change change : finding.changes()) {
      if (change instanceof Change.Awaited awaited) {
        add(finding, "application", awaited.entry(), awaited.day(), Glossary.APPLY_FROM, List.of())
            .setLocation(finding.policy().whereToApply());
      }
    }
  }

  /** Of what is paid by the year or once, no day is known. */
  private void addPayment(Finding finding, Payment payment) {
    YearMonth from = payment.from();
    if (from != null) {
      String sentence =
          Glossary.PAID_MONTHLY.replace("{yuan}", payment.amount().yuan().toPlainString());
      add(finding, "payment", payment.entry(), from.atDay(1), sentence, last(payment.to()));
    }
  }

  private static List<String> last(@Nullable YearMonth month) {
    return month == null
        ? List.of()
        : List.of(
            Glossary.PAID_UNTIL
                .replace("{year}", String.valueOf(month.getYear()))
                .replace("{month}", String.valueOf(month.getMonthValue())));
  }

  /**
   * @param role what the day is to the policy, as its UID says
   * @param entry whom it concerns, such as {@code children[1]}; null = the household
   * @param details sentences to read with the event
   */
  private VEvent add(
      Finding finding,
      String role,
      @Nullable String entry,
      LocalDate day,
      String sentence,
      List<String> details) {
    Policy policy = finding.policy();
    List<String> description = new ArrayList<>(details);
    if (finding.assessment().hypothetical()) {
      description.add(Glossary.SUPPOSED);
    }
    description.add(Glossary.AGENCY_DECIDES);
    VEvent event = new VEvent();
    event.setUid(
        policy.id() + "/" + role + (entry == null ? "" : "/" + entry) + "/" + day + "@minsheng");
    event.setDateTimeStamp(Date.from(clock.instant()));
    event.setDateStart(
        new DateStart(
            new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
                false)));
    event.setSummary(sentence.replace("{benefit}", benefit(policy, entry)));
    event.setDescription(String.join("\n", description));
    // Nobody is busy for a whole day because of it.
    event.setTransparency(true);
    calendar.addEvent(event);
    return event;
  }

  private static String benefit(Policy policy, @Nullable String entry) {
    if (entry == null) {
      return policy.nameZh();
    }
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalStateException(entry);
    }
    String one =
        requireNonNull(Glossary.SENTENCES.get(matcher.group(1)))
            .replace("{number}", String.valueOf(Integer.parseInt(matcher.group(2)) + 1));
    return Glossary.FOR_ENTRY.replace("{benefit}", policy.nameZh()).replace("{entry}", one);
  }

  /** The library folds by characters, the standard by octets. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    for (String line : text.split(LINE_END)) {
      int octets = 0;
      for (int character : line.codePoints().toArray()) {
        int more = Character.toString(character).getBytes(UTF_8).length;
        if (octets + more > LINE) {
          folded.append(LINE_END).append(' ');
          octets = 1;
        }
        folded.appendCodePoint(character);
        octets += more;
      }
      folded.append(LINE_END);
    }
    return folded.toString();
  }
}
