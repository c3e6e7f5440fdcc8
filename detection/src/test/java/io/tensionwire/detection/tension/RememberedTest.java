package io.tensionwire.detection.tension;

import static io.tensionwire.detection.tension.Reports.MOSCOW_TO_SEOUL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Json;
import io.tensionwire.model.Severity;
import io.tensionwire.model.TensionPoint;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store holds is read again as it was. */
class RememberedTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  @Test
  void aShare() {
    StoryShare share = StoryShare.of(Reports.threat("a", Severity.HIGH), DAY, List.of(MOSCOW_TO_SEOUL));

    assertThat(Json.read(Json.write(share), StoryShare.class)).isEqualTo(share);
    assertThat(Json.write(share)).contains("\"parts\":{\"russia>south-korea\":{\"escalation\":8000,\"deescalation\":0}");
  }

  @Test
  void aDay() {
    var day = new TensionDay("korea-russia", DAY, 12, 90);

    assertThat(Json.read(Json.write(day), TensionDay.class)).isEqualTo(day);
    assertThat(Json.write(day))
        .isEqualTo("{\"watchId\":\"korea-russia\",\"day\":\"2026-11-21\",\"coverage\":12,\"historyDays\":90}");
  }

  @Test
  void aWindow() {
    var point = new TensionPoint(
        "korea-russia", "total", Reports.NOON, TensionPoint.WEEK, 3.5, 0, 12, 97.2, 90, List.of("a"));
    var window = new TensionWindow(point, DAY, true);

    assertThat(Json.read(Json.write(window), TensionWindow.class)).isEqualTo(window);
  }
}
