package io.tensionwire.ingest.page;

import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.model.PageProblem;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells a wall from an article. An article may be about cookies, captchas or subscriptions: what shows enough text of its
 * own is none, and words alone count only where a page gives no sign of an article at all.
 */
final class WallFinder {

  /** An article's text of this weight is no wall, whatever else is on its page. */
  private static final int ENOUGH = 600;
  /** A whole page of this weight is more than any wall says. */
  private static final int MOST_OF_A_WALL = 2_500;
  private static final int STUB = 300;
  private static final String NEEDS_SCRIPT = "shows nothing without JavaScript";

  /** Mark-up that the walls themselves bring; nothing but their own pages has it beside so little text. */
  private static final Map<String, String> BOT_MARKUP = Map.of(
      "Cloudflare", "#challenge-form, #cf-challenge-running, .cf-browser-verification, #cf-error-details, #challenge-error-text, "
          + "script:containsData(_cf_chl_opt)",
      "DataDome", "script[src*=captcha-delivery.com], iframe[src*=captcha-delivery.com], script:containsData(captcha-delivery.com)",
      "PerimeterX", "#px-captcha, script:containsData(_pxAppId)",
      "Incapsula", "iframe[src*=_Incapsula_Resource], script[src*=_Incapsula_Resource]",
      "Akamai", "#sec-if-cpt-container, #sec-cpt-if, script[src*=sec-cpt]",
      "DDoS-Guard", "script[src*=ddos-guard], #ddg-captcha, link[href*=ddos-guard]",
      "Qrator", "script[src*=__qrator], #qrator_error, script:containsData(qrator_jsr)",
      "Yandex", "form[action*=checkcaptcha], .smart-captcha, .CheckboxCaptcha",
      "captcha", ".g-recaptcha, .h-captcha, .cf-turnstile, iframe[src*=recaptcha], #ncaptcha, form[action*=captcha], img[src*=captcha]",
      "AWS", "#challenge-container, script[src*=awswaf], script:containsData(gokuProps)");
  private static final Pattern CONSENT_ADDRESS =
      Pattern.compile("^(?:consent|guce|cmp|privacy-?gate|myprivacy)\\.|/(?:collectConsent|privacy-?gate|cookie-?(?:consent|wall)|consent)(?:/|$|\\?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SETS_COOKIE = Pattern.compile("document\\.cookie\\s*=|(?:set|write)Cookie\\(|\\$\\.cookie\\(", Pattern.CASE_INSENSITIVE);
  private static final Pattern GOES_AGAIN = Pattern.compile(
      "location\\.(?:reload|replace)\\s*\\(|(?:location|location\\.href)\\s*=[^=]|\\.submit\\(\\)", Pattern.CASE_INSENSITIVE);

  private final Document document;
  private final AnswerHead head;
  private final URI uri;
  private final PageFacts facts;
  private final LinkedData data;
  private final String body;

  WallFinder(Document document, AnswerHead head, URI uri, PageFacts facts, LinkedData data, String body) {
    this.document = document;
    this.head = head;
    this.uri = uri;
    this.facts = facts;
    this.data = data;
    this.body = body;
  }

  /** @return {@code null} where nothing stands before the article */
  @Nullable Wall find() {
    int weight = weight(body);
    if (head.signs().getOrDefault("cf-mitigated", "").toLowerCase(Locale.ROOT).contains("challenge")) {
      return new Wall(PageProblem.BOT_WALL, "Cloudflare challenge");
    }
    if (weight < ENOUGH) {
      String text = document.body().text();
      Wall wall = weight(text) <= MOST_OF_A_WALL ? inPlaceOfArticle(text) : null;
      if (wall == null) {
        wall = elsewhere(weight);
      }
      if (wall != null) {
        return wall;
      }
    }
    String pay = Paywall.sign(document, data, weight);
    if (pay != null) {
      return new Wall(PageProblem.PAYWALL, pay);
    }
    return body.isBlank() ? new Wall(PageProblem.NO_TEXT, nothing()) : null;
  }

  /** What a reader gets out of a text: a syllable of Hangul is worth more than two letters. */
  static int weight(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      weight += c >= '가' && c <= '힣' ? 2 : 1;
    }
    return weight;
  }

  private @Nullable Wall inPlaceOfArticle(String text) {
    String title = Markup.line(document.title());
    int weight = weight(text);
    for (Map.Entry<String, String> vendor : BOT_MARKUP.entrySet()) {
      // A form of comments may ask for a captcha too; its page says that it is an article.
      if (document.selectFirst(vendor.getValue()) != null && (weight < STUB || !isArticle())) {
        return new Wall(PageProblem.BOT_WALL, vendor.getKey());
      }
    }
    if (isArticle()) {
      return null;
    }
    Element heading = document.selectFirst("h1, h2");
    String headed = heading == null ? "" : heading.text();
    if (WallWords.BOT.matcher(text).find() || (WallWords.BOT_TITLE.matcher(title).find() && weight < ENOUGH)
        || (WallWords.BOT_TITLE.matcher(headed).find() && weight < ENOUGH)) {
      return new Wall(PageProblem.BOT_WALL, "asks whether a person reads");
    }
    if (isCookieGate(weight, text)) {
      return new Wall(PageProblem.COOKIE_GATE, "wants a cookie and to be asked again");
    }
    boolean consentForm = document.selectFirst("form[action*=onsent], form[action*=privacy-gate]") != null;
    boolean consentAddress = uri.getHost() != null
        && (CONSENT_ADDRESS.matcher(uri.getHost()).find() || CONSENT_ADDRESS.matcher(String.valueOf(uri.getRawPath())).find());
    if ((consentForm || consentAddress || WallWords.CONSENT.matcher(text).find()) && WallWords.CONSENT_CHOICE.matcher(text).find()) {
      return new Wall(PageProblem.CONSENT_WALL, "asks for consent");
    }
    if (weight < STUB && WallWords.SCRIPT_NEEDED.matcher(text).find()) {
      return new Wall(PageProblem.NO_TEXT, NEEDS_SCRIPT);
    }
    return null;
  }

  private @Nullable Wall elsewhere(int weight) {
    String title = facts.title();
    Element heading = document.selectFirst("h1");
    boolean says = WallWords.NOT_FOUND.matcher(title).find() || WallWords.NOT_FOUND.matcher(Markup.line(document.title())).find()
        || (heading != null && WallWords.NOT_FOUND.matcher(heading.text()).find());
    if (says && !isArticle()) {
      return new Wall(PageProblem.SOFT_404, "says that there is no such page");
    }
    if (!isArticle() && weight < STUB && isFrontPage()) {
      return new Wall(PageProblem.SOFT_404, "shows the front page of its site");
    }
    return null;
  }

  private boolean isFrontPage() {
    String path = String.valueOf(uri.getRawPath());
    boolean web = uri.getHost() != null;
    boolean root = web && path.length() <= 1 && uri.getRawQuery() == null;
    String canonical = facts.canonicalUrl().replaceFirst("^https?://[^/]*", "");
    boolean namesRoot = !facts.canonicalUrl().isEmpty() && (canonical.isEmpty() || canonical.equals("/"));
    return (root || (web && namesRoot)) && document.getElementsByTag("a").size() > 20;
  }

  private boolean isCookieGate(int weight, String text) {
    if (weight > STUB) {
      return WallWords.COOKIES_NEEDED.matcher(text).find() && weight < ENOUGH;
    }
    if (WallWords.COOKIES_NEEDED.matcher(text).find()) {
      return true;
    }
    boolean refresh = !document.select("meta[http-equiv~=(?i)refresh]").isEmpty();
    boolean sets = refresh && !head.signs().getOrDefault("set-cookie", "").isEmpty();
    boolean again = false;
    for (Element script : document.getElementsByTag("script")) {
      sets |= SETS_COOKIE.matcher(script.data()).find();
      again |= GOES_AGAIN.matcher(script.data()).find();
    }
    return sets && (again || refresh) || refresh && weight < STUB / 3;
  }

  /** What only the pages of articles say of themselves. */
  private boolean isArticle() {
    return data.article() != null || facts.saysArticle() || (facts.dates().published() != null && weight(body) > STUB);
  }

  private String nothing() {
    boolean script = WallWords.SCRIPT_NEEDED.matcher(document.body().text()).find();
    return script ? NEEDS_SCRIPT : "no article text found";
  }
}
