package io.tensionwire.ingest.fetch;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The room that bodies take in memory, from their first byte until whoever reads them is done. It is cut into rooms of
 * a few sizes. A body that outgrows its room waits for a larger one and only then leaves the smaller; so everybody waits
 * for larger rooms than he has, those in the largest wait for nobody, and there is no deadlock. A host that drips takes
 * one of the many smallest rooms, whatever it says of its length.
 *
 * <p>One room more is the window of a decoder of brotli or zstd, up to 16 MB whatever the body's size: one at a time
 * decodes, from memory to memory, and waits for nothing while it does.
 */
final class BodyMemory {

  /** The least with which there is one room of the largest size. */
  static final long LEAST_BYTES = 48L << 20;

  private static final long DECODER_BYTES = 16L << 20;

  /** While a body is put together from its parts, it is there twice. */
  private static final int COPIES = 2;

  private final List<Size> sizes;
  private final Semaphore decoder = new Semaphore(1, true);

  private record Size(long bodyBytes, Semaphore rooms) {
    static Size of(long bodyBytes, long share) {
      return new Size(bodyBytes, new Semaphore((int) Math.max(1, share / (COPIES * bodyBytes)), true));
    }
  }

  BodyMemory(long bytes) {
    if (bytes < LEAST_BYTES) {
      throw new IllegalArgumentException(bytes + " bytes of memory for bodies: " + LEAST_BYTES + " is the least");
    }
    long shared = bytes - DECODER_BYTES;
    long large = Math.max(1, shared / 3 / (COPIES * Fetcher.MOST_BYTES)) * COPIES * Fetcher.MOST_BYTES;
    long rest = shared - large;
    sizes = List.of(
        Size.of(8 << 10, rest / 4), Size.of(128 << 10, rest / 4), Size.of(2 << 20, rest / 2),
        Size.of(Fetcher.MOST_BYTES, large));
  }

  /** A place for one body; nothing is taken yet. */
  Room open() {
    return new Room();
  }

  /** How many bodies of this size have room at once; for tests and metrics. */
  int roomsFor(long bodyBytes) {
    return sizes.stream().filter(size -> size.bodyBytes >= bodyBytes).findFirst().orElseThrow()
        .rooms.availablePermits();
  }

  /** There was no room in time. */
  static final class NoRoomException extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    NoRoomException() {
      super("no room in memory for its body in time; ingest.memory gives more");
    }
  }

  /** The room of one body; for one thread. */
  final class Room implements AutoCloseable {
    private long deadline = System.nanoTime();
    private int at = -1;

    private Room() {}

    /** Waits no longer for more room than so long from now. */
    void waitAtMost(Duration time) {
      deadline = System.nanoTime() + time.toNanos();
    }

    /** How large a body may become in here. */
    long bodyBytes() {
      return at < 0 ? 0 : sizes.get(at).bodyBytes;
    }

    /** Waits for a room in which a body of this size has its place. */
    void need(long bodyBytes) throws NoRoomException, InterruptedException {
      while (bodyBytes() < bodyBytes) {
        int next = at + 1;
        acquire(sizes.get(next).rooms);
        close();
        at = next;
      }
    }

    /** Runs what decodes with a large window; it must not ask for room. */
    <T, E extends Exception> T decoding(Decoding<T, E> decoding) throws E, NoRoomException, InterruptedException {
      acquire(decoder);
      try {
        return decoding.run();
      } finally {
        decoder.release();
      }
    }

    private void acquire(Semaphore rooms) throws NoRoomException, InterruptedException {
      if (!rooms.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
        throw new NoRoomException();
      }
    }

    @Override
    public void close() {
      if (at >= 0) {
        sizes.get(at).rooms.release();
        at = -1;
      }
    }
  }

  /** Work that needs the decoder's room. */
  interface Decoding<T, E extends Exception> {
    T run() throws E;
  }
}
