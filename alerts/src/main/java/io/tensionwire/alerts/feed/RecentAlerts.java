package io.tensionwire.alerts.feed;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.service.PageContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The last alerts, each once, and the feed of them: written when it is asked for, and kept until there is another. */
final class RecentAlerts {

  static final int MOST = 200;
  private static final String ATOM = "application/atom+xml; charset=utf-8";

  private final Function<Alert, Message> words;
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private @Nullable PageContent written;

  RecentAlerts(Function<Alert, Message> words) {
    this.words = words;
  }

  /** One more, or one again; what only changes a message that was told is no news. */
  synchronized void add(Alert alert) {
    if (alert.kind() == AlertKind.UPDATED || alert.kind() == AlertKind.CLOSED) {
      return;
    }
    written = null;
    alerts.remove(alert.id());
    alerts.put(alert.id(), alert);
    if (alerts.size() > MOST) {
      alerts.remove(alerts.keySet().iterator().next());
    }
  }

  /** The feed, the newest first. */
  synchronized PageContent feed() {
    PageContent known = written;
    if (known != null) {
      return known;
    }
    List<AtomFeed.Entry> entries = new ArrayList<>();
    Instant updated = Instant.EPOCH;
    for (Alert alert : new ArrayList<>(alerts.values()).reversed()) {
      entries.add(new AtomFeed.Entry(alert, words.apply(alert)));
      updated = alert.raisedAt().isAfter(updated) ? alert.raisedAt() : updated;
    }
    PageContent feed = PageContent.of(ATOM, AtomFeed.write(entries, updated), updated);
    written = feed;
    return feed;
  }
}
