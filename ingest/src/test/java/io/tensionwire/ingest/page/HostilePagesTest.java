package io.tensionwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that somebody might write to keep the extractor busy: four times the page, four times the work at most. */
class HostilePagesTest {

  private static final int SMALL = 40_000;
  private static final int LARGE = 4 * SMALL;
  /** Linear would be 4 and quadratic 16; between them there is room for a busy machine. */
  private static final double MOST_GROWTH = 9;
  /** What is over so soon cannot be compared. */
  private static final double TOO_SHORT_MS = 12;

  static Stream<Arguments> pages() {
    return Stream.of(
        of("nested elements", "<div>"), of("nested elements with names", "<div class=article-body>"),
        of("nested inline elements", "<b><i>"), of("nested lists", "<ul><li>"), of("nested tables", "<table><tr><td>"),
        of("nested forms and fonts", "<font><p>"), of("unclosed paragraphs", "<p>The ministry said. "),
        of("unclosed scripts", "<script>var a = {"), of("unclosed comments", "<!-- <p>"), of("unclosed tags", "<div class='a"),
        of("attributes", " a%d=1", "<p", ">text"), of("one long class", "a-b ", "<p class='", "'>text"),
        of("breaks", "<br>"), of("breaks and words", "word<br> "), of("white space", " \n\t", "<p>a", "b"),
        of("links", "<a href=x>a</a> "), of("entities", "&amp;lt;p&amp;gt;"), of("angles", "<a "),
        of("cards", "<div class=card><h3><a href=x>A headline about trade</a></h3></div>"),
        of("metadata", "<meta name=a content=b>"), of("headings", "<h1>The decision stands</h1>"),
        of("nested json", "[", "<script type='application/json'>", "</script>"),
        of("json objects", "{\"a\":", "<script>window.a = ", "</script>"),
        of("starts of json", "a = {", "<script>", "</script>"),
        of("strings of json", "\"The ministry said that.\",", "<script type='application/json'>[", "1]</script>"),
        of("paragraphs of json", "{\"type\":\"p\",\"text\":\"The ministry said that it stands.\"},",
            "<script type='application/json'>[", "1]</script>"),
        of("nested linked data", "{\"articleBody\":[", "<script type='application/ld+json'>", "</script>"),
        of("flight rows", "1:[\\\"$\\\"]\\n", "<script>self.__next_f.push([1,\"", "\"])</script>"),
        of("flight pushes", "self.__next_f.push([1,\"1:T10,", "<script>", "</script>"),
        of("open strings", "'\\\"`", "<script>window.__NUXT__=(function(", "</script>"));
  }

  private static Arguments of(String name, String part) {
    return of(name, part, "", "");
  }

  private static Arguments of(String name, String part, String before, String after) {
    IntFunction<String> page = size -> {
      var html = new StringBuilder("<body>").append(before);
      for (int i = 0; html.length() < size; i++) {
        html.append(part.contains("%d") ? part.formatted(i) : part);
      }
      return html.append(after).toString();
    };
    return Arguments.of(name, page);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void fourTimesThePageIsFourTimesTheWork(String name, IntFunction<String> page) {
    double small = leastMillis(page.apply(SMALL));
    double large = leastMillis(page.apply(LARGE));

    assertThat(large / Math.max(small, TOO_SHORT_MS / 4)).as(name + ": " + small + " ms, then " + large + " ms")
        .isLessThan(MOST_GROWTH);
  }

  /** CPU time of this thread, so that a busy machine makes no difference. */
  private static double leastMillis(String html) {
    double least = Double.MAX_VALUE;
    for (int round : List.of(1, 2, 3)) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Page page = SamplePages.extract(html);
      least = Math.min(least, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6);
      assertThat(page.body()).as("round " + round).isNotNull();
    }
    return least;
  }
}
