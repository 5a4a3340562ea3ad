package minsheng.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller says that it accepts (RFC 9110, 12.5.1). */
class RequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/calendar | true",
        "Text/Calendar; charset=utf-8 | true",
        "application/json;q=0.1, text/calendar | true",
        "text/calendar, */* | true",
        "application/json, text/calendar;q=0.1 | false",
        "application/json, text/calendar, application/problem+json | false",
        "text/calendar;q=0.05 | true",
        "text/calendar;q=0 | false",
        "text/calendar; q=0.000 | false",
        "text/calendar;charset=utf-8;Q=0.0 | false",
        "text/calendar;q=0, application/json | false",
        "text/calendars | false",
        "text/* | false",
        "*/* | false",
        "'' | false",
        " | false",
      })
  void a_calendar_is_sent_to_whom_likes_it_better_than_json(
      @Nullable String accept, boolean isPreferred) {
    Request request =
        new Request(
            "POST",
            "/v1/screen",
            Map.of(),
            accept == null ? Map.of() : Map.of("accept", accept),
            new byte[0]);

    assertThat(request.prefers("text/calendar", "application/json")).isEqualTo(isPreferred);
  }
}
