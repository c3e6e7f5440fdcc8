package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.ingest.fetch.FetchOutcome.Refusal;
import io.tensionwire.model.FeedHealth;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises who stands before a feed: a page that came instead of it either wants to know whether we are human, wants a
 * cookie to be set by a script first, or is just a page. Judged by the marks that such software leaves in headers and
 * scripts, not by the words it shows.
 */
final class GateFinder {

  /** A gate is small or says what it is at its start. */
  private static final int LOOKED_AT = 64 * 1024;
  private static final int SMALL = 8 * 1024;

  /** Headers that bot walls put on their challenges; {@code server} and the like say too little. */
  private static final Pattern CHALLENGE_HEADER = Pattern.compile(
      "cf-mitigated|x-datadome(-cid)?|x-px-block|x-amzn-waf-action|x-sucuri-block|x-wallarm-waf");

  private static final Pattern BOT = Pattern.compile(
      "captcha|turnstile|cf[-_]chl|challenge-platform|_cf_chl|challenge-form|checking your browser|just a moment"
          + "|datadome|perimeterx|_pxcaptcha|px-captcha|incapsula|_imperva|distil_r|akamai-challenge|sec-if-cpt"
          + "|awswaf|aws-waf|ddos-guard|__ddg\\d|qrator|servicepipe|variti|kasada|kpsdk|anubis|are you (a )?(human|robot)"
          + "|not a robot|не робот|로봇이 아닙니다|unusual traffic|automated (requests|access)|bot (detection|protection|check)");

  private static final Pattern SETS_COOKIE = Pattern.compile("document\\s*\\.\\s*cookie\\s*=");
  private static final Pattern LOADS_AGAIN = Pattern.compile(
      "location\\s*\\.\\s*(reload|replace|assign)|(document|window|self|top)?\\s*\\.?\\s*location(\\s*\\.\\s*href)?\\s*=[^=]"
          + "|http-equiv\\s*=\\s*[\"']?refresh|\\.submit\\s*\\(");
  private static final Pattern ASKS_FOR_COOKIES = Pattern.compile(
      "(enable|allow|accept|require[sd]?|turn on)[^.<]{0,30}cookies|cookies[^.<]{0,30}(enabled|required|disabled|turned off)"
          + "|(включите|разрешите|требуются)[^.<]{0,30}cookie|쿠키[^.<]{0,20}(허용|사용|활성)");

  private GateFinder() {}

  /** What an HTML page that came with status 200 is. */
  static FeedHealth inDocument(AnswerHead head, byte[] body) {
    return of(head, body, FeedHealth.HTML_INSTEAD_OF_FEED);
  }

  /** What a refusal is; {@code otherwise} where nobody stands in the way. */
  static FeedHealth inRefusal(Refusal refusal, FeedHealth otherwise) {
    return of(refusal.head(), refusal.body(), otherwise);
  }

  private static FeedHealth of(AnswerHead head, byte[] body, FeedHealth otherwise) {
    if (head.signs().keySet().stream().anyMatch(name -> CHALLENGE_HEADER.matcher(name).matches())) {
      return FeedHealth.BOT_WALL;
    }
    // The marks are ASCII or UTF-8; in another charset the words are missed and the scripts are not.
    String page = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    boolean gate = body.length <= SMALL;
    if (gate && BOT.matcher(page).find() || BOT.matcher(title(page)).find()) {
      return FeedHealth.BOT_WALL;
    }
    boolean cookie = SETS_COOKIE.matcher(page).find() && LOADS_AGAIN.matcher(page).find();
    if (gate && (cookie || ASKS_FOR_COOKIES.matcher(page).find())) {
      return FeedHealth.COOKIE_GATE;
    }
    return otherwise;
  }

  private static String title(String page) {
    int start = page.indexOf("<title");
    int end = start < 0 ? -1 : page.indexOf("</title", start);
    return end < 0 ? "" : page.substring(start, end);
  }
}
