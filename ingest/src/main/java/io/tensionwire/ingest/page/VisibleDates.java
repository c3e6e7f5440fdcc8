package io.tensionwire.ingest.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The dates that a reader sees about the article, told apart by the words beside them. */
final class VisibleDates {

  private static final Pattern LABEL = Pattern.compile(
      "(?<updated>최종\\s?수정|수정|업데이트|갱신|(?:last )?(?:updated|modified|edited|reviewed|revised)|обновл\\p{L}+|измен[её]н\\p{L}*"
          + "|отредактирован\\p{L}*|дополнен\\p{L}*|последнее изменение)"
          + "|(?<published>기사\\s?입력|입력|등록|게시|작성|승인|발행|송고|게재|(?:first )?(?:published|posted|publication date|released?|issued)|publish date"
          + "|опубликован\\p{L}*|публикаци[ия]|размещен\\p{L}*|создан\\p{L}*|дата публикации|выпущен\\p{L}*)"
          + "|(?<other>댓글|마감|expires?|valid until|access(?:ed)? on|accessed|copyright|©|저작권|since)",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern UPDATED_NAME = Pattern.compile("(?:^|[\\s_-])(?:update[ds]?|modif\\w*|edited|changed)|dateModified");
  private static final Pattern PUBLISHED_NAME = Pattern.compile("(?:^|[\\s_-])(?:publish\\w*|pubdate|posted|entry-date|created)|datePublished|dateCreated");
  private static final int LONGEST_LINE = 160;
  private static final int BEFORE_HEADLINE = 700;
  private static final int AFTER_HEADLINE = 1_500;
  private static final int LABEL_REACH = 30;
  private static final int LONGEST_REST = 90;
  private static final int PARAGRAPH = 200;

  /** What the words beside a date say that it is, the surest of a publication first. */
  enum Kind { PUBLISHED, PLAIN, UPDATED, OTHER }

  /** @param distance in characters from the headline */
  record Mark(WrittenDate date, Kind kind, boolean machine, int distance) {
    boolean near() {
      return distance < AFTER_HEADLINE;
    }
  }

  private final List<Mark> marks = new ArrayList<>();
  private final VisibleText visible;
  private final String text;

  VisibleDates(VisibleText visible, ZoneId zone) {
    this.visible = visible;
    this.text = visible.text();
    int bodyAt = bodyAt(Math.max(0, visible.headlineAt()));
    for (VisibleText.Dated dated : visible.dated()) {
      WrittenDate date = WrittenDate.of(dated.value(), zone);
      if (date != null) {
        marks.add(new Mark(date, kind(dated.element(), dated.at()), true, distance(dated.at())));
      }
    }
    int from = 0;
    List<WrittenDate> written = WrittenDate.in(text, zone);
    for (int i = 0; i < written.size(); i++) {
      WrittenDate date = written.get(i);
      int next = i + 1 < written.size() ? written.get(i + 1).start() : text.length();
      int line = lineLength(date.start());
      Kind kind = kind(from, date.start(), date.end(), next);
      // A date without a word of what it is, within a sentence, is part of the story.
      boolean ofTheStory = kind == Kind.PLAIN && (line - (date.end() - date.start()) > LONGEST_REST || date.start() > bodyAt);
      if (line <= LONGEST_LINE && !ofTheStory) {
        marks.add(new Mark(date, kind, false, distance(date.start())));
      }
      from = date.end();
    }
  }

  /** Those that say when the article was published, the most trustworthy first. */
  List<Mark> published() {
    return marks.stream()
        .filter(mark -> mark.kind() == Kind.PUBLISHED || (mark.kind() == Kind.PLAIN && mark.near()))
        .sorted(Comparator.comparing((Mark mark) -> !mark.near()).thenComparing(Mark::kind)
            .thenComparing(mark -> !mark.machine()).thenComparing(Mark::distance))
        .toList();
  }

  List<Mark> updated() {
    return marks.stream().filter(mark -> mark.kind() == Kind.UPDATED)
        .sorted(Comparator.comparing(Mark::distance)).toList();
  }

  /** Where the second long line after the headline begins: the first may be the article's summary. */
  private int bodyAt(int headline) {
    int seen = 0;
    int start = headline;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > PARAGRAPH && ++seen == 2) {
        return start;
      }
      start = end + 1;
    }
    return text.length();
  }

  private int distance(int at) {
    int headline = visible.headlineAt();
    if (headline < 0) {
      return at;
    }
    // What stands above the headline has to be nearer: menus and tickers do.
    return at >= headline ? at - headline : (headline - at) * AFTER_HEADLINE / BEFORE_HEADLINE;
  }

  private int lineLength(int at) {
    int start = text.lastIndexOf('\n', at);
    int end = text.indexOf('\n', at);
    return (end < 0 ? text.length() : end) - start;
  }

  private Kind kind(Element element, int at) {
    String names = element.className() + " " + element.attr("itemprop") + " " + element.attr("property");
    if (UPDATED_NAME.matcher(names).find()) {
      return Kind.UPDATED;
    }
    if (PUBLISHED_NAME.matcher(names).find() || element.hasAttr("pubdate")) {
      return Kind.PUBLISHED;
    }
    return label(text.substring(Math.max(0, at - LABEL_REACH), at), Kind.PLAIN, true);
  }

  /** The label stands before a date, and at some outlets behind it. */
  private Kind kind(int from, int start, int end, int next) {
    Kind before = label(text.substring(Math.max(from, start - LABEL_REACH), start), Kind.PLAIN, true);
    if (before != Kind.PLAIN) {
      return before;
    }
    int lineEnd = text.indexOf('\n', end);
    int reach = Math.min(Math.min(next, end + 12), lineEnd < 0 ? text.length() : lineEnd);
    return reach <= end ? Kind.PLAIN : label(text.substring(end, reach), Kind.PLAIN, false);
  }

  private static Kind label(String words, Kind none, boolean last) {
    Kind kind = none;
    Matcher matcher = LABEL.matcher(words);
    while (matcher.find()) {
      kind = matcher.group("updated") != null ? Kind.UPDATED
          : matcher.group("published") != null ? Kind.PUBLISHED : Kind.OTHER;
      if (!last) {
        return kind;
      }
    }
    return kind;
  }
}
