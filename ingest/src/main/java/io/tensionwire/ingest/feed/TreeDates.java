package io.tensionwire.ingest.feed;

import io.tensionwire.ingest.date.DateText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** When it was published and changed, in the words of whatever format. */
final class TreeDates {

  private static final List<String> PUBLISHED =
      List.of("pubDate", "published", "issued", "created", "publication_date", "date", "dateSubmitted", "available");
  private static final List<String> UPDATED = List.of("updated", "modified", "lastBuildDate", "lastmod");

  private final ZoneId zone;

  TreeDates(ZoneId zone) {
    this.zone = zone;
  }

  @Nullable Instant published(Children item) {
    return first(item, PUBLISHED);
  }

  /** Of a file of the nineties too, whose items have it as an attribute. */
  @Nullable Instant updated(Children item) {
    Instant said = first(item, UPDATED);
    return said != null ? said : DateText.parse(item.element().getAttributeValue("LASTMOD"), zone);
  }

  private @Nullable Instant first(Children parent, List<String> names) {
    for (String name : names) {
      Instant date = last(parent.all(name));
      if (date != null) {
        return date;
      }
    }
    for (Element news : parent.all("news")) {
      Instant date = first(Children.of(news), names);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** Programs that add a date add it behind the one that was there. */
  private @Nullable Instant last(List<Element> elements) {
    for (Element element : elements.reversed()) {
      Instant date = DateText.parse(element.getText(), zone);
      if (date != null) {
        return date;
      }
    }
    return null;
  }
}
