package io.tensionwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePagesTest {

  static Stream<String> names() throws IOException, URISyntaxException {
    return SamplePages.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theBodyIsWhatAReaderWouldSee(String name) {
    Page page = SamplePages.extract(SamplePages.html(name));

    assertThat(page.body()).isEqualTo(SamplePages.body(name));
  }

  @Test
  void thereIsAPageForEachFamilyOfMarkUp() throws IOException, URISyntaxException {
    assertThat(SamplePages.names()).hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void theAddressOfTheAmpTwinIsTold() {
    Page page = SamplePages.extract("<head><link rel=amphtml href='/amp/1'></head><body></body>");

    assertThat(page.ampUrl()).isEqualTo("https://press.example/amp/1");
  }
}
