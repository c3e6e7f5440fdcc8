package io.tensionwire.service.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "100.100.100.200", "127.0.0.1", "127.255.0.9",
    "168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1",
    "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "::8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1", "2001:10::1",
    "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "4000::1", "5f00::1", "fc00::1",
    "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1"
  })
  void whatIsSetAsideIsNotOutOnTheInternet(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.0.0.1", "128.0.0.1",
    "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.1",
    "2001:200::1", "2400:cb00::1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "::ffff:8.8.8.8"
  })
  void allElseIs(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void privateOnesAreAllowedByNameOrRange() {
    var allowed = PrivateAddresses.parse(List.of("wiki.intranet.example", "*.lab.example", "10.1.0.0/16", "fd00:1::/32"));
    InetAddress inside = InetAddress.ofLiteral("192.168.1.1");

    assertThat(allowed.allow("Wiki.intranet.example", inside)).isTrue();
    assertThat(allowed.allow("a.lab.example", inside)).isTrue();
    assertThat(allowed.allow("lab.example", inside)).isFalse();
    assertThat(allowed.allow("other.example", inside)).isFalse();
    assertThat(allowed.allow("other.example", InetAddress.ofLiteral("10.1.255.1"))).isTrue();
    assertThat(allowed.allow("other.example", InetAddress.ofLiteral("10.2.0.1"))).isFalse();
    assertThat(allowed.allow("other.example", InetAddress.ofLiteral("fd00:1:2::1"))).isTrue();
    assertThat(allowed.allow("other.example", InetAddress.ofLiteral("fd00:2::1"))).isFalse();
    assertThat(PrivateAddresses.parse(List.of("true")).allow(null, inside)).isTrue();
    assertThat(PrivateAddresses.parse(List.of("false"))).isEqualTo(PrivateAddresses.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0", "a b", "http://a.example", "10.0.0.0/8/8", "yes!"})
  void whatIsNeitherANameNorARangeIsRefused(String text) {
    assertThatThrownBy(() -> PrivateAddresses.parse(List.of(text))).isInstanceOf(IllegalArgumentException.class);
  }
}
