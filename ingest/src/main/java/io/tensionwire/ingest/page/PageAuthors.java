package io.tensionwire.ingest.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote the article, as its page names them. */
final class PageAuthors {

  private static final Pattern BY = Pattern.compile(
      "^(?:written by|by|автор(?:ы)?:?|текст:|от|글\\s*[:=]|기자\\s*[:=])\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern KOREAN = Pattern.compile("(?<![가-힣])([가-힣]{2,5}) ?(?:기자|특파원|논설위원|선임기자|전문기자)(?![가-힣])");
  private static final Pattern REST = Pattern.compile(
      "\\s*(?:[|·•]\\s.*|\\S+@\\S+.*|\\d{1,2}[ .:/-].*|(?:published|posted|updated|on) .*)$", Pattern.CASE_INSENSITIVE);
  private static final String PLACES = "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], [property$=author]:not(meta), "
      + ".byline, .author, .author-name, .article__author, .reporter, .writer, .journalist_name, [class*=byline]";
  private static final int MOST = 5;
  private static final int LONGEST = 80;

  private PageAuthors() {}

  static List<String> of(Document document, PageMeta meta, LinkedData data) {
    Set<String> names = new LinkedHashSet<>(data.authors());
    if (names.isEmpty()) {
      for (String said : meta.all(List.of(
          "author", "article:author", "article:author_name", "og:article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author",
          "sailthru.author", "dable:author", "mediator_author", "citation_author"))) {
        add(names, Markup.line(said));
      }
    }
    if (names.isEmpty()) {
      for (Element element : document.select(PLACES)) {
        add(names, element.text());
        if (names.size() >= MOST) {
          break;
        }
      }
    }
    return List.copyOf(names);
  }

  private static void add(Set<String> names, String text) {
    Matcher korean = KOREAN.matcher(text);
    if (korean.find()) {
      names.add(korean.group().strip());
      return;
    }
    String name = REST.matcher(BY.matcher(text.strip()).replaceFirst("")).replaceFirst("").strip();
    if (name.length() > 1 && name.length() < LONGEST && !name.startsWith("http") && !name.startsWith("/")) {
      names.add(name);
    }
  }
}
