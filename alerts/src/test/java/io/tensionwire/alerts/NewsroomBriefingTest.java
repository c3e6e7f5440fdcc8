package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.digest.Watchfulness;
import io.tensionwire.alerts.feedback.Feedbacks;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Surroundings;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.alerts.thread.StoryThreads;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewsroomBriefingTest {

  private static final Instant MORNING = RAISED_AT.plusSeconds(3600);

  private final Clock clock = Clock.fixed(RAISED_AT, ZoneOffset.UTC);
  private final Routing routing = new Routing(Route.to("desk"), null);
  private final Silences silences = new Silences();
  private final Schedule schedule = new Schedule(
      routing, ZoneOffset.UTC, Templates.USUAL, null, Set.of("desk"), silences, new Feedbacks(clock),
      new Watchfulness(), RAISED_AT);

  @Test
  void whatItsReaderMayHaveIsMarkedWhereNobodyCouldFindOut() {
    var desk = briefing(ScriptedReceiver.unlimited("desk"));

    assertThat(told(desk, alert().build(), true).change()).startsWith(Message.MAY_BE_KNOWN);
    assertThat(told(desk, alert().build(), false).change()).doesNotContain(Message.MAY_BE_KNOWN);
    assertThat(told(desk, alert().kind(AlertKind.UPDATED).build(), true).change()).as("an edit does no harm twice")
        .doesNotContain(Message.MAY_BE_KNOWN);
  }

  @Test
  void whoFindsOutIsToldWithoutTheMark() {
    var asked = briefing(new ScriptedReceiver("desk", Rate.UNLIMITED, true) {
      @Override
      public boolean recognisesRepeats() {
        return true;
      }
    });

    assertThat(told(asked, alert().build(), true).change()).doesNotContain(Message.MAY_BE_KNOWN);
    assertThat(asked.of(waiting(alert().build(), true)).mayBeTold()).isTrue();
  }

  @Test
  void aDigestThatItsReaderMayHaveIsMarkedToo() {
    Alert held = alert().build();
    schedule.recorded(new Waiting(
        held, delivery(held, "awaits-digest", MORNING), null));
    Waiting digest = schedule.due(MORNING, delivery -> false, List::of).getFirst();
    var desk = briefing(ScriptedReceiver.unlimited("desk"));

    Notice again = Objects.requireNonNull(desk.notice(digest.leftBehindByAnother()));

    assertThat(again.lines()).hasSize(2).first().extracting(NoticeLine::text).isEqualTo(Message.MAY_BE_KNOWN);
    assertThat(Objects.requireNonNull(desk.notice(digest)).lines()).hasSize(1);
  }

  private static Message told(NewsroomBriefing briefing, Alert alert, boolean leftBehind) {
    return briefing.of(waiting(alert, leftBehind)).message();
  }

  private NewsroomBriefing briefing(Receiver desk) {
    return new NewsroomBriefing(
        routing, ZoneOffset.UTC, Templates.USUAL, alert -> Surroundings.NONE, schedule, silences,
        new StoryThreads(offset -> null, clock), Map.of("desk", desk), clock);
  }

  private static Waiting waiting(Alert alert, boolean leftBehind) {
    return new Waiting(alert, delivery(alert, null, null), null, leftBehind);
  }

  private static Delivery delivery(Alert alert, @Nullable String reason, @Nullable Instant until) {
    return new Delivery(
        alert.id(), "desk", alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.PENDING, reason, 0, until,
        null, null, 0, alert.raisedAt());
  }
}
