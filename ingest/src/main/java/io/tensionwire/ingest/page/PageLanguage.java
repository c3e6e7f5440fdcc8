package io.tensionwire.ingest.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** The language of the article: what the page claims, unless its own letters say otherwise. */
final class PageLanguage {

  private static final Set<String> CYRILLIC =
      Set.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "uz", "tt", "ba", "cv", "os", "ab", "az");
  private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|of|and|to|in|that|is|was|for|with|said)\\b", Pattern.CASE_INSENSITIVE);
  private static final int ENOUGH = 40;
  private static final int LOOKED_AT = 6_000;

  private PageLanguage() {}

  /** What the page claims, as an IETF tag; empty where it claims nothing. */
  static String claimed(Document document, PageMeta meta, LinkedData data) {
    for (String tag : List.of(
        document.select("html").attr("lang"), document.select("html").attr("xml:lang"), meta.first("og:locale"),
        meta.first("content-language", "language", "dc.language", "dcterms.language"), data.text("inLanguage"))) {
      String tidy = tag.strip().replace('_', '-');
      if (tidy.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")) {
        return tidy;
      }
    }
    return "";
  }

  /** @param text title and body */
  static String of(String claimed, String text) {
    int letters = 0;
    int hangul = 0;
    int cyrillic = 0;
    int ukrainian = 0;
    int kana = 0;
    int han = 0;
    int latin = 0;
    int end = Math.min(text.length(), LOOKED_AT);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        continue;
      }
      letters++;
      if (c >= '가' && c <= '힣') {
        hangul++;
      } else if (c >= 'Ѐ' && c <= 'ӿ') {
        cyrillic++;
        ukrainian += "іїєґІЇЄҐ".indexOf(c) >= 0 ? 1 : 0;
      } else if (c >= '぀' && c <= 'ヿ') {
        kana++;
      } else if (c >= '一' && c <= '鿿') {
        han++;
      } else if (c < 'ɐ') {
        latin++;
      }
    }
    String main = claimed.toLowerCase(Locale.ROOT).split("-", 2)[0];
    // A syllable of Hangul says as much as three letters.
    if (letters < (hangul > 0 ? ENOUGH / 2 : ENOUGH)) {
      return claimed;
    }
    if (hangul * 4 > letters) {
      return main.equals("ko") ? claimed : "ko";
    }
    if (cyrillic * 2 > letters) {
      if (ukrainian * 100 > cyrillic * 2) {
        return CYRILLIC.contains(main) && !main.equals("ru") ? claimed : "uk";
      }
      return CYRILLIC.contains(main) ? claimed : "ru";
    }
    if (kana * 10 > letters) {
      return main.equals("ja") ? claimed : "ja";
    }
    if (han * 2 > letters) {
      return main.equals("zh") || main.equals("ja") ? claimed : "zh";
    }
    boolean otherScript = main.isEmpty() || Set.of("ko", "ja", "zh").contains(main) || CYRILLIC.contains(main);
    if (latin * 10 > letters * 9 && otherScript) {
      long words = ENGLISH.matcher(text.substring(0, end)).results().count();
      return words * 40 > latin / 5 * 3 ? "en" : main.isEmpty() || main.equals("az") || main.equals("uz") || main.equals("sr") ? claimed : "";
    }
    return claimed;
  }
}
