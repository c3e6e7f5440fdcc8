package io.tensionwire.ingest.url;

import java.util.regex.Pattern;

/** Parameters of a query that do not name the article. */
final class QueryNoise {

  private static final Pattern TRACKING = Pattern.compile(
      "utm_.*|mtm_.*|pk_.*|hsa_.*|vero_.*|oly_.*|gaa_.*|_ga|_gl|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|yclid|ysclid|msclkid|"
          + "twclid|ttclid|mc_cid|mc_eid|mkt_tok|igshid|igsh|_openstat|cmpid|ocid|ftag|cid_source|at_medium|at_campaign|"
          + "at_custom\\d|ns_mchannel|ns_source|ns_campaign|ns_linkname|ref|ref_src|ref_url|referrer|from|input|rss|s_kwcid|spm|"
          + "wt_mc|xtor|smid|traffic_source|__twitter_impression|hsctatracking|sref|srnd|feedtype|feedname",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern AMP = Pattern.compile(
      "(?:amp(?:=(?:1|true|yes|amp)?)?|(?:outputtype|output|format|view|type)=amp|amp_js_v=.*|amp_gsa=.*|usqp=.*|_amp(?:=.*)?|"
          + "is_?amp=.*)",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern PRINT = Pattern.compile(
      "(?:print(?:able|version|friendly|view|er)?(?:=(?:1|true|yes|y|on|print)?)?|(?:view|mode|format|type|output|action|version)="
          + "(?:print(?:able|er|version|friendly)?|mobile)|(?:mobile|m)=(?:1|true|yes|y))",
      Pattern.CASE_INSENSITIVE);

  /** Names that sessions and breakers of caches go by. */
  private static final Pattern SESSION = Pattern.compile(
      "(?:jsessionid|phpsessid|aspsessionid\\w*|cfid|cftoken|sessionid|session_?id|nocache|no_cache|cachebuster|cb|"
          + "rnd|rand|random|_|_t|timestamp)=.*",
      Pattern.CASE_INSENSITIVE);
  /** A moment in seconds or milliseconds, or the number of a session: {@code t=3} and {@code sid=3} may name an article. */
  private static final Pattern MOMENT = Pattern.compile("(?:t|ts|time|sid)=(?:\\d{10,}|[0-9a-f]{16,})", Pattern.CASE_INSENSITIVE);

  private QueryNoise() {}

  static boolean isTracking(String parameter) {
    return TRACKING.matcher(parameter.split("=", 2)[0]).matches();
  }

  static boolean isAmp(String parameter) {
    return AMP.matcher(parameter).matches();
  }

  /** Whether it asks for another view of the same, or differs from visit to visit. */
  static boolean isView(String parameter) {
    return isAmp(parameter) || PRINT.matcher(parameter).matches() || SESSION.matcher(parameter).matches()
        || MOMENT.matcher(parameter).matches();
  }
}
