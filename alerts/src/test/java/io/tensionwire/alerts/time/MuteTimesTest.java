package io.tensionwire.alerts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.yaml.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteTimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private final MuteTimes times = times("""
      nights: { from: 22:00, to: 07:00 }
      weekends: { days: sat-sun }
      lunch: { days: [mon, wed-fri], from: 12:00, to: 13:00, even-critical: true }
      week: { days: mon-fri }
      evenings: { days: Friday, from: 8:30, to: 24:00 }
      long-weekends: { days: fri-mon }
      """);

  @ParameterizedTest
  @CsvSource({
      // By the clocks of Berlin, UTC+1 in winter.
      "nights, 2026-11-19T20:59:59Z, ", "nights, 2026-11-19T21:00:00Z, 2026-11-20T06:00:00Z",
      "nights, 2026-11-20T05:59:59Z, 2026-11-20T06:00:00Z", "nights, 2026-11-20T06:00:00Z, ",
      "lunch, 2026-11-17T11:30:00Z, ", "lunch, 2026-11-18T11:30:00Z, 2026-11-18T12:00:00Z",
      "weekends, 2026-11-20T22:59:59Z, ", "weekends, 2026-11-20T23:00:00Z, 2026-11-22T23:00:00Z",
      "evenings, 2026-11-20T22:59:59Z, 2026-11-20T23:00:00Z", "evenings, 2026-11-20T23:00:00Z, ",
      "evenings, 2026-11-20T07:29:59Z, ", "evenings, 2026-11-20T07:30:00Z, 2026-11-20T23:00:00Z",
      "long-weekends, 2026-11-23T22:59:59Z, 2026-11-23T23:00:00Z", "long-weekends, 2026-11-24T12:00:00Z, ",
      // Clocks go forward on 29 March 2026 and back on 25 October: the night is an hour shorter, an hour longer.
      "nights, 2026-03-28T21:30:00Z, 2026-03-29T05:00:00Z", "nights, 2026-10-24T20:30:00Z, 2026-10-25T06:00:00Z"
  })
  void isMutedUntilItsEnd(String name, String at, @Nullable String until) {
    assertThat(until(List.of(name), false, at)).isEqualTo(until == null ? null : Instant.parse(until));
  }

  @Test
  void whereOneEndsWhileAnotherGoesOnThatOneCounts() {
    // Friday night runs into the weekend, and the weekend into Sunday's night.
    assertThat(times.muted(List.of("nights", "weekends"), false, Instant.parse("2026-11-20T21:30:00Z")))
        .isEqualTo(new MuteTimes.Muted("nights", Instant.parse("2026-11-23T06:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"lunch, day", "day, lunch"})
  void ofTwoThatHoldTheOneThatEndsLastIsNamedInWhateverOrderTheyStand(String one, String other) {
    MuteTimes both = times("""
        lunch: { from: 12:00, to: 13:00 }
        day: { from: 09:00, to: 17:00 }
        """);

    assertThat(both.muted(List.of(one, other), false, Instant.parse("2026-11-18T11:30:00Z")))
        .isEqualTo(new MuteTimes.Muted("day", Instant.parse("2026-11-18T16:00:00Z")));
  }

  @Test
  void whatIsCriticalPassesUnlessTheMuteSaysOtherwise() {
    assertThat(until(List.of("nights"), true, "2026-11-19T21:30:00Z")).isNull();
    assertThat(until(List.of("lunch"), true, "2026-11-18T11:30:00Z")).isEqualTo("2026-11-18T12:00:00Z");
  }

  @Test
  void whatNeverEndsIsSeen() {
    assertThat(times.always(List.of("week", "weekends"))).isTrue();
    assertThat(times.always(List.of("week", "nights"))).isFalse();
    assertThat(until(List.of("week", "weekends"), false, "2026-11-19T21:30:00Z")).isEqualTo("2026-11-27T21:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "nights: { from: 22:00 } | mutes.yaml:1: nights: to is missing; give both, or neither for whole days",
      "nights: { from: 25:00, to: 07:00 } | mutes.yaml:1: nights.from: 25:00 is not a time of day; write it like 22:00",
      "nights: { days: someday } | mutes.yaml:1: nights.days: someday has 'someday', which is no day of the week; write it like mon, or sat-sun",
      "nights: { from: 7, to: 08:00 } | mutes.yaml:1: nights.from: 7 is not a time of day; write it like 22:00",
      "nights: { days: su } | mutes.yaml:1: nights.days: su has 'su', which is no day of the week; write it like mon, or sat-sun",
      "nights: { days: mon-tue-wed } | mutes.yaml:1: nights.days: mon-tue-wed has 'mon-tue-wed', which is no day of the week; write it like mon, or sat-sun",
      "nights: { to: 07:00 } | mutes.yaml:1: nights: from is missing; give both, or neither for whole days",
      "nights: { even-critical: true } | mutes.yaml:1: nights: says not when; give days such as sat-sun, or from and to such as 22:00 and 07:00"
  })
  void aMistakeSaysWhatWouldBeRight(String yaml, String message) {
    assertThatThrownBy(() -> times(yaml)).hasMessage(message);
  }

  private @Nullable Instant until(List<String> names, boolean critical, String at) {
    MuteTimes.Muted muted = times.muted(names, critical, Instant.parse(at));
    return muted == null ? null : Objects.requireNonNull(muted).until();
  }

  private static MuteTimes times(String yaml) {
    return MuteTimes.from(Section.parse(yaml, "mutes.yaml"), BERLIN);
  }
}
