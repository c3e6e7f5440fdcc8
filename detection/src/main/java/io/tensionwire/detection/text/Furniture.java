package io.tensionwire.detection.text;

import java.util.regex.Pattern;

/**
 * What a page prints around an article and its text brings along: lists of other headlines, copyright, credits, tags.
 * They name who is in the news and say nothing of this article.
 */
final class Furniture {
  private static final int LONGEST = 220;
  private static final int LONGEST_HEADING = 100;
  private static final int LONGEST_TORN = 24;

  /** What a careless conversion leaves of a page. */
  private static final Pattern MARKUP = Pattern.compile("&[a-z]{2,6};|<[^>]{0,60}>");

  private static final String HEADINGS =
      "related (stories|articles|news|coverage|content|links|posts)|related|read (also|more|next)|see also|also read"
          + "|most (read|viewed|popular)|more (stories|news|from [^.]{1,40}|on this( story| topic)?)|you (may|might) also like"
          + "|recommended( for you)?|trending( now)?|top stories|latest news|in other news|don't miss|editor's picks"
          + "|관련 ?(기사|뉴스|글|보도)|많이 ?(본|읽은) ?(뉴스|기사)|인기 ?(기사|뉴스)|주요 ?(뉴스|기사)|추천 ?(기사|뉴스)|이 시각 (뉴스|주요 ?뉴스)"
          + "|함께 (보면|볼) ?(좋은)? ?(기사|뉴스)?|다른 기사( 보기)?|기자의 다른 기사|실시간 (뉴스|인기 ?기사)|최신 ?(기사|뉴스)|오늘의 핫 ?뉴스"
          + "|читайте (так ?же|ещ[её]|далее|по теме|подробнее)|(материалы |новости |статьи )?по теме|также по теме"
          + "|смотрите (также|ещ[её])|что ещ[её] (почитать|известно)|самое (читаемое|популярное|важное|обсуждаемое)"
          + "|другие (новости|материалы)|популярное( за (день|неделю))?|последние новости|рекомендуем( почитать)?"
          + "|вам (может|могут) быть интересн[оы]|не пропустите|ранее по теме|сюжеты?";

  /** A line of its own; the headlines follow, one a line. */
  private static final Pattern HEADING = Pattern.compile("[\\W_]*(" + HEADINGS + ")[\\W_]*", Pattern.UNICODE_CHARACTER_CLASS);

  /** The same without its blanks. */
  private static final Pattern TORN = Pattern.compile(
      "[\\W_]*(" + HEADINGS.replace(" ?", "").replace(" ", "") + ")[\\W_]*", Pattern.UNICODE_CHARACTER_CLASS);

  /** A heading with the headlines on the same line. */
  private static final Pattern HEADED = Pattern.compile("[\\[<▶☞▷■◆●* ]*(" + HEADINGS + ") ?([:：|>\\]]|\\d\\.).*");

  /** Who owns, wrote, photographed and filed it. */
  private static final Pattern CREDIT = Pattern.compile(
      "([^|]{1,40}\\|[^|]{1,40}\\|.*|(©|ⓒ|\\(c\\) |copyright [^.]{1,60}(\\.|$)|all rights reserved|reporting by|additional reporting|editing by|by our (own )?correspondent"
          + "|photo(s)?( by|:)|file photo|image:|topics? ?:|tags? ?:|filed under|keywords? ?:|categor(y|ies) ?:"
          + "|<?저작권자|무단 ?전재|사진 ?[:=]|태그 ?[:#]|태그$|키워드 ?:|카테고리 ?:|#\\S+( #\\S+)*$"
          + "|фото ?:|теги ?:|метки ?:|ключевые слова|рубрик[аи] ?:|все права защищены|источник фото).*)");

  private Furniture() {}

  /** Where the furniture that begins here ends, or {@code from} where an article's own words go on. */
  static int end(FoldedText text, int from) {
    int start = from;
    boolean startsLine = from == 0 || text.at(from - 1) == '\n';
    while (start < text.length() && (text.at(start) == ' ' || text.at(start) == '\n')) {
      startsLine |= text.at(start) == '\n';
      start++;
    }
    if (!startsLine) {
      return from;
    }
    int end = lineEnd(text, start, start + LONGEST + 1);
    if (end == start || end - start > LONGEST) {
      return from;
    }
    String line = text.word(start, end);
    if (line.indexOf('&') >= 0 || line.indexOf('<') >= 0) {
      line = MARKUP.matcher(line).replaceAll(" ");
    }
    line = line.strip();
    if (start > 0 && line.length() <= LONGEST_HEADING && (HEADING.matcher(line).matches() || torn(line))) {
      return listEnd(text, end);
    }
    return start > 0 && mayBeHeaded(line) && HEADED.matcher(line).matches() || CREDIT.matcher(line).matches() ? end : from;
  }

  /** Whether the line is a heading once the blanks are out that fell into its words, or were lost between them. */
  private static boolean torn(String line) {
    return line.length() <= LONGEST_TORN && TORN.matcher(line.replace(" ", "")).matches();
  }

  /** Whether the line has any of the signs that stand after a heading: looking for them first is cheaper. */
  private static boolean mayBeHeaded(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ':' || c == '：' || c == '|' || c == '>' || c == ']' || c == '.' && i > 0 && Character.isDigit(line.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** The headlines under a heading: lines that do not end as a sentence of prose does. */
  private static int listEnd(FoldedText text, int from) {
    int i = from;
    while (i < text.length()) {
      int end = lineEnd(text, i + 1, text.length());
      String line = text.word(i + 1, end).strip();
      if (line.endsWith(".") || line.endsWith(".\"") || line.endsWith(".)") || line.length() > LONGEST) {
        return i;
      }
      i = end;
    }
    return i;
  }

  private static int lineEnd(FoldedText text, int from, int most) {
    int limit = Math.min(text.length(), most);
    int i = from;
    while (i < limit && text.at(i) != '\n') {
      i++;
    }
    return Math.min(i, text.length());
  }
}
