package io.tensionwire.standalone.feedback;

import io.tensionwire.alerts.feedback.Verdict;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.WireName;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What readers made of alerts, as labelled documents.
 *
 * @param documents one for each article, in the order of the alerts' ids
 * @param missing why an answer is in none of them, in a line each
 */
record LabelledExport(List<Document> documents, List<String> missing) {

  /**
   * An article as the labelled sets have it, and what its label rests on.
   *
   * @param label {@code escalation}, {@code deescalation}, {@code mixed}, or {@code none} where it should not have been told
   * @param signals categories that it should have
   * @param ambiguous whether readers disagreed
   * @param alert whether it should be told
   * @param look rules of the watch whose findings in it should be looked at
   */
  record Document(
      String id, String lang, String title, String text, @Nullable Instant publishedAt, String label,
      List<String> signals, boolean ambiguous, String genre, @Nullable String stance, @Nullable String severity,
      String note, URI url, String language, boolean alert, List<String> look) {}

  static LabelledExport of(List<Feedback> feedback, FeedbackOnTopics topics) {
    Map<String, List<Feedback>> byAlert = feedback.stream()
        .filter(each -> each.verdict().equals(Verdict.NOT_RELEVANT) || each.verdict().equals(Verdict.ACKNOWLEDGED))
        .sorted(Comparator.comparing(Feedback::at).thenComparing(Feedback::user))
        .collect(Collectors.groupingBy(Feedback::alertId, TreeMap::new, Collectors.toList()));
    Map<String, Alert> alerts = topics.alerts(byAlert.keySet());
    Set<String> wanted = alerts.values().stream().map(LabelledExport::articleId).filter(Objects::nonNull)
        .collect(Collectors.toSet());
    Map<String, Article> articles = topics.articles(wanted);
    Map<String, Answered> answered = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    byAlert.forEach((id, answers) -> {
      Alert alert = alerts.get(id);
      String articleId = alert == null ? null : articleId(alert);
      Article article = articleId == null ? null : articles.get(articleId);
      if (alert == null) {
        missing.add(id + ": the alert is not kept any more");
      } else if (articleId == null) {
        missing.add(id + ": rests on no article (" + alert.subject() + ")");
      } else if (article == null) {
        missing.add(id + ": its article " + articleId + " is not kept any more: " + alert.url());
      } else {
        answered.merge(articleId, new Answered(alert, article, answers), Answered::and);
      }
    });
    return new LabelledExport(
        answered.values().stream().map(each -> document(each.alert(), each.article(), each.answers())).toList(), missing);
  }

  /** What readers said of one article, to however many alerts: the latest of these says what it came to. */
  private record Answered(Alert alert, Article article, List<Feedback> answers) {

    Answered and(Answered other) {
      boolean later = other.alert.raisedAt().isAfter(alert.raisedAt());
      List<Feedback> all = Stream.concat(answers.stream(), other.answers.stream())
          .sorted(Comparator.comparing(Feedback::at).thenComparing(Feedback::user)).toList();
      return new Answered(later ? other.alert : alert, article, all);
    }
  }

  private static Document document(Alert alert, Article article, List<Feedback> answers) {
    List<Feedback> not = answers.stream().filter(each -> each.verdict().equals(Verdict.NOT_RELEVANT)).toList();
    Set<String> wrong = new LinkedHashSet<>();
    not.forEach(each -> wrong.addAll(each.signalIds()));
    boolean whole = not.stream().anyMatch(each -> each.signalIds().isEmpty());
    boolean tell = not.isEmpty() || not.size() < answers.size() || !whole && !all(alert, wrong);
    List<Signal> inArticle = alert.signals().stream()
        .filter(signal -> signal.articleId().isEmpty() || signal.articleId().equals(article.id())).toList();
    List<String> look = inArticle.stream().map(Signal::id).filter(id -> whole || wrong.contains(id)).distinct().sorted().toList();
    List<String> categories = !tell ? List.of() : inArticle.stream().filter(signal -> !wrong.contains(signal.id()))
        .map(Signal::category).filter(Objects::nonNull).map(WireName::of).distinct().sorted().toList();
    Polarity polarity = alert.polarity();
    Language language = article.language() == null ? alert.language() : article.language();
    String text = Stream.of(article.summary(), article.body()).filter(part -> !part.isBlank())
        .reduce((summary, body) -> body.contains(summary) ? body : summary + "\n" + body).orElse("");
    return new Document(
        article.id(), language.tag(), article.title(), text, article.publishedAt(),
        !tell || polarity == null ? "none" : WireName.of(polarity), categories,
        !not.isEmpty() && not.size() < answers.size(), WireName.of(article.genre()), null,
        tell ? WireName.of(alert.severity()) : null, note(answers), article.url(), language.tag(), tell, look);
  }

  private static boolean all(Alert alert, Set<String> wrong) {
    return alert.signals().stream().allMatch(signal -> wrong.contains(signal.id()));
  }

  /** Who said it is nobody's business in a test. */
  private static String note(List<Feedback> answers) {
    return answers.stream()
        .map(each -> {
          String comment = each.comment();
          return each.verdict() + (comment == null || comment.isBlank() ? "" : ": " + comment);
        })
        .collect(Collectors.joining("; "));
  }

  /** The article behind the alert's headline; the one with its address, else the first that it rests on. */
  private static @Nullable String articleId(Alert alert) {
    return Stream.concat(
            alert.sources().stream().filter(source -> source.url().equals(alert.url())).map(Source::articleId),
            Stream.concat(
                alert.sources().stream().map(Source::articleId), alert.signals().stream().map(Signal::articleId)))
        .filter(id -> !id.isEmpty()).findFirst().orElse(null);
  }
}
