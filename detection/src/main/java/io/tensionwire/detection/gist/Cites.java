package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose word an article passes on: outlets of the list by their English names wherever a word of reporting stands by
 * them or they sign a dateline; others that call themselves a wire, an agency or a paper as the text has them.
 */
final class Cites {
  private static final int MOST = 8;

  private static final int DATELINE_WITHIN = 40;

  /** Words between an outlet and the word that says that it reported. */
  private static final int NEAR = 6;
  private static final Map<Language, Pattern> REPORTING = Map.of(
      Language.EN, Pattern.compile("(?i)\\b(report(s|ed|ing)?|said|says|according|citing|cited|cites|quot(ed|es|ing)|told|wrote|writes|carried|published|first)\\b"),
      Language.KO, Pattern.compile("따르면|보도|인용|전했|전하|밝혔|게재|소개|알렸|타전"),
      Language.RU, Pattern.compile("(?i)сообщ|переда|ссылк|пиш|напис|цитир|по данным|со слов|рассказ|заяв|информир|опубликов"));
  private static final Map<Language, Pattern> UNKNOWN = Map.of(
      Language.EN, Pattern.compile("(?:[Tt]he )?((?:[A-Z][\\p{L}&-]+ ){1,3}(?:Wire|News Agency|News|Times|Post|Herald|Daily"
          + "|Courier|Tribune|Journal|Press|Broadcasting|Agency|Gazette|Telegraph|Observer|Chronicle|Ilbo|Shinmun|TV))\\b"
          + "|(?:agency|newspaper|daily|broadcaster|outlet|website) ([A-Z][\\p{L}-]+)"),
      Language.KO, Pattern.compile("((?!경고|대북|대남|생)[\\p{L}\\d]{2,10}(?:통신|일보|신문|뉴스|방송|타임스|TV|와이어|포스트|헤럴드|저널))"
          + "(?=은|는|이|가|에|의|을|를|도|과|와|,|\\)|\\s|이라|$)"),
      Language.RU, Pattern.compile("(?:агентств|газет|телеканал|издани|портал|журнал|сайт)\\p{L}*\\s+[«\"]?"
          + "((?:\\p{Lu}[\\p{L}\\d-]*\\s?){1,3})|(?:пишет|пишут|переда[её]т|сообщает|ссылкой на)\\s+[«\"]([^»\"]{3,30})[»\"]"));

  /** No {@link #UNKNOWN} without one of these: looking for them first is cheaper. */
  private static final Map<Language, List<String>> SIGNS = Map.of(
      Language.EN, List.of("Wire", "News", "Times", "Post", "Herald", "Daily", "Courier", "Tribune", "Journal", "Press",
          "Broadcasting", "Agency", "Gazette", "Telegraph", "Observer", "Chronicle", "Ilbo", "Shinmun", "TV", "agency",
          "newspaper", "daily", "broadcaster", "outlet", "website"),
      Language.KO, List.of("통신", "일보", "신문", "뉴스", "방송", "타임스", "TV", "와이어", "포스트", "헤럴드", "저널"),
      Language.RU, List.of("агентств", "газет", "телеканал", "издани", "портал", "журнал", "сайт", "пишет", "пишут",
          "передает", "передаёт", "сообщает", "ссылкой"));

  /** How agencies sign: SEOUL, March 5 (Hangang) --, (서울=한강통신), МОСКВА, 5 марта. /Амур/. */
  private static final Map<Language, Pattern> DATELINE = Map.of(
      Language.EN, Pattern.compile("^\\p{Lu}[\\p{L} .,'0-9-]{1,40}\\(([^()]{2,30})\\)\\s*[-–—]"),
      Language.KO, Pattern.compile("^\\([가-힣]{2,8}=([^()\\s]{2,12})[\\s)]"),
      Language.RU, Pattern.compile("^\\p{Lu}[\\p{L} .,0-9-]{1,40}/([^/]{2,30})/"));
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Document document;
  private final Language language;
  private final List<Found> found;

  Cites(Document document, Language language, List<Found> found) {
    this.document = document;
    this.language = language;
    this.found = found;
  }

  List<String> read() {
    Set<String> cites = new LinkedHashSet<>();
    for (Found each : found) {
      if (each.entry().kind() == Kind.OUTLET) {
        int start = document.token(each.from()).start();
        Sentence sentence = document.sentenceOf(each.from());
        if (signs(sentence, start) || reported(sentence, start, document.token(each.to() - 1).end())) {
          cites.add(each.entry().id());
        }
      }
    }
    for (Sentence sentence : document.sentences()) {
      if (sentence.place() == 0 && !sentence.title()) {
        add(pattern(DATELINE).matcher(sentence.source()), 0, sentence, cites);
      }
      String text = sentence.text();
      if (SIGNS.getOrDefault(language, List.of()).stream().anyMatch(text::contains)) {
        add(pattern(UNKNOWN).matcher(text), sentence.start(), sentence, cites);
      }
    }
    return cites.stream().limit(MOST).toList();
  }

  /** Adds the names that a pattern finds, where the word lists do not know them already as an outlet or as what it is. */
  private void add(Matcher matcher, int offset, Sentence sentence, Set<String> cites) {
    while (matcher.find()) {
      int group = matcher.group(1) == null ? 2 : 1;
      int start = offset + matcher.start(group);
      int end = offset + matcher.end(group);
      if (unknown(sentence, start, end) && (offset == 0 || reported(sentence, start, end))) {
        cites.add(matcher.group(group).strip());
      }
    }
  }

  private boolean unknown(Sentence sentence, int start, int end) {
    for (Found each : found) {
      boolean own = each.entry().kind() == Kind.OUTLET || each.entry().kind() == Kind.COUNTRY;
      boolean here = document.token(each.from()).start() < end && start < document.token(each.to() - 1).end()
          && document.sentenceOf(each.from()).field() == sentence.field();
      if (own && here) {
        return false;
      }
    }
    return true;
  }

  /** In the dateline, behind a bracket, a slash or a dash. */
  private static boolean signs(Sentence sentence, int start) {
    String before = sentence.source().substring(Math.max(0, start - 2), start);
    return !sentence.title() && sentence.place() < 2 && start < DATELINE_WITHIN
        && (before.endsWith("(") || before.endsWith("/") || before.endsWith("=") || before.equals("- ") || before.equals("– "));
  }

  private Pattern pattern(Map<Language, Pattern> patterns) {
    return patterns.getOrDefault(language, NOTHING);
  }

  /** A word of reporting near by, or brackets around the name: a dateline. */
  private boolean reported(Sentence sentence, int start, int end) {
    String source = sentence.source();
    int from = Math.max(sentence.start(), start - NEAR * 6);
    int to = Math.min(sentence.end(), end + NEAR * 6);
    boolean bracketed = source.substring(from, start).lastIndexOf('(') > source.substring(from, start).lastIndexOf(')')
        && source.substring(end, to).indexOf(')') >= 0 && sentence.place() < 2;
    return bracketed || pattern(REPORTING).matcher(source.substring(from, start) + " | " + source.substring(end, to)).find();
  }
}
