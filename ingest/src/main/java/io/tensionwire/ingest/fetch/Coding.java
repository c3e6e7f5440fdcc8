package io.tensionwire.ingest.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** A way in which a body is packed (RFC 9110, 8.4.1). */
enum Coding {
  GZIP,
  DEFLATE,
  BROTLI,
  ZSTD;

  /** The window of RFC 9659, beyond which no zstd on the web may go. */
  private static final int ZSTD_WINDOW_LOG = 23;

  /** The codings of a header {@code Content-Encoding}, the one applied last first; what is not known is left out. */
  static List<Coding> named(@Nullable String contentEncoding) {
    List<Coding> codings = new ArrayList<>();
    if (contentEncoding != null) {
      for (String name : contentEncoding.toLowerCase(Locale.ROOT).split(",", 8)) {
        switch (name.strip()) {
          case "gzip", "x-gzip" -> codings.addFirst(GZIP);
          case "deflate", "x-deflate", "zlib" -> codings.addFirst(DEFLATE);
          case "br" -> codings.addFirst(BROTLI);
          case "zstd" -> codings.addFirst(ZSTD);
          default -> {
            // identity, a charset, or a word of the host's own: the bytes say what they are.
          }
        }
      }
    }
    return codings;
  }

  /** The coding that the bytes themselves show. */
  static @Nullable Coding shownBy(Bytes bytes) {
    if (bytes.startsWith(0x1f, 0x8b, 8)) {
      return GZIP;
    }
    return bytes.startsWith(0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : null;
  }

  /** Whether its decoder keeps a window of many megabytes. */
  boolean hasLargeWindow() {
    return this == BROTLI || this == ZSTD;
  }

  InputStream open(Bytes packed, InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(in, 4096);
      case DEFLATE -> new RawOrZlib(in, isZlib(packed));
      case BROTLI -> new BrotliInputStream(in);
      case ZSTD -> new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_LOG);
    };
  }

  /** "deflate" is zlib by the book and raw by the habit of some. */
  private static boolean isZlib(Bytes packed) {
    for (int compression : new int[] {0x01, 0x5e, 0x9c, 0xda}) {
      if (packed.startsWith(0x78, compression)) {
        return true;
      }
    }
    return false;
  }

  /** Gives its inflater back, which the stream leaves to others when it was handed one. */
  private static final class RawOrZlib extends InflaterInputStream {
    RawOrZlib(InputStream in, boolean zlib) {
      super(in, new Inflater(!zlib), 4096);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
