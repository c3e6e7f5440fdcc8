package io.tensionwire.alerts.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {

  private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "acknowledged | Acknowledged by @night 18:00 KST", "not-relevant | Marked not relevant by @night 18:00 KST",
      "thanks       | Marked “thanks” by @night 18:00 KST"
  })
  void sayWhoMadeWhatOfAnAlert(String verdict, String words) {
    assertThat(Mark.of(new Feedback("a1", "night (U1)", verdict, List.of(), null, AT)).words()).isEqualTo(words);
  }

  @Test
  void sayWhatWasMutedAndForHowLong() {
    Silence story = silence(Mark.storySilence("s1"));
    Silence signal = silence(Mark.signalSilence("s1", "red-line/v2"));

    assertThat(Objects.requireNonNull(Mark.of(story)).words()).isEqualTo("Story muted by @day 18:00 KST");
    assertThat(Objects.requireNonNull(Mark.of(signal)).words())
        .isEqualTo("Signal “red-line/v2” muted until 19:00 KST by @day 18:00 KST");
    assertThat(Mark.story(story)).isEqualTo("s1");
    assertThat(Mark.story(signal)).isEqualTo("s1");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "by-hand", "message/s1", "message/s1/other", "message/s1/story/red-line", "message/s1/other/red-line",
      "elsewhere/s1/story", "elsewhere/s1/signal/red-line"
  })
  void aSilenceThatNoButtonMadeIsNoMark(String id) {
    assertThat(Mark.of(silence(id))).isNull();
    assertThat(Mark.story(silence(id))).isNull();
  }

  private static Silence silence(String id) {
    return new Silence(id, List.of("story = s1"), AT, AT.plus(Duration.ofHours(1)), "day (U2)", "");
  }
}
