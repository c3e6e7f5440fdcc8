package io.tensionwire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body to its end, decompressed, and no further than the limit. */
final class BodyReader {

  private BodyReader() {}

  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long maxBytes) {
      super("larger than " + maxBytes + " bytes");
    }
  }

  static byte[] read(InputStream wire, @Nullable String contentEncoding, long maxBytes) throws IOException {
    InputStream plain = decoded(new Limited(wire, maxBytes), contentEncoding);
    var body = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
      if (body.size() + (long) n > maxBytes) {
        throw new TooLargeException(maxBytes);
      }
      body.write(buffer, 0, n);
    }
    return body.toByteArray();
  }

  /** Believes the bytes more than the header: hosts label plain bodies as compressed. */
  private static InputStream decoded(InputStream wire, @Nullable String contentEncoding) throws IOException {
    String encoding = contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT);
    var peekable = new PushbackInputStream(wire, 2);
    byte[] start = peekable.readNBytes(2);
    peekable.unread(start);
    if (start.length < 2) {
      return peekable;
    }
    int first = start[0] & 0xff;
    int second = start[1] & 0xff;
    if (first == 0x1f && second == 0x8b) {
      return new GZIPInputStream(peekable);
    }
    if (encoding.equals("deflate")) {
      boolean zlib = (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
      return new InflaterInputStream(peekable, new Inflater(!zlib));
    }
    return peekable;
  }

  /** Counts what comes over the wire, too. */
  private static final class Limited extends FilterInputStream {
    private final long maxBytes;
    private long left;

    Limited(InputStream in, long maxBytes) {
      super(in);
      this.maxBytes = maxBytes;
      this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      return count(value < 0 ? -1 : 1) < 0 ? -1 : value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return count(super.read(buffer, offset, length));
    }

    private int count(int read) throws TooLargeException {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new TooLargeException(maxBytes);
      }
      return read;
    }
  }
}
