package io.tensionwire.detection.position;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.memory.HeapShelf;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Position;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A ledger that is told articles, and what it made of them. */
final class Ledger {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  final List<Position> positions = new ArrayList<>();
  final List<Alert> alerts = new ArrayList<>();
  private final HeapShelf<PositionState> shelf = new HeapShelf<>();
  private final Detector detector;
  private Positions ledger = new Positions(shelf);

  Ledger(Detector detector) {
    this.detector = detector;
  }

  Ledger says(String article, String title) {
    return says(article, title, "", NOON);
  }

  Ledger says(String article, String title, String body, Instant eventAt) {
    return says(article, 1, title, body, eventAt, eventAt);
  }

  Ledger says(String article, int revision, String title, String body, Instant eventAt, Instant fetchedAt) {
    return hear(detection(article, revision, title, body, eventAt, fetchedAt));
  }

  Ledger hear(Detection detection) {
    Positions.Told told = ledger.follow(detector.rules(), detection, detection.fetchedAt());
    positions.addAll(told.positions());
    alerts.addAll(told.alerts());
    return this;
  }

  /** The same shelf in the hands of another instance. */
  Ledger restarted() {
    ledger = new Positions(shelf);
    return this;
  }

  Detection detection(
      String article, int revision, String title, String body, Instant eventAt, Instant fetchedAt) {
    Article text = Article.builder(URI.create("https://gazette.example/" + article)).title(title)
        .body(body, BodySource.PAGE).outlet("Gazette").publishedAt(eventAt).fetchedAt(fetchedAt).build();
    Judgement judgement = detector.judge(text);
    if (!(judgement instanceof Judgement.Named(Detection d))) {
      throw new AssertionError(title + ": " + judgement);
    }
    return new Detection(
        "", article, revision, d.watchId(), d.watchVersion(), d.title(), d.url(), d.feedId(), d.outlet(), d.genre(),
        d.language(), ArticleStatus.LIVE, d.publishedAt(), d.fetchedAt(), d.eventAt(), d.score(), d.severity(),
        d.confidence(), d.polarity(), d.passedOver(), d.signals(), d.mentions(), d.fingerprint(), d.gist(),
        article.startsWith("old"), d.bodySource(), d.detectedAt());
  }

  Position holds(String party, String position) {
    return Objects.requireNonNull(shelf.get(PositionState.key(detector.watchId(), party, position))).position();
  }

  List<String> told() {
    return alerts.stream().map(Alert::headline).toList();
  }
}
