package io.tensionwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Reads a feed out of its tree, in whatever of the formats it is, ROME's view of it at hand. */
final class FeedTree {

  private final Element root;
  private final @Nullable SyndFeed rome;
  private final DecodedText decoded;
  private final boolean cutOff;
  private final TreeText texts;
  private final TreeLinks links;
  private final TreeDates dates;

  FeedTree(Document tree, @Nullable SyndFeed rome, DecodedText decoded, boolean cutOff, FeedDocument document) {
    this.root = tree.getRootElement();
    this.rome = rome;
    this.decoded = decoded;
    this.cutOff = cutOff;
    this.texts = new TreeText(document);
    this.links = new TreeLinks(texts);
    this.dates = new TreeDates(document.zone());
  }

  ParsedFeed read() {
    Element inner = Children.of(root).find("channel");
    Element channelElement = inner == null ? root : inner;
    var channel = Children.of(channelElement);
    List<FeedEntry> entries = entries(channelElement);
    Element id = channel.find("id") == null ? channel.find("guid") : channel.find("id");
    return new ParsedFeed(
        FeedFormat.of(root, decoded.text()), decoded.charset(), language(channel), texts.first(channel, "title", "dc:title"),
        texts.first(
            channel, "subtitle", "tagline", "info", "description", "dc:description", "abstract", "itunes:summary",
            "itunes:subtitle", "feedburner:browserFriendly"),
        links.ofFeed(channel), id == null ? "" : id.getText().strip(), TreePeople.ofFeed(channel), updated(channel), entries,
        new HintsTree(channelElement, texts).read(entries, cutOff, decoded.label()));
  }

  private List<FeedEntry> entries(Element channel) {
    List<Element> elements = new ArrayList<>();
    for (Element parent : channel == root ? List.of(root) : List.of(channel, root)) {
      for (Element element : parent.getChildren()) {
        boolean entry = Vocabulary.isEntry(element.getName());
        if (entry && (!element.getName().equals("url") || root.getName().equals("urlset"))) {
          elements.add(element);
        }
      }
    }
    var reader = new EntryTree(texts, links, dates);
    // ROME's view counts only where it saw as many entries as there are.
    List<SyndEntry> known = rome == null || rome.getEntries().size() != elements.size() ? List.of() : rome.getEntries();
    List<FeedEntry> entries = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      entries.add(reader.read(elements.get(i), known.isEmpty() ? null : known.get(i)));
    }
    return entries;
  }

  private @Nullable Instant updated(Children channel) {
    Instant updated = dates.updated(channel);
    return updated == null ? dates.published(channel) : updated;
  }

  private String language(Children channel) {
    for (String name : List.of("language", "dc:language")) {
      Element element = channel.find(name);
      if (element != null && !element.getText().isBlank()) {
        return element.getText().strip();
      }
    }
    for (Element element : List.of(channel.element(), root)) {
      for (Attribute attribute : element.getAttributes()) {
        if (attribute.getName().equals("lang")) {
          return attribute.getValue().replace('_', '-');
        }
      }
    }
    Element news = Children.of(root).find("url/news/publication/language");
    return news == null ? "" : news.getText().strip();
  }
}
