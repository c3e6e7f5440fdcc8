package io.tensionwire.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes as they come in, in pieces: what has come is not copied because more comes. */
final class Bytes {

  private static final int LEAST_PIECE = 4 << 10;
  private static final int LARGEST_PIECE = 64 << 10;

  private final List<byte[]> pieces = new ArrayList<>();
  private byte[] last = new byte[0];
  private int used;
  private int size;

  int size() {
    return size;
  }

  /** Reads what there is, not more than the limit. @return how much, -1 at the end */
  int readFrom(InputStream in, long limit) throws IOException {
    if (used == last.length) {
      last = new byte[Math.clamp(size / 4, LEAST_PIECE, LARGEST_PIECE)];
      pieces.add(last);
      used = 0;
    }
    int read = in.read(last, used, (int) Math.min(last.length - used, limit));
    used += Math.max(0, read);
    size += Math.max(0, read);
    return read;
  }

  InputStream stream() {
    List<InputStream> streams = new ArrayList<>();
    for (byte[] piece : pieces) {
      streams.add(new ByteArrayInputStream(piece, 0, piece == last ? used : piece.length));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Whether they start with these, values from 0 to 255. */
  boolean startsWith(int... values) {
    if (size < values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if ((pieces.getFirst()[i] & 0xff) != values[i]) {
        return false;
      }
    }
    return true;
  }

  byte[] toArray() {
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] piece : pieces) {
      int length = piece == last ? used : piece.length;
      System.arraycopy(piece, 0, all, at, length);
      at += length;
    }
    return all;
  }
}
