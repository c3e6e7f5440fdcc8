package io.tensionwire.standalone.demo;

import static java.util.Objects.requireNonNull;

import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.alert.AlertSettings;
import io.tensionwire.fixtures.samples.Sample;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Source;
import io.tensionwire.model.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of the samples, as the records on the topics tell. One line for each that raises no alert: the alerts
 * themselves are the console receiver's to print.
 */
final class Walk {

  private final Map<String, Sample> samplesByPath;
  private final Function<Article, Judgement> detector;
  private final Consumer<String> lines;

  /** The paths of the samples that have not yet said what they say for good. */
  private final Set<String> toCome = new HashSet<>();
  private final Set<String> revisions = new HashSet<>();
  private final Map<String, Boolean> worthTelling = new HashMap<>();
  private final Set<String> detectionsToCome = new HashSet<>();
  private final Set<String> detectionsSeen = new HashSet<>();
  private final Set<String> storiesToCome = new HashSet<>();
  private final Set<String> inStories = new HashSet<>();
  private final Map<String, Alert> alerts = new HashMap<>();
  private final Map<String, Delivery> deliveries = new HashMap<>();
  private int recorded;

  /**
   * @param detector the processor's own, to say why an article is on no topic after {@code news.articles}
   * @param lines where to say what raises no alert
   */
  Walk(List<Sample> samples, Function<Article, Judgement> detector, Consumer<String> lines) {
    this.samplesByPath = samples.stream().collect(Collectors.toMap(Sample::path, Function.identity()));
    toCome.addAll(samplesByPath.keySet());
    this.detector = detector;
    this.lines = lines;
  }

  void article(Article article) {
    if (!revisions.add(article.id() + "/" + article.revision())) {
      return;
    }
    String path = article.url().getPath();
    Sample sample = samplesByPath.get(path);
    if (sample != null && article.title().equals(sample.lastText().title())) {
      toCome.remove(path);
    }
    switch (detector.apply(article)) {
      case Judgement.PassedOver passedOver -> {
        worthTelling.putIfAbsent(path, false);
        passedOver(passedOver.reason(), article);
      }
      case Judgement.Named named -> {
        Detection detection = named.detection();
        Severity severity = detection.severity();
        worthTelling.merge(path, severity != null, Boolean::logicalOr);
        detectionsToCome.add(detection.id());
        if (severity == null) {
          String reason = detection.passedOver();
          passedOver(reason == null ? "nothing worth telling" : reason, article);
          return;
        }
        storiesToCome.add(article.id());
        if (article.eventAt().isBefore(article.fetchedAt().minus(AlertSettings.USUAL.maxAge()))) {
          recorded++;
          lines.accept("· recorded, not told (" + words("older-than-max-age") + "): "
              + title(article.title(), article.outlet()));
        }
      }
    }
  }

  void detection(Detection detection) {
    detectionsSeen.add(detection.id());
  }

  void story(Story story) {
    story.articles().forEach(source -> inStories.add(source.articleId()));
  }

  void alert(Alert alert) {
    alerts.put(alert.id(), alert);
  }

  void delivery(Delivery delivery) {
    if (!delivery.receiver().equals(DemoConfiguration.CONSOLE)) {
      return; // The same alerts again, on the page.
    }
    Delivery before = deliveries.put(delivery.alertId(), delivery);
    boolean news = before == null || before.state() != delivery.state();
    Alert alert = alerts.get(delivery.alertId());
    if (news && delivery.state() == DeliveryState.SUPPRESSED && alert != null) {
      lines.accept("· recorded, not told (" + words(delivery.reason()) + "): " + title(alert.headline(), alert.outlet()));
    }
  }

  /** Alerts that the console has shown. */
  long delivered() {
    return deliveries.values().stream().filter(delivery -> delivery.state() == DeliveryState.DELIVERED).count();
  }

  /** Whether everything that has appeared has come to its end. */
  boolean settled() {
    return toCome.isEmpty()
        && detectionsSeen.containsAll(detectionsToCome)
        && inStories.containsAll(storiesToCome)
        && alerts.keySet().stream().allMatch(this::ended);
  }

  /** What is still to come, in words. */
  String open() {
    return ("%d of %d articles read, %d of %d detections made, %d of %d in stories, "
        + "%d of %d alerts at their end").formatted(
        samplesByPath.size() - toCome.size(), samplesByPath.size(), detectionsSeen.size(), detectionsToCome.size(),
        storiesToCome.stream().filter(inStories::contains).count(), storiesToCome.size(),
        alerts.keySet().stream().filter(this::ended).count(), alerts.size());
  }

  /** What became of all of them. */
  String summary() {
    long told = worthTelling.values().stream().filter(worth -> worth).count();
    long opened = deliveries.values().stream()
        .filter(delivery -> delivery.state() == DeliveryState.DELIVERED && delivery.kind() == AlertKind.OPENED)
        .count();
    return ("%d articles and %d revisions: %d worth telling, %d passed over; "
        + "alerts: %d of new stories, %d of changes, %d recorded, not told").formatted(
            worthTelling.size(), revisions.size() - worthTelling.size(), told, worthTelling.size() - told, opened,
            delivered() - opened, recorded + deliveries.size() - delivered());
  }

  /** The samples that were judged otherwise than a reader would, by id. */
  List<String> otherwise() {
    List<String> ids = new ArrayList<>();
    worthTelling.forEach((path, told) -> {
      Sample sample = samplesByPath.get(path);
      if (sample == null || sample.expect().alert() != told) {
        ids.add(sample == null ? path : sample.id());
      }
    });
    return ids.stream().sorted().toList();
  }

  /** The articles that alerts rest on, by sample id. */
  Set<String> told() {
    return alerts.values().stream()
        .flatMap(alert -> alert.sources().stream())
        .map(Source::url)
        .map(url -> samplesByPath.get(url.getPath()))
        .filter(sample -> sample != null)
        .map(sample -> requireNonNull(sample).id())
        .collect(Collectors.toSet());
  }

  private boolean ended(String alertId) {
    Delivery delivery = deliveries.get(alertId);
    return delivery != null && delivery.state() != DeliveryState.PENDING;
  }

  private void passedOver(String reason, Article article) {
    lines.accept("· passed over (" + words(reason) + "): " + title(article.title(), article.outlet()));
  }

  private static String title(String title, String outlet) {
    return title + " · " + outlet;
  }

  private static String words(@Nullable String reason) {
    return switch (reason) {
      case null -> "no reason given";
      case "one-party-missing" -> "does not name both South Korea and Russia";
      case "other-language" -> "neither English, Korean nor Russian";
      case "no-signal" -> "nothing between the two gets worse or better";
      case "named-in-passing" -> "names the two only in passing";
      case "too-weak" -> "too little between the two to be told";
      case "only-recap" -> "only looks back";
      case "only-demanded" -> "only demands, nothing done or agreed";
      case "only-negated" -> "says only what is not so";
      case "older-than-max-age" -> "it happened too long ago to be news";
      default -> reason.replace('-', ' ');
    };
  }
}
