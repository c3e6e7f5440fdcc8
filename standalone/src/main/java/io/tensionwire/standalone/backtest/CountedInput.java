package io.tensionwire.standalone.backtest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows how much of it was read. */
final class CountedInput extends FilterInputStream {

  private final long size;
  private long read;

  /** @param size in bytes; negative: unknown */
  CountedInput(InputStream in, long size) {
    super(in);
    this.size = size;
  }

  /** 0 to 1, negative where the size is not known. */
  double progress() {
    return size < 0 ? -1 : size == 0 ? 1 : Math.min(1, read / (double) size);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    read += next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = super.read(into, from, length);
    read += Math.max(0, got);
    return got;
  }
}
