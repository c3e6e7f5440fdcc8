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
  /** One of these is in each of the names above; what begins with a rare letter is soon passed over. */
  private static final Pattern PART_OF_NAME = Pattern.compile("[pP]ub(?:lish|lication|[dD_])|TimePub|[dD]isplay_?[dD]ate|post_date");
  private static final int BEFORE = 16;
  private static final int AFTER = 110;
  private static final int MOST = 12;

  private ScriptDates() {}

  static List<WrittenDate> in(Document document, ZoneId zone) {
    List<WrittenDate> dates = new ArrayList<>();
    for (Element script : document.getElementsByTag("script")) {
      String data = script.data();
      Matcher matcher = FIELD.matcher(data);
      for (Windows.Window window : aroundNames(data)) {
        matcher.region(window.start(), window.end());
        while (dates.size() < MOST && matcher.find()) {
          WrittenDate date = WrittenDate.of(matcher.group(1), zone);
          if (date != null) {
            dates.add(date);
          }
        }
      }
    }
    return dates;
  }

  private static List<Windows.Window> aroundNames(String data) {
    var windows = new Windows(data.length(), BEFORE, AFTER);
    Matcher matcher = PART_OF_NAME.matcher(data);
    while (matcher.find()) {
      windows.add(matcher.start());
    }
    return windows.all();
  }
}
