package io.tensionwire.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeTest {

  private static final List<NoticeLine> MANY = IntStream.range(0, 52).mapToObj(i -> NoticeLine.of("line " + i)).toList();

  @Test
  void holdsFortyLinesAndCountsTheOthers() {
    var notice = new Notice("digest/1", "52 alerts", MANY);

    assertThat(notice.lines()).hasSize(40);
    assertThat(notice.moreInWords()).isEqualTo("and 12 more");
    assertThat(notice.inLines(10).lines()).hasSize(10);
    assertThat(notice.inLines(10).moreInWords()).isEqualTo("and 42 more");
    assertThat(notice.inLines(10).inLines(60)).isEqualTo(notice.inLines(10));
    assertThat(new Notice("digest/1", "40 alerts", MANY.subList(0, 40)).moreInWords()).isEmpty();
  }

  @Test
  void isPlainAndBounded() {
    var line = new NoticeLine("▲▲▲▲▲▲▲▲▲▲▲", "a\nb\u202E" + "c".repeat(1000), URI.create("javascript://x/%0Aalert(1)"));

    assertThat(line.mark()).hasSize(8);
    assertThat(line.text()).startsWith("a bc").hasSize(NoticeLine.MOST_TEXT);
    assertThat(line.link()).isNull();
    assertThat(new Notice("n", " a\u0000 b" + "c".repeat(1000), List.of()).title()).startsWith("a bc").hasSize(200);
  }

  @Test
  void needsATitle() {
    assertThatThrownBy(() -> new Notice("digest/1", "\u202E ", List.of()))
        .hasMessage("title of a notice is blank: digest/1");
  }
}
