package io.tensionwire.ingest.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What class and id of an element say about it, whatever a site joins words with: {@code related-news}, {@code relatedNews}. */
final class BlockNames {

  /** Long enough for any honest name; somebody might send a class of half a megabyte. */
  private static final int LONGEST = 400;

  /** What bears these is not the article, however much prose it holds. */
  private static final Set<String> BESIDES = Set.of(
      "adsense", "adfox", "advertisement", "advertising", "comments", "cookie", "cookies", "consent", "disqus", "footer",
      "gdpr", "modal", "newsletter", "outbrain", "paywall", "popup", "sidebar", "signup", "subscribe", "subscription",
      "taboola", "trending", "related", "recommend", "recommended", "recommendation", "recommendations", "recommends",
      "promo", "promos", "sponsor", "sponsored", "reklama", "donate", "donation", "republish", "republication",
      "testimonial", "testimonials", "copyright", "reporter", "journalist", "sns", "relation", "lightbox",
      "readmore", "morenews", "morestories", "morearticles", "authorbio", "authorbox", "authorinfo", "aboutauthor",
      "mostread", "mostpopular", "readalso", "seealso", "readnext", "nextarticle", "latestnews", "popularnews", "hotnews",
      "relnews", "othernews", "newslist", "writerinfo", "reporterinfo", "sitefooter", "readother");
  /** These also name parts of articles: believed where there is little prose. */
  private static final Set<String> PERHAPS_BESIDES = Set.of(
      "ad", "ads", "adv", "advert", "banner", "banners", "breadcrumb", "breadcrumbs", "comment", "masthead", "menu", "nav",
      "navbar", "navigation", "pagination", "share", "shares", "sharing", "sharethis", "addtoany", "skip", "tag", "tags",
      "toc", "toolbar", "byline", "promotion", "social", "socials", "informer", "caption", "captions", "tooltip",
      "screenreader", "bio", "credit", "ranking", "sronly", "visuallyhidden", "btn", "button", "buttons", "author", "writer");
  /** Words for the line below a picture, which some sites keep within the sentence that follows. */
  private static final Set<String> CAPTIONS = Set.of(
      "caption", "captions", "imgdesc", "photodesc", "imagedesc", "credit", "photocredit", "figcaption", "imgcaption",
      "photocaption", "photoorg", "txtcaption", "imgtxt", "photoinfo");
  private static final int LITTLE_PROSE = 400;

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

  /**
   * Whether the words say that the element stands beside the article.
   *
   * @param prose how much running text the element holds
   */
  static boolean sayBesides(String words, int prose) {
    String before = "";
    for (String word : words.split(" ", -1)) {
      if (is(word, prose) || is(before + word, prose)) {
        return true;
      }
      before = word;
    }
    return false;
  }

  /** Whether the words name the line below a picture. */
  static boolean sayCaption(String words) {
    if (words.isEmpty()) {
      return false;
    }
    String before = "";
    for (String word : words.split(" ", -1)) {
      if (CAPTIONS.contains(word) || CAPTIONS.contains(before + word)) {
        return true;
      }
      before = word;
    }
    return false;
  }

  private static boolean is(String word, int prose) {
    return BESIDES.contains(word) || CAPTIONS.contains(word) || prose <= LITTLE_PROSE && PERHAPS_BESIDES.contains(word);
  }
}
