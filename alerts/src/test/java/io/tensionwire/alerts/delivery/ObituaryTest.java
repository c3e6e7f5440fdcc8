package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ObituaryTest {

  private static final Instant SINCE = Instant.parse("2026-11-21T09:00:00.123Z");
  private static final Instant NOW = Instant.parse("2026-11-21T09:10:00Z");

  @Test
  void aDeathSaysSinceWhenAndWhoTellsMeanwhile() {
    Alert died = Obituary.died("desk", SINCE, "not-found: 404", "mail", NOW);

    assertThat(died.kind()).isEqualTo(AlertKind.COVERAGE);
    assertThat(died.severity()).isEqualTo(Severity.HIGH);
    assertThat(died.headline()).isEqualTo("Receiver desk is dead: not-found: 404");
    assertThat(died.before()).isEqualTo("answers");
    assertThat(died.after()).isEqualTo("does not answer since 2026-11-21T09:00:00Z");
    assertThat(died.reason()).isEqualTo("its alerts are told through mail meanwhile");
    assertThat(died.raisedAt()).isEqualTo(NOW);
  }

  @Test
  void whereNobodyTellsMeanwhileItSaysThatTheAlertsWait() {
    assertThat(Obituary.died("desk", SINCE, "no answer", null, NOW).reason())
        .isEqualTo("its alerts wait until it answers, or the time for trying is over");
  }

  @Test
  void theSameDeathIsTheSameAlertAndALaterOneIsAnother() {
    String first = Obituary.died("desk", SINCE, "no answer", null, NOW).id();

    assertThat(Obituary.died("desk", SINCE, "forbidden", "mail", NOW.plusSeconds(60)).id()).isEqualTo(first);
    assertThat(Obituary.died("desk", SINCE.plusSeconds(1), "no answer", null, NOW).id()).isNotEqualTo(first);
    assertThat(Obituary.died("mail", SINCE, "no answer", null, NOW).id()).isNotEqualTo(first);
  }

  @Test
  void aReturnNamesTheDeathThatItEnds() {
    Alert back = Obituary.returned("desk", new Death("d1", SINCE, "no answer"), NOW);

    assertThat(back.severity()).isEqualTo(Severity.NOTICE);
    assertThat(back.headline()).isEqualTo("Receiver desk answers again");
    assertThat(back.before()).isEqualTo("did not answer, found at 2026-11-21T09:00:00Z");
    assertThat(back.after()).isEqualTo("answers");
    assertThat(back.id()).isNotEqualTo(Obituary.returned("desk", new Death("d2", SINCE, "no answer"), NOW).id());
  }

  @Test
  void itIsKnownWhomAnAlertIsAbout() {
    assertThat(Obituary.receiverOf(Obituary.died("desk", SINCE, "no answer", null, NOW))).isEqualTo("desk");
    assertThat(Obituary.receiverOf(Obituary.returned("desk", new Death("d1", SINCE, "p"), NOW))).isEqualTo("desk");
    assertThat(Obituary.receiverOf(alert().build())).isNull();
  }
}
