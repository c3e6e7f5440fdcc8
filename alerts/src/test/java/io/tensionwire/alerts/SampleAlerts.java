package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.AlertBuilder.signal;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.Stance;
import java.net.URI;

/** One alert in each language, and some that are after something; the sentences are our own, of offices only. */
public final class SampleAlerts {

  private SampleAlerts() {}

  public static Alert english() {
    return alert()
        .id("en-1")
        .headline("SAMPLE: Moscow warns Seoul of a response if shells go to Ukraine")
        .url(URI.create("https://harbour-post.example/world/2026/11/21/warning?id=1&x=2"))
        .outlet("Harbour Post")
        .signal(signal(
            Category.RETALIATION_THREAT, Stance.CONDITIONAL,
            "If the shells leave Korean ports, our answer will not be long in coming, the foreign ministry spokesperson said.",
            "our answer will not be long in coming", Language.EN))
        .signal(signal(
            Category.RED_LINE, Stance.ASSERTED, "Such deliveries would cross a red line, she added.", "cross a red line",
            Language.EN))
        .build();
  }

  public static Alert korean() {
    Signal threat = signal(
        Category.RETALIATION_THREAT, Stance.CONDITIONAL,
        "러시아 외무부 대변인은 “한국이 포탄을 보낸다면 상응하는 조치를 취하겠다”고 말했다.",
        "상응하는 조치를 취하겠다", Language.KO);
    return alert()
        .id("ko-1")
        .headline("견본: 러 외무부 “포탄 보내면 상응 조치”")
        .url(URI.create("https://hangang-ilbo.example/politics/2026/11/21/7"))
        .outlet("한강일보")
        .language(Language.KO)
        .signal(threat)
        .build();
  }

  public static Alert russian() {
    Signal accusation = signal(
        Category.SANCTIONS_EXPORT_CONTROL, Stance.ALLEGED,
        "По данным посольства, Сеул готовит новые ограничения против российских судов.",
        "готовит новые ограничения", Language.RU);
    return alert()
        .id("ru-1")
        .severity(Severity.ELEVATED)
        .confidence(Confidence.ALLEGED)
        .genre(Genre.OFFICIAL)
        .headline("ОБРАЗЕЦ: посольство сообщило о новых ограничениях Сеула")
        .url(URI.create("https://vestnik-buhty.example/2026/11/21/11"))
        .outlet("Вестник бухты")
        .language(Language.RU)
        .directions("south-korea>russia")
        .signal(new Signal(
            accusation.id(), accusation.category(), accusation.polarity(), accusation.stance(), true,
            accusation.phrase(), accusation.sentence(), accusation.sentenceStart(), accusation.field(),
            accusation.start(), accusation.end(), "south-korea", "russia", null, "south-korea", 20, "article",
            Language.RU))
        .build();
  }

  public static Alert escalated() {
    return alert()
        .id("es-1")
        .kind(AlertKind.ESCALATED)
        .severity(Severity.CRITICAL)
        .confidence(Confidence.CORROBORATED)
        .headline("SAMPLE: Two attachés are told to leave")
        .outlet("Harbour Post")
        .counts(3, 2)
        .sources(source("Harbour Post", "en-9"), source("한강일보", "ko-9"))
        .change("high", "critical", "the ministry confirmed the expulsion")
        .signal("The two attachés were declared undesirable.", "declared undesirable")
        .build();
  }

  public static Alert easing() {
    return alert()
        .id("ea-1")
        .severity(Severity.ELEVATED)
        .confidence(Confidence.SINGLE)
        .polarity(Polarity.DEESCALATION)
        .headline("견본: 한·러, 4월부터 직항편 다시 띄우기로")
        .outlet("한강일보")
        .language(Language.KO)
        .directions()
        .signal(signal(
            Category.RETALIATION_THREAT, Stance.NEGATED, "맞대응은 없다고 했다.", "맞대응은 없다", Language.KO))
        .signal(signal(
            Category.REOPENING, Stance.ASSERTED, "양측은 4월부터 직항편을 재개하기로 합의했다.", "직항편을 재개하기로 합의했다",
            Language.KO))
        .build();
  }

  public static Alert mixed() {
    return alert()
        .id("mi-1")
        .polarity(Polarity.MIXED)
        .headline("SAMPLE: Talks to go on, but Moscow draws a red line")
        .outlet("Harbour Post")
        .signal(signal(Category.RED_LINE, Stance.ASSERTED, "Missiles would be a red line.", "a red line", Language.EN))
        .signal(signal(
            Category.RETALIATION_THREAT, Stance.ASSERTED, "It would not go unanswered.", "not go unanswered", Language.EN))
        .signal(signal(
            Category.HOSTILE_RHETORIC, Stance.ASSERTED, "The plan was called mad.", "mad", Language.EN))
        .signal(signal(Category.DIALOGUE, Stance.ASSERTED, "Both agreed to meet again.", "agreed to meet", Language.EN))
        .build();
  }

  public static Alert updated() {
    return alert()
        .id("up-1")
        .kind(AlertKind.UPDATED)
        .headline("SAMPLE: Moscow warns Seoul of a response, and names conditions")
        .counts(2, 1)
        .change(
            "headline “SAMPLE: Moscow warns Seoul of a response if shells go to Ukraine”",
            "headline “SAMPLE: Moscow warns Seoul of a response, and names conditions”",
            "Harbour Post revised its report (revision 2): new headline")
        .build();
  }

  public static Source source(String outlet, String articleId) {
    return new Source(
        articleId, 1, "title", URI.create("https://a.example/" + articleId), outlet, Language.EN, AlertBuilder.RAISED_AT);
  }
}
