package io.tensionwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.tensionwire.ingest.feed.FeedParseException.Reason;
import io.tensionwire.ingest.date.DateText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Reads entries out of the tree of a feed, in whatever of the formats it is. */
final class FeedTree {

  private static final List<String> PUBLISHED = List.of("pubDate", "published", "issued", "created", "publication_date", "date");
  private static final List<String> UPDATED = List.of("updated", "modified", "lastBuildDate", "lastmod");

  private final Element root;
  private final @Nullable SyndFeed rome;
  private final String encoding;
  private final FeedDocument document;
  private final TreeText texts;
  private final boolean cutOff;
  private final String declaredEncoding;

  FeedTree(
      Document tree, @Nullable SyndFeed rome, DecodedText decoded, boolean cutOff, FeedDocument document) {
    this.root = tree.getRootElement();
    this.rome = rome;
    this.encoding = decoded.charset();
    this.declaredEncoding = decoded.label();
    this.cutOff = cutOff;
    this.document = document;
    this.texts = new TreeText(document);
  }

  ParsedFeed read() throws FeedParseException {
    String kind = root.getName().toLowerCase(Locale.ROOT);
    Element channel = switch (kind) {
      case "feed", "urlset", "channel" -> root;
      case "rss", "rdf" -> Objects.requireNonNullElse(child(root, "channel"), root);
      default -> throw new FeedParseException(Reason.MALFORMED, "XML, but no feed: <" + root.getName() + ">");
    };
    List<Element> items = new ArrayList<>();
    for (Element parent : channel == root ? List.of(root) : List.of(channel, root)) {
      for (Element element : parent.getChildren()) {
        switch (element.getName()) {
          case "item", "entry", "url" -> items.add(element);
          default -> {}
        }
      }
    }
    List<FeedEntry> entries = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      entries.add(entry(items.get(i), syndEntry(i, items.size())));
    }
    return new ParsedFeed(
        format(kind), encoding, language(channel), text(channel, "title", "dc:title"),
        text(channel, "subtitle", "tagline", "info", "description", "dc:description", "itunes:subtitle", "itunes:summary"),
        link(channel), text(channel, "id", "guid"), author(channel), date(channel, UPDATED, PUBLISHED), entries,
        new HintsTree(channel, texts).read(entries, cutOff, declaredEncoding));
  }

  /** ROME's view of an element, where it saw as many as there are. */
  private @Nullable SyndEntry syndEntry(int index, int count) {
    return rome == null || rome.getEntries().size() != count ? null : rome.getEntries().get(index);
  }

  private FeedEntry entry(Element item, @Nullable SyndEntry known) {
    String id = plain(item, "id", "guid", "dc:identifier");
    String link = link(item);
    if (link.isEmpty()) {
      Element guid = child(item, "guid");
      boolean permanent = guid != null && !"false".equalsIgnoreCase(guid.getAttributeValue("isPermaLink"));
      link = (permanent || id.startsWith("http")) && id.startsWith("http") ? id : "";
    }
    if (link.isEmpty() && known != null && known.getLink() != null) {
      link = known.getLink();
    }
    List<String> categories = new ArrayList<>();
    if (known != null) {
      known.getCategories().stream().map(SyndCategory::getName).filter(Objects::nonNull).forEach(categories::add);
    }
    return new FeedEntry(
        id, text(item, "title", "news/title", "dc:title", "media:title", "media:group/title", "media:content/title"), link,
        text(item, "summary", "description", "dc:description", "itunes:summary", "media:description",
            "media:group/description"),
        text(item, "content:encoded", "content", "fullitem", "body"),
        date(item, PUBLISHED, List.of()), date(item, UPDATED, List.of()), authors(item, known), categories);
  }

  private String format(String kind) {
    String version = Objects.requireNonNullElse(root.getAttributeValue("version"), "");
    return switch (kind) {
      case "feed" -> root.getNamespaceURI().equals(Namespaces.ATOM_10) ? "atom10" : "atom03";
      case "rdf" -> root.getNamespacesInScope().stream().anyMatch(n -> n.getURI().contains("netscape.com/rdf/simple/0.9"))
          ? "rss090"
          : "rss10";
      case "urlset" -> "sitemap";
      default -> version.startsWith("2") ? "rss20" : version.equals("0.91") && netscape() ? "rss091n"
          : version.equals("0.91") ? "rss091u" : version.startsWith("0.9") ? "rss" + version.replace(".", "") : "rss";
    };
  }

  private boolean netscape() {
    return new String(document.bytes(), 0, Math.min(document.bytes().length, 1024), java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains("netscape.com");
  }

  private String language(Element channel) {
    String said = plain(channel, "language", "dc:language");
    if (!said.isEmpty()) {
      return said;
    }
    for (Element element : List.of(channel, root)) {
      for (Attribute attribute : element.getAttributes()) {
        if (attribute.getName().equals("lang")) {
          return attribute.getValue().replace('_', '-');
        }
      }
    }
    return "";
  }

  private String link(Element parent) {
    String other = "";
    for (Element element : parent.getChildren()) {
      if (!element.getName().equals("link") && !element.getName().equals("loc")) {
        continue;
      }
      String href = Objects.requireNonNullElse(element.getAttributeValue("href"), element.getText()).strip();
      String rel = Objects.requireNonNullElse(element.getAttributeValue("rel"), "alternate");
      String type = Objects.requireNonNullElse(element.getAttributeValue("type"), "text/html");
      if (href.isEmpty()) {
        continue;
      }
      String absolute = new Addresses(texts.base(element)).absolute(href);
      if (rel.equals("alternate") && type.contains("html")) {
        return absolute;
      }
      if (other.isEmpty() && !rel.equals("self") && !rel.equals("hub") && !rel.equals("enclosure")) {
        other = absolute;
      }
    }
    return other;
  }

  private @Nullable Instant date(Element parent, List<String> first, List<String> second) {
    for (List<String> names : List.of(first, second)) {
      for (String name : names) {
        Instant date = date(parent, name);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  private @Nullable Instant date(Element parent, String name) {
    for (Element element : parent.getChildren()) {
      boolean news = element.getName().equals("news");
      Instant date = news ? date(element, name)
          : element.getName().equals(name) ? DateText.parse(element.getText(), document.zone()) : null;
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private List<String> authors(Element item, @Nullable SyndEntry known) {
    List<String> names = new ArrayList<>();
    for (Element element : item.getChildren()) {
      switch (element.getName()) {
        case "author", "creator" -> names.add(person(element));
        default -> {}
      }
    }
    if (names.isEmpty() && known != null) {
      known.getAuthors().forEach(author -> names.add(Objects.requireNonNullElse(author.getName(), "")));
    }
    names.removeIf(String::isBlank);
    return names.stream().distinct().toList();
  }

  private String author(Element channel) {
    for (Element element : channel.getChildren()) {
      switch (element.getName()) {
        case "author", "creator", "managingEditor", "webMaster" -> {
          String person = person(element);
          if (!person.isEmpty()) {
            return person;
          }
        }
        default -> {}
      }
    }
    return "";
  }

  private static String person(Element element) {
    Element name = child(element, "name");
    Element email = child(element, "email");
    if (name == null && email == null) {
      return element.getValue().strip();
    }
    String named = name == null ? "" : name.getText().strip();
    String mailed = email == null ? "" : email.getText().strip();
    return mailed.isEmpty() ? named : named.isEmpty() ? mailed : named + " (" + mailed + ")";
  }

  /** The first of these children that says something; {@code prefix:name} asks for a namespace. */
  private String text(Element parent, String... names) {
    for (String name : names) {
      Element element = find(parent, name);
      String text = element == null ? "" : texts.of(element);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String plain(Element parent, String... names) {
    for (String name : names) {
      Element element = find(parent, name);
      String text = element == null ? "" : element.getText().strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static @Nullable Element find(Element parent, String path) {
    int slash = path.indexOf('/');
    if (slash > 0) {
      Element middle = find(parent, path.substring(0, slash));
      return middle == null ? null : child(middle, path.substring(slash + 1));
    }
    int colon = path.indexOf(':');
    if (colon < 0) {
      return child(parent, path);
    }
    String namespace = Namespaces.usual(path.substring(0, colon));
    for (Element element : parent.getChildren()) {
      if (element.getName().equals(path.substring(colon + 1)) && element.getNamespaceURI().equalsIgnoreCase(namespace)) {
        return element;
      }
    }
    return null;
  }

  /** A child by its local name; one of the parent's own namespace comes first, one of a module's last. */
  private static @Nullable Element child(Element parent, String name) {
    Element other = null;
    for (Element element : parent.getChildren()) {
      if (element.getName().equals(name)) {
        String namespace = element.getNamespaceURI();
        if (namespace.equals(parent.getNamespaceURI()) || namespace.equals("http://purl.org/rss/1.0/")) {
          return element;
        }
        if (other == null && !Namespaces.isModule(namespace)) {
          other = element;
        }
      }
    }
    return other;
  }
}
