package io.tensionwire.ingest.date;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Zones as dates name them: offsets, with GMT in front or not, abbreviations, and names such as Asia/Seoul. */
final class ZoneNames {

  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC|UT|Z)?\\s?(?<sign>[+-])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?", Pattern.CASE_INSENSITIVE);

  /** Where letters mean several zones, the one that news in English means. */
  private static final Map<String, ZoneOffset> ABBREVIATIONS = Arrays
      .stream(("z=Z ut=Z utc=Z gmt=Z wet=Z bst=+1 west=+1 met=+1 cet=+1 wat=+1 mest=+2 cest=+2 eet=+2 sast=+2 cat=+2 "
          + "eest=+3 msk=+3 мск=+3 trt=+3 eat=+3 msd=+4 gst=+4 samt=+4 pkt=+5 yekt=+5 ist=+05:30 omst=+6 novt=+7 krat=+7 "
          + "ict=+7 wib=+7 hkt=+8 sgt=+8 pht=+8 awst=+8 irkt=+8 kst=+9 kdt=+10 jst=+9 yakt=+9 vlat=+10 aest=+10 aedt=+11 "
          + "magt=+11 pett=+12 nzst=+12 nzdt=+13 nst=-03:30 art=-3 brt=-3 adt=-3 ast=-4 at=-4 edt=-4 est=-5 et=-5 cdt=-5 "
          + "cst=-6 ct=-6 mdt=-6 mst=-7 mt=-7 pdt=-7 pst=-8 pt=-8 akdt=-8 akst=-9 hst=-10").split(" "))
      .map(pair -> pair.split("="))
      .collect(toUnmodifiableMap(pair -> pair[0], pair -> ZoneOffset.of(pair[1])));

  private ZoneNames() {}

  /**
   * The zone that is meant; the fallback where the name means none.
   *
   * @throws DateTimeException if it is an offset that no place on Earth has
   */
  static ZoneId zone(String text, ZoneId fallback) {
    String name = text.replaceAll("[()\\[\\]]", "").strip();
    Matcher offset = OFFSET.matcher(name);
    if (offset.matches()) {
      int sign = offset.group("sign").equals("-") ? -1 : 1;
      String minutes = offset.group("minutes");
      return ZoneOffset.ofHoursMinutes(
          sign * Integer.parseInt(offset.group("hours")), minutes == null ? 0 : sign * Integer.parseInt(minutes));
    }
    ZoneOffset known = ABBREVIATIONS.get(name.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    if (name.indexOf('/') < 0) {
      return fallback;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return fallback; // A place that Java does not know.
    }
  }
}
