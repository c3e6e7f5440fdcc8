package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that kinds of text bear as sections, tags of headlines, parts of addresses and types. */
final class GenreWords {

  /** Whole names of sections: "opinion polls" is none. */
  private static final Map<Genre, Pattern> SECTIONS = patterns(Map.of(
      Genre.OPINION, "opinions?|editorials?|columns?|columnists?|op-?eds?|commentary|commentaries|views|viewpoints?|guest columns?"
          + "|opinion articles?|letters(?: to the editor)?|사설|칼럼|사설칼럼|오피니언|기고|시론|논단|여론|데스크칼럼|мнени[ея]|колонк[аи]|колумнисты|авторские колонки",
      Genre.ANALYSIS, "analys[ie]s|news analysis|in-?depth|분석|뉴스분석|심층분석|аналитика|анализ|analitika",
      Genre.EXPLAINER, "explainers?|explained|fact-?checks?|q ?(?:&|and) ?a|해설|뉴스해설|팩트체크|разбор|объясняем|справка|вопрос-ответ",
      Genre.INTERVIEW, "interviews?|인터뷰|대담|интервью|intervyu|interviu",
      Genre.LIVE, "live-?blogs?|live updates?|онлайн-?(?:трансляци[яи]|хроника)",
      Genre.ROUNDUP, "round-?ups?|digests?|news briefings?|newsletters?|дайджест|обзор прессы|главное за день|뉴스브리핑|뉴스레터|daydzhest",
      Genre.OFFICIAL, "press-?releases?|media releases?|official statements?|보도자료|пресс-релизы?|официально"));
  private static final Map<Genre, Pattern> SEGMENTS = patterns(Map.of(
      Genre.OPINION, "opinions?|editorials?|columns?|columnists?|op-?ed|commentary|opinion-pieces|mneniya|mneniye|mnenie|kolonki|columnisty|kolumnisty",
      Genre.ANALYSIS, "analys[ie]s|news-analysis|analytics|analitika",
      Genre.EXPLAINER, "explainers?|explained|fact-?check(?:s|ing)?",
      Genre.INTERVIEW, "interviews?|intervyu|interviu",
      Genre.LIVE, "live-?blogs?|live-updates?|live",
      Genre.ROUNDUP, "digests?|round-?ups?|newsletters?|daydzhest",
      Genre.OFFICIAL, "press-?releases?|pressreleases?|bodo"));
  private static final Map<Genre, Pattern> TAGS = patterns(Map.of(
      Genre.REPORT, "속보|긴급|단독|\\d보|\\d+번?째? ?보|종합\\d?보?|breaking(?: news)?|exclusive|lead|\\d(?:st|nd|rd|th) ld|ld|urgent|срочно|молния|эксклюзив",
      Genre.OPINION, "사설|칼럼|기고|시론|오피니언|논설|기자수첩|기자의 ?눈|데스크 ?칼럼|특파원 ?칼럼|독자 ?기고|opinions?|editorials?|op-?ed|column|commentary|guest column"
          + "|мнение|колонка|реплика",
      Genre.ANALYSIS, "뉴스 ?분석|심층 ?분석|분석|analysis|news analysis|news focus|анализ|аналитика",
      Genre.EXPLAINER, "해설|뉴스 ?해설|팩트 ?체크|q&a|explainer|explained|fact ?check|объясняем|разбор|справка|вопросы и ответы",
      Genre.INTERVIEW, "인터뷰|대담|일문일답|interview|exclusive interview|интервью",
      Genre.LIVE, "live|live ?blog|live updates?|as it happened|실시간|생중계|онлайн|онлайн-трансляция|хроника",
      Genre.ROUNDUP, "뉴스 ?브리핑|오늘의 (?:주요 )?뉴스|간추린 뉴스|digest|round-?up|news in brief|morning briefing|дайджест|главное за (?:день|неделю|сутки)|главное к этому часу",
      Genre.OFFICIAL, "보도자료|보도참고|press release|пресс-релиз"));
  private static final Pattern WHOLE_TITLE_ROUNDUP = Pattern.compile(
      "^(?:главное к этому часу|главное за (?:день|неделю|сутки|\\d)|오늘의 주요 ?뉴스|이 시각 주요 ?뉴스)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  /** A tag stands in brackets in front or behind, or before a colon or bar. */
  private static final Pattern TAG = Pattern.compile(
      "^\\s*[\\[(【<〈]\\s*([^\\])】>〉]{2,30})\\s*[\\])】>〉]|^\\s*([^:|]{2,30}?)\\s*[:|]\\s|\\s[|\\[(]\\s?([^|\\[(\\])]{2,25})[\\])]?\\s*$");
  private static final Pattern COLUMNIST = Pattern.compile(
      "논설위원|논설실장|칼럼니스트|주필|(?<!\\p{L})(?:columnist|editorial board|opinion (?:writer|editor)|колумнист|обозреватель)(?!\\p{L})",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern DIVIDER = Pattern.compile("\\s*(?:[>/|,;·ㆍ»]| - )\\s*");
  /** Asked in this order: what is live or an interview stands in the opinion section of no paper by chance. */
  private static final List<Genre> ORDER = List.of(
      Genre.REPORT, Genre.LIVE, Genre.INTERVIEW, Genre.OPINION, Genre.ANALYSIS, Genre.EXPLAINER, Genre.ROUNDUP, Genre.OFFICIAL);

  private GenreWords() {}

  private static Map<Genre, Pattern> patterns(Map<Genre, String> words) {
    Map<Genre, Pattern> patterns = new LinkedHashMap<>();
    words.forEach((genre, names) ->
        patterns.put(genre, Pattern.compile("(?:" + names + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    return patterns;
  }

  static @Nullable Genre inTypes(List<String> types) {
    for (String type : types) {
      if (type.contains("OpinionNewsArticle") || type.equals("opinion")) {
        return Genre.OPINION;
      } else if (type.contains("AnalysisNewsArticle") || type.contains("BackgroundNewsArticle")) {
        return Genre.ANALYSIS;
      } else if (type.contains("LiveBlogPosting")) {
        return Genre.LIVE;
      }
    }
    return null;
  }

  static @Nullable Genre inTitle(String title) {
    if (WHOLE_TITLE_ROUNDUP.matcher(title).find()) {
      return Genre.ROUNDUP;
    }
    Genre found = null;
    var tags = TAG.matcher(title);
    while (tags.find()) {
      for (int group = 1; group <= 3; group++) {
        Genre genre = tags.group(group) == null ? null : whole(TAGS, tags.group(group));
        // "[단독 인터뷰]" and "[단독] …": news that is marked as news may still be told otherwise behind.
        found = genre != null && (found == null || found == Genre.REPORT) ? genre : found;
      }
    }
    return found;
  }

  static @Nullable Genre inSections(List<String> sections) {
    for (String section : sections) {
      for (String name : DIVIDER.split(section, -1)) {
        Genre genre = whole(SECTIONS, name);
        if (genre != null) {
          return genre;
        }
      }
    }
    return null;
  }

  static @Nullable Genre inByline(List<String> authors) {
    return authors.stream().anyMatch(author -> COLUMNIST.matcher(author).find()) ? Genre.OPINION : null;
  }

  /** The last part of an address is the headline: its words say what the text is about. */
  static @Nullable Genre inAddress(String address) {
    String[] segments = address.toLowerCase(Locale.ROOT).split("/", -1);
    for (int i = 3; i < segments.length - 1; i++) {
      Genre genre = whole(SEGMENTS, segments[i]);
      if (genre != null) {
        return genre;
      }
    }
    return null;
  }

  private static @Nullable Genre whole(Map<Genre, Pattern> words, String name) {
    for (Genre genre : ORDER) {
      Pattern pattern = words.get(genre);
      if (pattern != null && pattern.matcher(name.strip()).matches()) {
        return genre;
      }
    }
    return null;
  }
}
