package io.tensionwire.ingest.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What class and id of an element say about it, whatever a site joins words with: {@code related-news}, {@code relatedNews}. */
final class BlockNames {

  /** Long enough for any honest name; somebody might send a class of half a megabyte. */
  private static final int LONGEST = 400;

  private static final Set<String> BESIDES = Set.of(
      "ad", "ads", "adv", "advert", "advertising", "advertisement", "adsense", "adfox", "banner", "banners", "breadcrumb",
      "breadcrumbs", "comment", "comments", "cookie", "cookies", "consent", "copyright", "disqus", "footer", "gdpr",
      "masthead", "menu", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain", "paywall", "pagination",
      "popup", "share", "shares", "sharing", "sharethis", "addtoany", "sidebar", "signup", "skip", "sns", "subscribe",
      "subscription", "taboola", "tag", "tags", "toc", "toolbar", "trending", "byline", "related", "recommend",
      "recommended", "recommendation", "recommendations", "recommends", "promo", "promos", "promotion", "social",
      "socials", "sponsor", "sponsored", "readmore", "reklama", "informer", "hidden", "caption", "reporter", "journalist",
      "readalso", "seealso", "relation", "tooltip", "screenreader", "donate", "donation", "bio");
  private static final Set<String> BESIDES_IN_TWO = Set.of(
      "readmore", "signup", "morenews", "morestories", "morearticles", "authorbio", "authorbox", "authorinfo", "aboutauthor",
      "mostread", "mostpopular", "readalso", "seealso", "readnext", "nextarticle", "latestnews", "popularnews", "hotnews",
      "screenreader", "sronly", "visuallyhidden", "relnews", "othernews", "newslist", "writerinfo", "reporterinfo");

  private BlockNames() {}

  /** Class and id, words divided by one blank, in lower case. */
  static String of(Element element) {
    String type = element.attr("class");
    String id = element.id();
    if (type.isEmpty() && id.isEmpty()) {
      return "";
    }
    return words(type.isEmpty() ? id : id.isEmpty() ? type : type + " " + id);
  }

  private static String words(String names) {
    int length = Math.min(names.length(), LONGEST);
    var words = new StringBuilder(length + 8);
    char before = ' ';
    for (int i = 0; i < length; i++) {
      char c = names.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
          words.append(' ');
        }
      } else {
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
          words.append(' ');
        }
        words.append(c);
      }
      before = c;
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether the words say that the element stands beside the article. */
  static boolean sayBesides(String words) {
    String before = "";
    for (String word : words.split(" ", -1)) {
      if (BESIDES.contains(word) || BESIDES_IN_TWO.contains(before + word)) {
        return true;
      }
      before = word;
    }
    return false;
  }
}
