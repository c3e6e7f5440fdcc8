package io.tensionwire.ingest.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.address.AddressRange;
import io.tensionwire.service.address.PrivateAddresses;
import java.net.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchSettingsTest {

  @Test
  void whatIsNotSaidIsAsUsual() {
    assertThat(FetchSettings.from(section("other: 1"))).isEqualTo(FetchSettings.USUAL);
    assertThat(FetchSettings.USUAL.hostPause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(FetchSettings.USUAL.privateAddresses()).isEqualTo(PrivateAddresses.NONE);
  }

  @Test
  void readsWhatIsSaid() {
    var settings = FetchSettings.from(section("""
        allow-private-addresses: [feeds.intranet.example, 10.0.0.0/8]
        host-pause: 3s
        memory: 128MB
        ignore-robots: ["*.own.example"]
        proxy: "http://us%40er:pass@proxy.example:3128"
        """));

    assertThat(settings.privateAddresses().names()).containsExactly("feeds.intranet.example");
    assertThat(settings.privateAddresses().ranges()).containsExactly(AddressRange.parse("10.0.0.0/8"));
    assertThat(settings.hostPause()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.memoryBytes()).isEqualTo(128L << 20);
    assertThat(settings.robotsIgnoredAt()).containsExactly("*.own.example");
    WebProxy proxy = requireNonNull(settings.proxy());
    assertThat(proxy.type()).isEqualTo(Proxy.Type.HTTP);
    assertThat(proxy.user()).isEqualTo("us@er");
    assertThat(settings.toString()).doesNotContain("pass@").doesNotContain(":pass").contains("proxy.example");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "memory: 12MB | 48MB is the least",
    "memory: lots | number of megabytes",
    "host-pause: 2h | must be from",
    "ignore-robots: '*' | not the name of a host",
    "allow-private-addresses: perhaps! | allow-private-addresses: perhaps!",
    "proxy: ftp://p.example:1 | must start with http:// or socks://",
    "proxy: http://p.example | must name a host and a port",
    "proxy: socks://u:p@p.example:1080 | only an http proxy",
  })
  void saysWhatIsWrong(String yaml, String message) {
    assertThatThrownBy(() -> FetchSettings.from(section(yaml))).hasMessageContaining(message)
        .hasMessageNotContaining("u:p@");
  }

  private static Section section(String yaml) {
    return Section.parse(yaml, "test.yaml");
  }
}
