package io.tensionwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Reads an entry out of its element, whatever the format. */
final class EntryTree {

  private static final String[] TITLES =
      {"title", "news/title", "dc:title", "media:title", "media:group/media:title", "media:content/media:title"};
  private static final String[] SUMMARIES = {
    "description", "summary", "dc:description", "itunes:summary", "abstract", "media:description",
    "media:group/media:description", "itunes:subtitle"
  };
  private static final String[] CONTENTS =
      {"content:encoded", "content", "fullitem", "body", "full-text", "xhtml:body"};

  private final TreeText texts;
  private final TreeLinks links;
  private final TreeDates dates;

  EntryTree(TreeText texts, TreeLinks links, TreeDates dates) {
    this.texts = texts;
    this.links = links;
    this.dates = dates;
  }

  /** @param known ROME's view of it */
  FeedEntry read(Element element, @Nullable SyndEntry known) {
    var item = Children.of(element);
    String id = id(item);
    String title = texts.first(item, TITLES);
    String summary = texts.first(item, SUMMARIES);
    String content = texts.first(item, CONTENTS);
    if (content.isEmpty() && item.find("description") != null && item.find("summary") != null) {
      content = texts.first(item, "summary"); // Two texts of RSS: neither is lost.
    }
    return new FeedEntry(
        id, title, links.ofEntry(item, id, known), summary, content, dates.published(item), dates.updated(item),
        authors(item, known), categories(item, known));
  }

  private static String id(Children item) {
    for (String name : List.of("id", "guid", "dc:identifier")) {
      Element element = item.find(name);
      if (element != null && !element.getText().isBlank()) {
        return element.getText().strip();
      }
    }
    return "";
  }

  private static List<String> authors(Children item, @Nullable SyndEntry known) {
    List<String> names = TreePeople.ofEntry(item);
    if (!names.isEmpty() || known == null) {
      return names;
    }
    return known.getAuthors().stream().map(author -> author.getName()).filter(name -> name != null && !name.isBlank()).toList();
  }

  private static List<String> categories(Children item, @Nullable SyndEntry known) {
    Set<String> categories = new LinkedHashSet<>();
    if (known != null) {
      known.getCategories().stream().map(SyndCategory::getName).forEach(name -> add(categories, name));
    }
    for (Element category : item.all("category")) {
      add(categories, category.getAttributeValue("label"));
      add(categories, category.getAttributeValue("term"));
      add(categories, category.getAttributeValue("text"));
      add(categories, category.getText());
    }
    for (String name : List.of("subject", "section")) {
      item.all(name).forEach(subject -> add(categories, subject.getText()));
    }
    keywords(categories, item);
    item.all("news").forEach(news -> keywords(categories, Children.of(news)));
    return List.copyOf(categories);
  }

  private static void keywords(Set<String> categories, Children parent) {
    for (Element keywords : parent.all("keywords")) {
      for (String keyword : keywords.getText().split(",", -1)) {
        add(categories, keyword);
      }
    }
  }

  private static void add(Set<String> categories, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      categories.add(name.strip());
    }
  }
}
