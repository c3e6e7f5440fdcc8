package io.tensionwire.detection.verdict;

import io.tensionwire.model.Article;
import io.tensionwire.model.Genre;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kind of text by its form: questions and answers, hours before each paragraph, a list of unrelated items, a
 * ministry's own wording, one expert and no official, a year long past and nobody who speaks.
 */
final class TextForm {
  private static final int MOST = 2_000;
  private static final int OPENING = 600;
  private static final int FIRST_WORDS = 260;
  private static final int BEGINNING = 160;
  private static final int HISTORY = 15;
  private static final int LEAST_LINES = 3;

  private static final Pattern QUESTION_LINE = line("(q[:.)]|question:|문[):.]|질문[:.]|вопрос[:.]|[—–-] [^\\n]{8,200}\\?\\s*$)");
  private static final Pattern HOUR_LINE = line("\\[?\\d{1,2}[:.]\\d{2}\\]?");
  private static final Pattern ITEM_LINE = line("(\\d{1,2}[.)] |[-*•▲▶■□○●◆·] )");
  private static final ScriptedPattern INTERVIEW = ScriptedPattern.of(
      "\\b(in an?( \\w+){0,2} interview (with|to|for)|sat down with|interview on)\\b|와의 인터뷰|과의 인터뷰|인터뷰에서|в (большом )?интервью");
  private static final ScriptedPattern SPEECH = ScriptedPattern.of(
      "\\b(said|says|told|announced|according to|reported|stated)\\b|밝혔|말했|전했|보도했|따르면|고 했다|고 한다|요구했|сказал|заяви|сообщи|отметил|пишет|передает|передаёт");
  private static final ScriptedPattern EXPERT = ScriptedPattern.of(
      "\\b(analysts?|experts?|observers|researchers?|professors?|think[- ]tank|scholars?)\\b|전문가|연구위원|교수는|연구원은"
      + "|эксперт|политолог|востоковед|научный сотрудник|аналитик|обозревател");
  private static final ScriptedPattern OFFICE = ScriptedPattern.of(
      "\\b(minist(er|ry)|president|spokes\\w+|ambassador|embassy|government|official|officials|kremlin|army|police|court|agency)\\b"
      + "|장관|외교부|대통령|대변인|대사|정부|당국|크렘린|국방부|검찰|합참|мид|министр|министерств|президент|посол|посольств|кремл|правительств|власт"
      + "|ведомств|суд");
  private static final ScriptedPattern READOUT = ScriptedPattern.of(
      "(하였습니다|되었습니다|하였음|개최되었)|состоял(ся|ась|ись|ось) .{0,160}(консультаци|встреч|бесед|переговор)"
      + "|обмен(ялись)? мнениями|стороны (подтвердили|отметили|обсудили|условились)|отмечен[оа]? |были? рассмотрен|достигнута договор[её]нность"
      + "|exchanged views on|the two sides (noted|reaffirmed|agreed|exchanged|discussed)|the ministry of foreign affairs of the");
  private static final ScriptedPattern OFFICIAL_KOREAN = ScriptedPattern.of("우리측|양측은|수석대표|우리 정부는|외교부는");
  private static final ScriptedPattern DECREE = ScriptedPattern.of("\\b(has signed|signed) (an|a|the) (order|decree|resolution|directive)");
  private static final ScriptedPattern FORUM = ScriptedPattern.of(
      "\\bedit: |\\bupvotes?\\b|\\bimho\\b|\\blol\\b|best vpn|ㄷㄷ|ㅋㅋ|ㅠㅠ|имхо");
  private static final Pattern I = pattern("\\b(i|my|me|i'm|i've|i'd|i'll)\\b");
  private static final Pattern QUOTED = Pattern.compile("[\"“«][^\"”»]{0,600}[\"”»]");
  private static final ScriptedPattern COMMEMORATES = ScriptedPattern.of(
      "anniversary|commemorat|laid (flowers|wreaths)|remembered|추모|기념식|기념일|위령|годовщин|вспоминают|памят|возложи");
  private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(1[89]\\d\\d|20\\d\\d)(?!\\d|명|개|대|원|만|억|년\\s?(뒤|이후|이래|만에|부터))");
  private static final Pattern SINCE = pattern("(since|с|from|after|с конца|с начала)\\s+(\\S+\\s+){0,1}$");

  private final Article article;
  private final String text;
  private final String opening;

  /** Those that are not blank. */
  private final List<String> lines;

  TextForm(Article article) {
    this.article = article;
    String body = article.body().isEmpty() ? article.summary() : article.body();
    this.text = body.substring(0, Math.min(MOST, body.length())).toLowerCase(Locale.ROOT);
    this.opening = text.substring(0, Math.min(OPENING, text.length()));
    this.lines = text.lines().filter(line -> !line.isBlank()).toList();
  }

  @Nullable Genre genre() {
    if (interview()) {
      return Genre.INTERVIEW;
    }
    if (beginsWith(HOUR_LINE) && count(HOUR_LINE) >= LEAST_LINES) {
      return Genre.LIVE;
    }
    if (beginsWith(ITEM_LINE) && count(ITEM_LINE) >= LEAST_LINES && count(ITEM_LINE) * 2 >= lines.size()) {
      return Genre.ROUNDUP;
    }
    if (FORUM.in(text) || firstPerson()) {
      return Genre.OTHER;
    }
    if (official()) {
      return Genre.OFFICIAL;
    }
    if (history()) {
      return COMMEMORATES.in(text) ? Genre.ANNIVERSARY : Genre.EXPLAINER;
    }
    return analysis() ? Genre.ANALYSIS : null;
  }

  /** Asked and answered in lines, or one person's words all along; one quotation from an interview is a report. */
  private boolean interview() {
    if (count(QUESTION_LINE) >= LEAST_LINES) {
      return true;
    }
    long quotes = text.chars().filter(c -> c == '“' || c == '«' || c == '"').count();
    return quotes >= 4 && INTERVIEW.in(opening)
        || quotes >= 8 && quotes * 700 >= text.length() && INTERVIEW.in(text)
        || quotes >= 1 && INTERVIEW.in(first());
  }

  private boolean firstPerson() {
    if (!mayBeFirstPerson()) {
      return false;
    }
    Matcher i = I.matcher(QUOTED.matcher(text).replaceAll(" "));
    int found = 0;
    while (i.find()) {
      found++;
    }
    return found >= 2;
  }

  /** Whether enough words begin as "I", "my" and "me" do: cheaper than to take the quotations out first. */
  private boolean mayBeFirstPerson() {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == 'i' || c == 'm') && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
        int end = c == 'i' ? i + 1 : i + 2;
        boolean whole = end >= text.length() || !Character.isLetter(text.charAt(end));
        found += whole ? 1 : 0;
      }
    }
    return found >= 2;
  }

  /** The wording of a read-out or a decree, with nobody in between who reports it. */
  private boolean official() {
    boolean reported = SPEECH.in(opening);
    if (!READOUT.in(text)) {
      return !reported && DECREE.in(first());
    }
    boolean korean = text.contains("하였습니다") || text.contains("되었습니다");
    return korean ? OFFICIAL_KOREAN.in(text) : !reported;
  }

  /** It begins in a year long past, goes on in such years, and nobody says anything today. */
  private boolean history() {
    int now = article.eventAt().atZone(ZoneOffset.UTC).getYear();
    String first = article.title().toLowerCase(Locale.ROOT) + "\n" + text.substring(0, Math.min(BEGINNING, text.length()));
    Matcher years = YEAR.matcher(first);
    boolean begins = false;
    while (years.find()) {
      begins |= Integer.parseInt(years.group(1)) <= now - HISTORY && !SINCE.matcher(first.substring(0, years.start())).find();
    }
    if (!begins || SPEECH.in(opening)) {
      return false;
    }
    Matcher all = YEAR.matcher(text);
    while (all.find()) {
      int year = Integer.parseInt(all.group(1));
      if (year > now - HISTORY / 3) {
        return false;
      }
    }
    return true;
  }

  /** Experts in the first words; what they think at the end of a report is its background. */
  private boolean analysis() {
    return lines.stream().limit(1)
        .anyMatch(line -> EXPERT.in(line.substring(0, Math.min(BEGINNING, line.length()))))
        && !OFFICE.in(opening);
  }

  /** Within the first lines: links to other news stand in a list below. */
  private boolean beginsWith(Pattern line) {
    return lines.stream().limit(2).anyMatch(each -> line.matcher(each).lookingAt());
  }

  private String first() {
    return text.substring(0, Math.min(FIRST_WORDS, text.length()));
  }

  private long count(Pattern line) {
    return lines.size() < LEAST_LINES ? 0 : lines.stream().filter(each -> line.matcher(each).lookingAt()).count();
  }

  private static Pattern line(String start) {
    return Pattern.compile("\\s*" + start);
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS);
  }
}
