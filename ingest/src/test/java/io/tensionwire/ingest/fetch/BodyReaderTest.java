package io.tensionwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.tensionwire.ingest.fetch.BodyReader.Body;
import io.tensionwire.ingest.fetch.BodyReader.TooLargeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BodyReaderTest {

  private static final String TEXT = "<rss>" + "тревога ".repeat(40) + "</rss>";
  private static final byte[] PLAIN = TEXT.getBytes(UTF_8);
  private static final byte[] BROTLI =
      Base64.getDecoder().decode("G2IC+J0HdiwwGYb8dm2khuYBiQ4bY2deUbq1zxygoHqRK0kqLAGaqQFV/jO6MBIA");
  /** Twenty megabytes of spaces. */
  private static final byte[] BROTLI_BOMB =
      Base64.getDecoder().decode("y///P/glQOKxQCD3/o///3/wSwDEYRGA7v1f/v//4JcAiMMCAN37Hw==");

  private final BodyMemory memory = new BodyMemory(64L << 20);

  @Test
  void everyCodingIsUnpackedByItsLabel() throws Exception {
    assertThat(text(PLAIN, null)).isEqualTo(TEXT);
    assertThat(text(PLAIN, "identity")).isEqualTo(TEXT);
    assertThat(text(gzip(PLAIN), "gzip")).isEqualTo(TEXT);
    assertThat(text(gzip(PLAIN), " X-GZip ")).isEqualTo(TEXT);
    assertThat(text(deflate(PLAIN, false), "deflate")).isEqualTo(TEXT);
    assertThat(text(deflate(PLAIN, true), "deflate")).isEqualTo(TEXT);
    assertThat(text(BROTLI, "br")).isEqualTo(TEXT);
    assertThat(text(Zstd.compress(PLAIN), "zstd")).isEqualTo(TEXT);
  }

  @Test
  void severalCodingsComeOffInTheOrderInWhichTheyWereLaidOn() throws Exception {
    assertThat(Coding.named("deflate, br")).containsExactly(Coding.BROTLI, Coding.DEFLATE);
    assertThat(Coding.named("br, zstd, x-gzip")).containsExactly(Coding.GZIP, Coding.ZSTD, Coding.BROTLI);
    assertThat(text(gzip(BROTLI), "br, gzip")).isEqualTo(TEXT);
    assertThat(text(deflate(gzip(PLAIN), false), "gzip, deflate")).isEqualTo(TEXT);
    assertThat(text(gzip(gzip(PLAIN)), "gzip")).isEqualTo(TEXT);
    assertThat(text(Zstd.compress(gzip(PLAIN)), "gzip, zstd")).isEqualTo(TEXT);
  }

  @Test
  void theBytesAreBelievedMoreThanTheLabel() throws Exception {
    assertThat(text(gzip(PLAIN), null)).isEqualTo(TEXT);
    assertThat(text(gzip(PLAIN), "utf-8")).isEqualTo(TEXT);
    assertThat(text(gzip(PLAIN), "br")).isEqualTo(TEXT);
    assertThat(text(Zstd.compress(PLAIN), "gzip")).isEqualTo(TEXT);
    for (String wrong : new String[] {"gzip", "deflate", "br", "zstd", "gzip, br"}) {
      assertThat(text(PLAIN, wrong)).as(wrong).isEqualTo(TEXT);
    }
  }

  @Test
  void ofABodyThatBreaksOffWhatCameIsThereAndMarked() throws Exception {
    byte[] items = items(20_000);
    byte[] packed = gzip(items);

    Body body = read(Arrays.copyOf(packed, packed.length / 2), "gzip", 1 << 20);

    assertThat(body.cutShort()).isTrue();
    assertThat(body.bytes().length).isBetween(items.length / 4, items.length - 1);
    assertThat(new String(body.bytes(), UTF_8)).startsWith("<item>0</item>");
    assertThat(read(packed, "gzip", 1 << 20).cutShort()).isFalse();
  }

  @Test
  void whatCannotBeUnpackedAtAllIsAFailure() {
    byte[] broken = gzip(PLAIN);
    broken[10] = (byte) 0xff;

    assertThatThrownBy(() -> read(broken, "gzip", 1 << 20)).isInstanceOf(IOException.class)
        .hasMessageContaining("broken gzip");
  }

  @Test
  void aBombIsRefusedAfterLittleWork() {
    byte[] spaces = new byte[9 << 20];

    for (byte[] bomb : new byte[][] {gzip(spaces), Zstd.compress(spaces), gzip(gzip(spaces))}) {
      assertThatThrownBy(() -> read(bomb, null, 10 << 20)).isInstanceOf(TooLargeException.class)
          .hasMessageContaining("more than 150 times");
    }
    assertThatThrownBy(() -> read(BROTLI_BOMB, "br", 10 << 20)).isInstanceOf(TooLargeException.class)
        .hasMessageContaining("more than 150 times");
  }

  @Test
  void theLimitIsOnWhatIsUnpackedToo() throws Exception {
    byte[] items = items(20_000);

    assertThat(read(gzip(items), "gzip", items.length).bytes()).isEqualTo(items);
    assertThat(read(items, null, items.length).bytes()).isEqualTo(items);
    assertThatThrownBy(() -> read(gzip(items), "gzip", items.length - 1)).isInstanceOf(TooLargeException.class);
    assertThatThrownBy(() -> read(items, null, items.length - 1)).isInstanceOf(TooLargeException.class);
  }

  @Test
  void whereTheStartIsEnoughTheRestIsLeft() throws Exception {
    byte[] items = items(20_000);
    try (var room = memory.open()) {
      room.waitAtMost(Duration.ofSeconds(1));
      var reader = new BodyReader(room, 1000);

      assertThat(reader.read(new ByteArrayInputStream(items), null, true))
          .satisfies(body -> assertThat(body.cutShort()).isTrue())
          .satisfies(body -> assertThat(body.bytes()).hasSize(1000));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8192, 8193, 131_072, 131_073, 2_097_152, 2_097_153, 5_000_000})
  void everySizeOfBodyComesOutWhole(int size) throws Exception {
    byte[] bytes = new byte[size];
    new java.util.Random(size).nextBytes(bytes);
    if (size > 0) {
      bytes[0] = 'x';
    }

    assertThat(read(bytes, null, 10 << 20).bytes()).isEqualTo(bytes);
    assertThat(read(gzip(bytes), "gzip", 10 << 20).bytes()).isEqualTo(bytes);
    assertThat(read(Zstd.compress(bytes), "zstd", 10 << 20).bytes()).isEqualTo(bytes);
    assertThat(memory.roomsFor(Fetcher.MOST_BYTES)).isEqualTo(1);
  }

  private String text(byte[] wire, @Nullable String label) throws Exception {
    return new String(read(wire, label, 1 << 20).bytes(), UTF_8);
  }

  private Body read(byte[] wire, @Nullable String label, long maxBytes) throws IOException, InterruptedException {
    try (var room = memory.open()) {
      room.waitAtMost(Duration.ofSeconds(5));
      return new BodyReader(room, maxBytes).read(new ByteArrayInputStream(wire), label, false);
    }
  }

  private static byte[] items(int count) {
    var items = new StringBuilder();
    for (int i = 0; i < count; i++) {
      items.append("<item>").append(i * 7919 % 30011).append("</item>");
    }
    return items.toString().getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] plain) {
    return packed(plain, out -> new GZIPOutputStream(out));
  }

  private static byte[] deflate(byte[] plain, boolean raw) {
    return packed(plain, out -> new DeflaterOutputStream(out, new Deflater(6, raw)));
  }

  private interface Packing {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] plain, Packing packing) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.over(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
