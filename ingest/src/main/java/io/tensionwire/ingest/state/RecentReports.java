package io.tensionwire.ingest.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reports of the last day by site and title: a wire sends the stages of one, {@code [속보]}, {@code (종합)}, under
 * addresses of their own.
 */
final class RecentReports {

  private static final Duration DAY = Duration.ofHours(24);

  /** @param stage the highest so far */
  record Report(String articleId, int stage, Instant since) {}

  private final Map<String, LinkedHashMap<String, Report>> bySite = new HashMap<>();

  /** Not of the site's reports of the day, or one that is none of its stages. */
  @Nullable Report find(String site, String titleHash, int stage, Instant now) {
    Report report = bySite.getOrDefault(site, new LinkedHashMap<>()).get(titleHash);
    if (report == null || report.since().isBefore(now.minus(DAY))) {
      return null;
    }
    // The same title twice in a day is no proof; a mark of progress on one of them is.
    return stage != 0 || report.stage() != 0 ? report : null;
  }

  void add(String site, String titleHash, String articleId, int stage, Instant since, Instant now) {
    if (since.isBefore(now.minus(DAY))) {
      return;
    }
    LinkedHashMap<String, Report> reports = bySite.computeIfAbsent(site, s -> new LinkedHashMap<>());
    reports.merge(titleHash, new Report(articleId, stage, since), (known, next) ->
        known.articleId().equals(next.articleId())
            ? new Report(articleId, Math.max(known.stage(), stage), known.since())
            : known.since().isBefore(now.minus(DAY)) ? next : known);
    var oldest = reports.values().iterator();
    while (oldest.hasNext() && oldest.next().since().isBefore(now.minus(DAY))) {
      oldest.remove();
    }
  }
}
