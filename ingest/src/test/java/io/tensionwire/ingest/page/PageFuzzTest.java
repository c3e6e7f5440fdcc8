package io.tensionwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever comes, a page comes out: there is no way for a page to fail but to have no text. */
class PageFuzzTest {

  private static final List<String> PIECES = List.of(
      "<", ">", "</p>", "<p>", "<div class=articleBody>", "<!--", "]]>", "<script>", "</script>", "<script type='application/ld+json'>",
      "{\"articleBody\":\"", "self.__next_f.push([1,\"", "\"])", "\\u00", "&#x1F600;", "&#0;", "\0", "<br><br>", "<template>",
      "<noscript>", "<table><td>", "</body></html>", "<svg><p>", "<math><mi>", "Fusion.globalContent={\"content_elements\":[",
      "\uD83D", "\u202e", "charset=euc-kr", "<meta charset=x-unknown>", "<base href='::'>", "<link rel=amphtml href='h ttp://['>");

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void aDamagedPageIsStillRead(@ForAll("damagedPages") String html) {
    Page page = SamplePages.extract(html);

    assertThat(page.body().strip()).isEqualTo(page.body());
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void bytesOfAnyKindAreRead(@ForAll byte[] bytes) {
    Page page = new PageExtractor(SiteRules.none())
        .extract(bytes, URI.create("https://press.example/a"), null, ZoneOffset.UTC);

    assertThat(page.body()).isNotNull();
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void anyWordsInAParagraphAreReadWithoutMarkUp(@ForAll String words) {
    Page page = SamplePages.extract("<article><p>" + words + "</p></article>");

    assertThat(page.body()).doesNotContain("<article>");
  }

  @Provide
  Arbitrary<String> damagedPages() throws IOException, URISyntaxException {
    Arbitrary<String> pages = Arbitraries.of(SamplePages.names().map(SamplePages::html).toList());
    Arbitrary<List<Damage>> damages = Combinators
        .combine(Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 60), Arbitraries.of(PIECES))
        .as(Damage::new).list().ofMinSize(1).ofMaxSize(12);
    return Combinators.combine(pages, damages).as((page, all) -> {
      String damaged = page;
      for (Damage damage : all) {
        damaged = damage.of(damaged);
      }
      return damaged;
    });
  }

  /** At some place of the page so many characters are replaced by the piece. */
  private record Damage(double place, int gone, String piece) {
    String of(String page) {
      int from = (int) (place * page.length());
      int to = Math.min(page.length(), from + gone);
      return page.substring(0, from) + piece + page.substring(to);
    }
  }

  /** The same damage as bytes: characters cut in half. */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aPageThatBreaksOffIsRead(@ForAll("damagedPages") String html, @ForAll byte cut) {
    byte[] bytes = html.getBytes(UTF_8);
    byte[] part = java.util.Arrays.copyOf(bytes, bytes.length * (cut + 129) / 257);

    assertThat(SamplePages.extract(part).body()).isNotNull();
  }
}
