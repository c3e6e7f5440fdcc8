package io.tensionwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void aCellIsOneLineOfPlainTextWhateverIsInIt() {
    var table = new Table("ID", "COMMENT");
    table.add("a\nb\r\u2028c", "\u001b[31mred\u0007 \u009b1m \u202Eturned \ud800 half");
    table.add("낱말", "의\u200d미");
    var out = new StringWriter();

    table.print(new PrintWriter(out, true));

    assertThat(out.toString().lines()).containsExactly(
        "ID     COMMENT", "a b c   [31mred   1m  turned   half", "낱말   의\u200d미");
  }
}
