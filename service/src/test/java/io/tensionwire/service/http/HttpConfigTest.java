package io.tensionwire.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConfigTest {

  @Test
  void listensOnLoopbackUnlessToldOtherwise() {
    var listen = HttpConfig.from(Section.parse("", "file.yaml")).listen();

    assertThat(listen.getAddress().isLoopbackAddress()).isTrue();
    assertThat(listen.getPort()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0:80,0.0.0.0,80", "'[::1]:0',0:0:0:0:0:0:0:1,0"})
  void readsAnAddressAndAPort(String text, String host, int port) {
    var listen = read(text).listen();

    assertThat(listen.getAddress().getHostAddress()).isEqualTo(host);
    assertThat(listen.getPort()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:70000", "127.0.0.1:-1"})
  void anythingElseIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> read(text))
        .hasMessage("file.yaml:1: listen: " + text + " is not an address and a port; write it like 127.0.0.1:8080");
  }

  @Test
  void aHostThatIsNotKnownIsRefused() {
    assertThatThrownBy(() -> read("no-such-host.invalid:80"))
        .hasMessageContaining("listen: no-such-host.invalid:80 names no host that is known here");
  }

  private static HttpConfig read(String listen) {
    return HttpConfig.from(Section.parse("listen: \"" + listen + "\"\n", "file.yaml"));
  }
}
