package io.tensionwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The address that a feed or an entry is about, absolute. */
final class TreeLinks {

  /** They lead to something else than the entry. */
  private static final Set<String> ELSEWHERE = Set.of(
      "self", "hub", "enclosure", "next", "prev", "previous", "first", "last", "replies", "edit", "http://gdata/#post",
      "search", "icon", "stylesheet");

  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S{1,2000}");
  private static final int NONE = 4;

  private final TreeText texts;

  TreeLinks(TreeText texts) {
    this.texts = texts;
  }

  String ofFeed(Children channel) {
    String link = linked(channel);
    return link.isEmpty() ? attribute(channel.element(), "href") : link;
  }

  /** @param known what ROME says of it */
  String ofEntry(Children item, String id, @Nullable SyndEntry known) {
    // What a feed that passes its links through a counter says to be the address itself.
    Element original = item.find("feedburner:origLink");
    String link = original == null ? "" : absolute(original, original.getText());
    return first(
        link, linked(item), permanent(item, id), attribute(item.element(), "href"),
        known == null ? null : known.getLink(), attribute(item.element(), "about"), bare(item), enclosed(item));
  }

  private static String first(@Nullable String... links) {
    for (String link : links) {
      if (link != null && !link.isBlank()) {
        return link;
      }
    }
    return "";
  }

  /** The link to a page comes before any other; a link of the feed's own format before one of a module. */
  private String linked(Children parent) {
    String best = "";
    int bestRank = NONE;
    for (String name : List.of("link", "loc")) {
      for (Element element : parent.all(name)) {
        String href = Objects.requireNonNullElseGet(element.getAttributeValue("href"), element::getText);
        int rank = href.isBlank() ? NONE : rank(element, parent.element());
        if (rank < bestRank) {
          best = absolute(element, href);
          bestRank = rank;
        }
      }
    }
    return best;
  }

  private static int rank(Element link, Element parent) {
    String rel = Objects.requireNonNullElse(link.getAttributeValue("rel"), "alternate").strip();
    String type = Objects.requireNonNullElse(link.getAttributeValue("type"), "text/html");
    boolean own = link.getNamespaceURI().equals(parent.getNamespaceURI());
    if (rel.equals("alternate") || rel.endsWith("/alternate")) {
      return type.contains("html") && own ? 0 : 1;
    }
    return ELSEWHERE.contains(rel) ? NONE : own ? 2 : 3;
  }

  /** A guid is an address unless it says that it is none. */
  private static String permanent(Children item, String id) {
    Element guid = item.find("guid");
    boolean permanent = guid == null || !"false".equalsIgnoreCase(guid.getAttributeValue("isPermaLink"));
    return permanent && WEB.matcher(id).matches() ? id : "";
  }

  /** {@code <link/>https://…}: what is left of a link after a program for HTML. */
  private static String bare(Children item) {
    Matcher matcher = WEB.matcher(item.element().getText());
    return matcher.find() ? matcher.group() : "";
  }

  private String enclosed(Children item) {
    Element enclosure = item.find("enclosure");
    return enclosure == null ? "" : attribute(enclosure, "url");
  }

  private String attribute(Element element, String name) {
    for (var attribute : element.getAttributes()) {
      if (attribute.getName().equalsIgnoreCase(name)) {
        return absolute(element, attribute.getValue());
      }
    }
    return "";
  }

  private String absolute(Element element, String address) {
    return new Addresses(texts.base(element)).absolute(address);
  }
}
