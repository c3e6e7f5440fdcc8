package io.tensionwire.ingest.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Dates of publication in the data that a page brings for its own scripts, JSON-LD beyond repair among it. */
final class ScriptDates {

  private static final Pattern FIELD = Pattern.compile(
      "(?:datePublished|publishedAt|published_at|publishDate|publish_date|first_publish_date|firstPublishDate|"
          + "firstPublished|first_published_at|publishedDate|published_date|pubDate|pub_date|publicationDate|publication_date|"
          + "published_time|publishedTime|displayDate|display_date|dateTimePub|published_dt|post_date)"
          + "\\\\?[\"']?\\s*:\\s*\\\\?[\"']?([0-9A-Za-z][^\"'\\\\,}]{7,40}(?:, \\d{4}[^\"'\\\\}]{0,20})?)");
  private static final int MOST = 12;

  private ScriptDates() {}

  static List<WrittenDate> in(Document document, ZoneId zone) {
    List<WrittenDate> dates = new ArrayList<>();
    for (Element script : document.getElementsByTag("script")) {
      String data = script.data();
      if (data.length() < 30 || !(data.contains("ubli") || data.contains("pub") || data.contains("isplay") || data.contains("post_date"))) {
        continue;
      }
      Matcher matcher = FIELD.matcher(data);
      while (dates.size() < MOST && matcher.find()) {
        WrittenDate date = WrittenDate.of(matcher.group(1), zone);
        if (date != null) {
          dates.add(date);
        }
      }
    }
    return dates;
  }
}
