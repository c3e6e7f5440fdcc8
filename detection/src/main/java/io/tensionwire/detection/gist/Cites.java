package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Language;
import java.util.ArrayList;
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

  /** Words between an outlet and the word that says that it reported. */
  private static final int NEAR = 6;
  private static final Map<Language, Pattern> REPORTING = Map.of(
      Language.EN, Pattern.compile("(?i)\\b(report(s|ed|ing)?|said|says|according|citing|cited|cites|quot(ed|es|ing)|told|wrote|writes|carried|published|first)\\b"),
      Language.KO, Pattern.compile("따르면|보도|인용|전했|전하|밝혔|게재|소개|알렸|타전"),
      Language.RU, Pattern.compile("(?i)сообщ|переда|ссылк|пиш|напис|цитир|по данным|со слов|рассказ|заяв|информир|опубликов"));
  private static final Map<Language, Pattern> UNKNOWN = Map.of(
      Language.EN, Pattern.compile("(?:[Tt]he )?((?:[A-Z][\\p{L}.&-]+ ){1,3}(?:Wire|News|News Agency|Times|Post|Herald|Daily"
          + "|Courier|Tribune|Journal|Press|Broadcasting|Agency|Gazette|Telegraph|Observer|Chronicle|Ilbo|Shinmun|TV))\\b"),
      Language.KO, Pattern.compile("([\\p{L}\\d]{2,10}(?:통신|일보|신문|뉴스|방송|타임스|TV|와이어|포스트|헤럴드|저널))(?=은|는|이|가|에|의|을|를|도|과|와|,|\\)|\\s|이라|$)"),
      Language.RU, Pattern.compile("(?:агентств\\p{L}*|газет\\p{L}*|телеканал\\p{L}*|издани\\p{L}*|портал\\p{L}*|журнал\\p{L}*|сайт\\p{L}*)\\s+«?\"?((?:[\\p{Lu}][\\p{L}\\d.-]*\\s?){1,3})"));

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
    List<int[]> known = new ArrayList<>();
    for (Found each : found) {
      if (each.entry().kind() == Kind.OUTLET) {
        int start = document.token(each.from()).start();
        int end = document.token(each.to() - 1).end();
        Sentence sentence = document.sentenceOf(each.from());
        known.add(new int[] {sentence.index(), start, end});
        if (reported(sentence, start, end)) {
          cites.add(each.entry().id());
        }
      }
    }
    for (Sentence sentence : document.sentences()) {
      Matcher matcher = pattern(UNKNOWN).matcher(sentence.text());
      while (matcher.find()) {
        int start = sentence.start() + matcher.start(1);
        int end = sentence.start() + matcher.end(1);
        String name = matcher.group(1).strip();
        if (known.stream().noneMatch(k -> k[0] == sentence.index() && k[1] < end && start < k[2])
            && reported(sentence, start, end)) {
          cites.add(name);
        }
      }
    }
    return cites.stream().limit(MOST).toList();
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
