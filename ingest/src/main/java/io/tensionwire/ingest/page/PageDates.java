package io.tensionwire.ingest.page;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * When the article was published and when it was changed last. A page says it in many places, and not all of them are
 * right: each is a witness with a weight, those that agree on the day stand together, and the day with most weight is
 * believed, with the time of day that its best witness names.
 */
record PageDates(@Nullable OffsetDateTime published, @Nullable OffsetDateTime updated) {

  private static final List<String> PUBLISHED = List.of(
      "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
      "publisheddate", "published_time", "og:pubdate", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
      "publication-date", "published_at", "article.published", "parsely-pub-date", "sailthru.date", "originalpublicationdate", "cxenseparse:recs:publishtime",
      "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date.created", "dcterms.date", "dc.date", "dc:date", "article_date_original",
      "article:created", "articleregdate", "nate:published_time", "dable:published_time", "mediator_published_time", "citation_publication_date",
      "citation_date", "date.release", "release_date", "regdate", "article.created", "bt:pubdate", "date");
  private static final List<String> UPDATED = List.of(
      "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "article:modified", "dcterms.modified",
      "dc.date.modified", "article.updated", "lastmod", "last-modified", "updated", "revised", "modified_at", "article:updated_time");
  private static final Pattern DATE_IN_PATH =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([/_-]?)(0[1-9]|1[0-2]|(?<=[/_-])[1-9])\\2(0[1-9]|[12]\\d|3[01]|(?<=[/_-])[1-9])(?!\\d{1,3}(?!\\d))");

  private record Witness(WrittenDate date, int weight, String kind) {}

  static PageDates of(Document document, LinkedData data, PageMeta meta, List<String> addresses, String title, ZoneId zone) {
    var visible = new VisibleDates(new VisibleText(document, title), zone);
    List<Witness> published = published(document, data, meta, addresses, visible, zone);
    List<Witness> updated = updated(data, meta, visible, zone);
    OffsetDateTime first = elect(published);
    OffsetDateTime last = elect(updated);
    if (first == null) {
      return new PageDates(last, null);
    }
    return new PageDates(first, last == null || !last.isAfter(first) ? null : last);
  }

  private static List<Witness> published(
      Document document, LinkedData data, PageMeta meta, List<String> addresses, VisibleDates visible, ZoneId zone) {
    List<Witness> witnesses = new ArrayList<>();
    add(witnesses, "data", 10, List.of(data.text("datePublished")), zone);
    for (var node : data.all()) {
      add(witnesses, "data", 7, List.of(LinkedData.text(node, "datePublished")), zone);
    }
    add(witnesses, "meta", 8, meta.all(PUBLISHED), zone);
    List<VisibleDates.Mark> marks = visible.published();
    for (VisibleDates.Mark mark : marks) {
      int weight = !mark.near() ? 3 : mark.kind() == VisibleDates.Kind.PUBLISHED ? 8 : mark.machine() ? 6 : 5;
      // The first is the article's own more often than those that follow.
      witnesses.add(new Witness(mark.date(), mark == marks.getFirst() ? weight : weight - 2, "visible"));
    }
    List<WrittenDate> scripted = ScriptDates.in(document, zone);
    for (WrittenDate date : scripted) {
      witnesses.add(new Witness(date, date == scripted.getFirst() ? 3 : 2, "script"));
    }
    for (String address : addresses) {
      Matcher matcher = DATE_IN_PATH.matcher(address);
      if (matcher.find()) {
        add(witnesses, "address", matcher.group(2).isEmpty() ? 3 : 4,
            List.of(matcher.group(1) + "-" + matcher.group(3) + "-" + matcher.group(4)), zone);
      }
    }
    add(witnesses, "created", 2, List.of(data.text("dateCreated"), data.text("uploadDate")), zone);
    return witnesses;
  }

  private static List<Witness> updated(LinkedData data, PageMeta meta, VisibleDates visible, ZoneId zone) {
    List<Witness> witnesses = new ArrayList<>();
    add(witnesses, "data", 5, List.of(data.text("dateModified")), zone);
    add(witnesses, "meta", 5, meta.all(UPDATED), zone);
    visible.updated().forEach(mark -> witnesses.add(new Witness(mark.date(), mark.near() ? 6 : 2, "visible")));
    return witnesses;
  }

  private static void add(List<Witness> witnesses, String kind, int weight, List<String> values, ZoneId zone) {
    for (String value : values) {
      WrittenDate date = WrittenDate.of(value, zone);
      if (date != null) {
        witnesses.add(new Witness(date, weight, kind));
      }
    }
  }

  private static @Nullable OffsetDateTime elect(List<Witness> witnesses) {
    OffsetDateTime best = null;
    double highest = 0;
    for (Witness witness : witnesses) {
      for (int i = 0; i < witness.date().readings().size(); i++) {
        OffsetDateTime reading = witness.date().readings().get(i);
        // Of two readings the likelier, if nothing else speaks for the other.
        double support = support(witness, reading, witnesses) - i * 0.4 + (witness.date().timed() ? 0.2 : 0);
        if (support > highest) {
          highest = support;
          best = reading;
        }
      }
    }
    return best;
  }

  /** The weight of a witness and of one of each other kind that names the same day. */
  private static double support(Witness witness, OffsetDateTime reading, List<Witness> witnesses) {
    LocalDate day = reading.toLocalDate();
    double support = witness.weight();
    List<String> counted = new ArrayList<>(List.of(witness.kind()));
    for (Witness other : witnesses) {
      if (!counted.contains(other.kind()) && sameDay(other.date(), reading, day)) {
        counted.add(other.kind());
        support += other.weight() * 0.6;
      }
    }
    return support;
  }

  /** The same moment can be two days in two zones, and a date without time is the day of some zone. */
  private static boolean sameDay(WrittenDate date, OffsetDateTime reading, LocalDate day) {
    for (OffsetDateTime other : date.readings()) {
      if (other.toLocalDate().equals(day) || other.toInstant().equals(reading.toInstant())) {
        return true;
      }
    }
    return false;
  }
}
