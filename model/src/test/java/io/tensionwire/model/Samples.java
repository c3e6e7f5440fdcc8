package io.tensionwire.model;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One value of each record with every field set, and its least: what it may be read from. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
  static final Instant EARLIER = NOW.minus(Duration.ofHours(2));
  static final URI URL = URI.create("https://daily.example/2026/11/21/summons");

  private Samples() {}

  static List<Object> full() {
    List<Object> all = new ArrayList<>();
    all.add(article());
    all.add(feed());
    all.add(feedState());
    all.add(new Watch("korea-russia", "", "id: korea-russia\n", NOW, "editor"));
    all.add(detection());
    all.add(story());
    all.add(tensionPoint());
    all.add(new Position(
        "korea-russia", "south-korea", "lethal-arms", "none", 3, EARLIER, "under-review", "official", "no such plan",
        "spokesperson", "Gazette", "a1", URL));
    all.add(alert());
    all.add(delivery(DeliveryState.PENDING));
    all.add(new Feedback("a1", "desk", "not-relevant", List.of("red-line"), "a metro line", NOW));
    all.add(SignalFeedback.of("korea-russia", "red-line", 8, 2, 3, NOW));
    all.add(new Silence("s1", List.of("category = red-line"), NOW, NOW.plusSeconds(60), "desk", "a drill"));
    return all;
  }

  /** The least that each record is read from: what a reader must be able to rely on. */
  static Map<Class<?>, String> least() {
    return Map.ofEntries(
        Map.entry(Article.class, """
            {"id":"x","revision":1,"url":"https://a.example/1","title":"t","fetchedAt":"2026-11-21T09:30:00Z"}"""),
        Map.entry(Feed.class, """
            {"id":"a.example/news","url":"https://a.example/rss"}"""),
        Map.entry(FeedState.class, """
            {"feedId":"a.example/news"}"""),
        Map.entry(Watch.class, """
            {"id":"w","source":"id: w","pushedAt":"2026-11-21T09:30:00Z"}"""),
        Map.entry(Detection.class, """
            {"articleId":"x","revision":1,"watchId":"w","title":"t","url":"https://a.example/1",
             "fetchedAt":"2026-11-21T09:30:00Z","eventAt":"2026-11-21T09:30:00Z"}"""),
        Map.entry(Story.class, """
            {"id":"s","watchId":"w","firstSeenAt":"2026-11-21T09:30:00Z","lastSeenAt":"2026-11-21T09:30:00Z"}"""),
        Map.entry(TensionPoint.class, """
            {"watchId":"w","direction":"total","windowStart":"2026-11-21T00:00:00Z","window":"P1D"}"""),
        Map.entry(Position.class, """
            {"watchId":"w","party":"p","position":"arms","value":"no","since":"2026-11-21T09:30:00Z"}"""),
        Map.entry(Alert.class, """
            {"id":"a","subject":"story/s","watchId":"w","headline":"h",
             "eventAt":"2026-11-21T09:30:00Z","raisedAt":"2026-11-21T09:30:00Z"}"""),
        Map.entry(Delivery.class, """
            {"alertId":"a","receiver":"r","state":"pending","updatedAt":"2026-11-21T09:30:00Z"}"""),
        Map.entry(Feedback.class, """
            {"alertId":"a","user":"u","verdict":"acknowledged","at":"2026-11-21T09:30:00Z"}"""),
        Map.entry(SignalFeedback.class, """
            {"watchId":"w","signalId":"r","updatedAt":"2026-11-21T09:30:00Z"}"""),
        Map.entry(Silence.class, """
            {"id":"s","matchers":["severity = notice"],
             "startsAt":"2026-11-21T09:30:00Z","endsAt":"2026-11-21T09:30:00Z"}"""));
  }

  static Article article() {
    return Article.builder(URL)
        .revision(2)
        .status(ArticleStatus.GONE)
        .canonicalUrl(URI.create("https://daily.example/summons"))
        .feedId("daily.example/world")
        .outlet("Daily")
        .genre(Genre.OFFICIAL)
        .language(Language.KO)
        .title("대사 초치")
        .summary("외교부가 대사를 초치했다")
        .body("외교부 대변인은 유감을 표명했다.", BodySource.PAGE)
        .pageProblem(PageProblem.PAYWALL)
        .changed(List.of("body", "status"))
        .authors(List.of("the desk"))
        .publishedAt(EARLIER)
        .updatedAt(EARLIER.plusSeconds(60))
        .fetchedAt(NOW)
        .build();
  }

  static Feed feed() {
    return Feed.builder("daily.example/world", URI.create("https://daily.example/rss"))
        .outlet("Daily")
        .language(Language.RU)
        .zone(ZoneId.of("Asia/Seoul"))
        .interval(Duration.ofMinutes(1))
        .paused(true)
        .feedOnly(true)
        .webSub(true)
        .headers(Map.of("Cookie", "${DAILY_COOKIE}", "Accept", "*/*"))
        .build();
  }

  static FeedState feedState() {
    return FeedState.builder("daily.example/world")
        .health(FeedHealth.NOT_MODIFIED)
        .healthSince(EARLIER)
        .place(URI.create("https://daily.example/rss"))
        .validators("W/\"1\"", "Sat, 21 Nov 2026 09:00:00 GMT")
        .bodyHash("b0")
        .encoding("utf-8")
        .polledAt(NOW)
        .changedAt(EARLIER)
        .nextPollAt(NOW.plusSeconds(60))
        .heldUntil(NOW.plusSeconds(50))
        .failures(3, "timed out")
        .learntInterval(Duration.ofSeconds(90))
        .rhythm(new FeedRhythm(EARLIER, NOW, 1.5, Collections.nCopies(24, 0.25), Duration.ofHours(9)))
        .wishes(new FeedWishes(Duration.ofMinutes(15), List.of(1, 2), List.of(DayOfWeek.SUNDAY)))
        .newestAt(EARLIER)
        .norm(Duration.ofMinutes(7))
        .move(new FeedState.Move(
            URI.create("https://daily.example/rss"), URI.create("https://new.daily.example/rss"), EARLIER, 4, true))
        .subscription(new FeedState.Subscription(
            URI.create("https://hub.example/"), URI.create("https://daily.example/rss"), EARLIER, NOW))
        .seen(List.of(new Seen(
            "guid-1", "address-1", "address-2", "x", 1, "e0", "t.s.b", "t", 10, BodySource.PAGE, PageProblem.PAYWALL,
            ArticleStatus.GONE, 1, NOW, 2, true, EARLIER, NOW, NOW)))
        .whose("Daily", Language.KO, "KR")
        .build();
  }

  static Signal signal() {
    return new Signal(
        "summons", Category.DIPLOMATIC_PROTEST, Polarity.ESCALATION, Stance.ALLEGED, true, "초치했다",
        "외교부가 대사를 초치했다", 0, TextField.SUMMARY, 9, 13, "south-korea", "russia", "the foreign ministry", "russia", 60,
        "x", Language.KO);
  }

  static Detection detection() {
    return new Detection(
        "", "x", 1, "korea-russia", "v1", "대사 초치", URL, "daily.example/world", "Daily", Genre.REPORT, Language.KO,
        ArticleStatus.LIVE, EARLIER, NOW, EARLIER, 60, Severity.HIGH, Confidence.OFFICIAL, Polarity.MIXED, "only-recap",
        List.of(signal()),
        new Mentions(List.of("russia"), List.of("ambassador"), List.of("seoul"), List.of("12")), "f0",
        new Gist(
            Map.of("summon", 9), Map.of("snfj", 3), Map.of("초치", 5), List.of("person:12"), List.of("2026-11-21"),
            List.of("Daily")),
        true, BodySource.PAGE, NOW);
  }

  static Source source() {
    return new Source("x", 1, "대사 초치", URL, "Daily", Language.KO, EARLIER);
  }

  static Story story() {
    return new Story(
        "s1", "korea-russia", StoryStatus.MERGED, "s0", "대사 초치", Severity.HIGH, Confidence.CORROBORATED,
        Polarity.ESCALATION, 2, 2, 1, List.of(Language.KO, Language.EN), EARLIER, NOW, List.of(source()),
        List.of(signal()));
  }

  static TensionPoint tensionPoint() {
    return new TensionPoint(
        "korea-russia", "south-korea>russia", Instant.parse("2026-11-21T00:00:00Z"), TensionPoint.WEEK, 5.5, 1, 12,
        97.5, 90, List.of("s1"));
  }

  static Alert alert() {
    return new Alert(
        "a1", AlertKind.ESCALATED, "story/s1", "s1", "korea-russia", "v1", Severity.CRITICAL, Confidence.OFFICIAL,
        Polarity.ESCALATION, "대사 초치", URL, "Daily", Language.KO, Genre.REPORT, List.of("south-korea>russia"),
        List.of(signal()), 2, 2, List.of(source()), "high", "critical", "a second summons", EARLIER, NOW);
  }

  static Delivery delivery(DeliveryState state) {
    return new Delivery(
        "a1", "newsroom", "s1", "korea-russia", AlertKind.OPENED, state, "503", 2, NOW.plusSeconds(8), "m1", "t1", 42,
        NOW);
  }
}
