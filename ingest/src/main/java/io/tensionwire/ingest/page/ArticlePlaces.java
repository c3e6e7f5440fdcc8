package io.tensionwire.ingest.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Names under which content management systems keep the text of an article. Words are joined before they are compared:
 * {@code article-body}, {@code article__body} and {@code articleBody} are one name.
 */
final class ArticlePlaces {

  private static final Set<String> NAMES = Set.of(
      // International
      "articlebody", "articlecontent", "articlecontents", "articletext", "articletxt", "articlemain", "artbody", "arttext",
      "arttxt", "articlebodycontent", "articlebodycontents", "bodytext", "bodycontent", "contentbody", "contenttext",
      "entrycontent", "fulltext", "newsbody", "newscontent", "newstext", "newstxt", "postbody", "postcontent", "posttext",
      "storybody", "storycontent", "storytext", "singlecontent", "textcontent", "tdpostcontent", "fieldnamebody",
      "articlefulltext", "articledetail", "newsdetail", "pagecontent", "richtext", "postarticle",
      // Korean
      "articleviewcontentdiv", "articleviewcontent", "articleview", "dicarea", "newsctarticle", "harmonycontainer",
      "newsview", "newscntdetailwrap", "newsarticle", "viewcontent", "viewcontents", "viewcon", "viewtext", "viewtxt",
      "viewarticle", "contnewstext", "cmadcontent", "textarea", "atcontents", "newsendcont", "articlearea", "articlecont",
      "pnlcontent", "readbody", "boardview", "bbsview", "viewcont",
      // Russian
      "jsmediatorarticle", "mediatorarticle", "jsarticletext", "topicbodycontent", "topicbody", "materialtext",
      "materialbody", "generalmaterialbody", "doctext", "documenttext", "articletextwrapper", "newstextcontent",
      "newsitemtext", "newsfulltext", "articleitemtext", "readinternalcontent", "pagearticlecontent", "storyarticle",
      "detailtext", "newsdetailtext", "onenewstext", "articlestorybody");
  private static final Set<String> PREFIXES_OF_BLOCKS = Set.of("b", "c", "l", "o", "g", "js", "the", "p", "is", "u");

  private ArticlePlaces() {}

  /** @param names as {@link BlockNames} gives them */
  static boolean isPlace(Element element, String names) {
    if (names.isEmpty() && !element.hasAttr("itemprop")) {
      return false;
    }
    if (element.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody")) {
      return true;
    }
    return isNamed(element.id()) || classNamed(element.className());
  }

  private static boolean classNamed(String classes) {
    if (classes.isEmpty() || classes.length() > 400) {
      return false;
    }
    int from = 0;
    while (from < classes.length()) {
      int to = classes.indexOf(' ', from);
      to = to < 0 ? classes.length() : to;
      if (isNamed(classes.substring(from, to))) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  private static boolean isNamed(String name) {
    if (name.length() < 7 || name.length() > 60) {
      return false;
    }
    int dash = Math.max(name.indexOf('-'), name.indexOf('_'));
    String joined = joined(name);
    if (NAMES.contains(joined)) {
      return true;
    }
    return dash > 0 && dash < 4 && PREFIXES_OF_BLOCKS.contains(name.substring(0, dash))
        && NAMES.contains(joined.substring(dash));
  }

  private static String joined(String name) {
    var joined = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        joined.append(Character.toLowerCase(c));
      }
    }
    return joined.toString();
  }
}
