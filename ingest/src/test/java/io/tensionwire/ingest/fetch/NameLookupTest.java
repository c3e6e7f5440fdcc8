package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class NameLookupTest {

  private static final InetAddress ADDRESS = InetAddress.ofLiteral("8.8.8.8");

  @Test
  void aNameServiceThatHangsIsNotWaitedForAndCostsTheOthersNothing() throws Exception {
    var never = new CountDownLatch(1);
    try (var names = new NameLookup(name -> {
      while (name.startsWith("slow") && never.getCount() > 0) {
        try {
          never.await(); // As the system's call: it takes no interruption.
        } catch (InterruptedException e) {
          continue;
        }
      }
      return List.of(ADDRESS);
    }, Duration.ofMillis(100))) {
      assertThatThrownBy(() -> names.lookup("slow.example")).isInstanceOf(UnknownHostException.class)
          .hasMessageContaining("the name service does not answer");

      assertThat(names.lookup("quick.example")).containsExactly(ADDRESS);
      never.countDown();
    }
  }

  @Test
  void anAddressKeepsTheNameItWasAskedBy() throws Exception {
    try (var names = new NameLookup(name -> List.of(ADDRESS), Duration.ofSeconds(5))) {
      assertThat(names.lookup("feeds.example").getFirst().getHostName()).isEqualTo("feeds.example");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x7f.0.0.1", "0x7f000001", "2130706433", "0177.0.0.1", "127.1", "1.2.3.4.5", "a.0x1", "127.0.0.01"})
  void numbersInDisguiseAreNoNames(String name) {
    assertThat(NameLookup.isDisguised(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example", "127.0.0.1", "1.example", "0xff.example", "::1", "::ffff:1.2.3.4", "4chan"})
  void othersAreNotTakenForOne(String name) {
    assertThat(NameLookup.isDisguised(name)).isFalse();
  }
}
