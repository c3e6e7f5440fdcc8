package io.tensionwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.PageProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestingTest {

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<DIV class=a>", "<b><i>", "<ul><li>", "<table><tr><td>", "<a href=x>"})
  void elementsUponElementsAreRefused(String part) {
    Page page = SamplePages.extract(part.repeat(20_000));

    assertThat(page.problem()).isEqualTo(PageProblem.UNREADABLE);
    assertThat(page.reason()).isEqualTo("elements are nested without an end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>SAMPLE. The ministry said so.", "word<br>", "<div>a</div>", "<li>point", "a < b ", "<img src=a>"})
  void aLongPageIsNotANestedOne(String part) {
    assertThat(Nesting.isTooDeep(part.repeat(20_000).getBytes(UTF_8))).isFalse();
  }

  @Test
  void endsThatNothingBeganDoNotPayForWhatFollows() {
    assertThat(Nesting.isTooDeep(("</div>".repeat(20_000) + "<div>".repeat(20_000)).getBytes(UTF_8))).isTrue();
  }
}
