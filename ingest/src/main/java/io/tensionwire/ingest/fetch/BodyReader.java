package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.fetch.BodyMemory.Room;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body to its end and unpacks it, no further than a limit and within its room in memory. The bytes are believed
 * more than the header: hosts label plain bodies as packed, and packed ones as plain.
 */
final class BodyReader {

  /** Nobody packs the same text more often than this. */
  private static final int MOST_LAYERS = 3;

  /** From here on the ratio is looked at: small texts of one letter are no attack. */
  private static final int FREE_BYTES = 1 << 20;

  /** Pages and feeds are packed 3 to 30 times; what unpacks to more than this was made to. */
  static final int MOST_RATIO = 150;

  private final Room room;
  private final long maxBytes;

  BodyReader(Room room, long maxBytes) {
    this.room = room;
    this.maxBytes = maxBytes;
  }

  /** @param cutShort whether its end is missing */
  record Body(byte[] bytes, boolean cutShort) {}

  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }

    static TooLargeException than(long maxBytes) {
      return new TooLargeException("larger than " + maxBytes + " bytes");
    }
  }

  /** A coding's output does not fit into the room that it was begun in. */
  private static final class OutgrownException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private record Layer(Bytes bytes, boolean cutShort) {}

  /** @param startIsEnough whether of a larger body as much as the limit is taken, cut short */
  Body read(InputStream wire, @Nullable String contentEncoding, boolean startIsEnough)
      throws IOException, InterruptedException {
    Layer layer = receive(wire, startIsEnough);
    Deque<Coding> codings = new ArrayDeque<>(Coding.named(contentEncoding));
    for (int layers = 0; layers < MOST_LAYERS; layers++) {
      Coding shown = Coding.shownBy(layer.bytes);
      Coding named = codings.poll();
      Coding coding = shown != null ? shown : named;
      if (coding == null) {
        break;
      }
      if (shown != null && named != null && shown != named) {
        codings.addFirst(named); // What it is on the outside is not what its label says: that may be further in.
      }
      layer = unpack(coding, layer, shown != null, startIsEnough);
    }
    return new Body(layer.bytes.toArray(), layer.cutShort);
  }

  private Layer receive(InputStream wire, boolean startIsEnough) throws IOException, InterruptedException {
    var bytes = new Bytes();
    try {
      while (true) {
        room.need(Math.min(bytes.size() + 1L, maxBytes));
        if (bytes.size() == maxBytes) {
          boolean more = wire.read() >= 0;
          if (more && !startIsEnough) {
            throw TooLargeException.than(maxBytes);
          }
          return new Layer(bytes, more);
        }
        if (bytes.readFrom(wire, Math.min(room.bodyBytes(), maxBytes) - bytes.size()) < 0) {
          return new Layer(bytes, false);
        }
      }
    } catch (TooLargeException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (bytes.size() == 0 || isCancelled(e)) {
        throw e;
      }
      return new Layer(bytes, true);
    }
  }

  /** The time limit closes the connection under its reader. */
  private static boolean isCancelled(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Canceled") || message.contains("Socket closed") || message.contains("timeout")
        || message.contains("CANCEL");
  }

  private Layer unpack(Coding coding, Layer packed, boolean shown, boolean startIsEnough)
      throws IOException, InterruptedException {
    while (true) {
      try {
        return coding.hasLargeWindow()
            ? room.<Layer, IOException>decoding(() -> decode(coding, packed, shown, startIsEnough))
            : decode(coding, packed, shown, startIsEnough);
      } catch (OutgrownException e) {
        // Begun again in a larger room: nobody waits for room with a decoder in hand.
        room.need(room.bodyBytes() + 1);
      }
    }
  }

  private Layer decode(Coding coding, Layer packed, boolean shown, boolean startIsEnough) throws IOException {
    var plain = new Bytes();
    var taken = new Counting(packed.bytes.stream());
    try (InputStream in = coding.open(packed.bytes, taken)) {
      long limit = Math.min(room.bodyBytes(), maxBytes);
      while (true) {
        if (plain.size() == limit) {
          if (in.read() < 0) {
            break;
          }
          if (limit < maxBytes) {
            throw new OutgrownException();
          }
          if (startIsEnough) {
            return new Layer(plain, true);
          }
          throw TooLargeException.than(maxBytes);
        }
        if (plain.readFrom(in, limit - plain.size()) < 0) {
          break;
        }
        if (plain.size() > FREE_BYTES && plain.size() / MOST_RATIO > taken.count) {
          throw new TooLargeException("unpacks to more than " + MOST_RATIO + " times its size");
        }
      }
      return new Layer(plain, packed.cutShort);
    } catch (TooLargeException | OutgrownException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (plain.size() > 0) {
        return new Layer(plain, true); // A broken end costs the end, not what came before it.
      }
      if (!shown && looksPlain(packed.bytes)) {
        return packed;
      }
      throw new EOFException("cannot be unpacked: broken " + coding.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Mark-up, JSON or any other text, whose bytes hold no control characters at the start. */
  private static boolean looksPlain(Bytes bytes) throws IOException {
    byte[] start = bytes.stream().readNBytes(64);
    for (byte each : start) {
      if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
        return false;
      }
    }
    return start.length > 0;
  }

  /** Counts what a decoder has taken in. */
  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
