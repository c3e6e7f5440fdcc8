package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.ingest.fetch.BodyMemory.NoRoomException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BodyMemoryTest {

  private static final int TEN_MB = (int) Fetcher.MOST_BYTES;

  private final BodyMemory memory = new BodyMemory(64L << 20);

  @Test
  void fiftyBodiesOfTenMegabytesAtOnceAllComeToTheirEndWithinTheirRoom() throws Exception {
    var heldNow = new AtomicLong();
    var heldMost = new AtomicLong();
    List<Future<Integer>> bodies = new ArrayList<>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        bodies.add(threads.submit(() -> {
          try (var room = memory.open()) {
            room.waitAtMost(Duration.ofSeconds(50));
            var wire = new Piecemeal(TEN_MB, heldNow, heldMost);
            int length = new BodyReader(room, TEN_MB).read(wire, null, false).bytes().length;
            heldNow.addAndGet(-length);
            return length;
          }
        }));
      }
    }

    for (Future<Integer> body : bodies) {
      assertThat(body.get()).isEqualTo(TEN_MB);
    }
    assertThat(heldMost.get()).isBetween((long) TEN_MB, 32L << 20);
    assertThat(memory.roomsFor(TEN_MB)).isEqualTo(1);
  }

  @Test
  void aBodyThatGetsNoRoomInTimeSaysSoAndLeavesNothingBehind() throws Exception {
    int small = memory.roomsFor(1);
    try (var large = memory.open()) {
      large.need(TEN_MB);

      try (var other = memory.open()) {
        assertThatThrownBy(() -> other.need(TEN_MB)).isInstanceOf(NoRoomException.class)
            .hasMessageContaining("ingest.memory");
        assertThat(memory.roomsFor(1)).isEqualTo(small);
      }
    }
    assertThat(memory.roomsFor(1)).isEqualTo(small);
    assertThat(memory.roomsFor(TEN_MB)).isEqualTo(1);
  }

  @Test
  void hundredsOfDripsLeaveRoomForALargeFeed() throws Exception {
    List<BodyMemory.Room> drips = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      var drip = memory.open();
      drip.need(100);
      drips.add(drip);
    }

    try (var feed = memory.open()) {
      feed.need(1 << 20);

      assertThat(feed.bodyBytes()).isEqualTo(2 << 20);
    }
    drips.forEach(BodyMemory.Room::close);
  }

  /** A body that comes in many small reads, with a chance for the others after each; counts what it has given out. */
  private static final class Piecemeal extends InputStream {
    private final AtomicLong heldNow;
    private final AtomicLong heldMost;
    private int left;

    Piecemeal(int size, AtomicLong heldNow, AtomicLong heldMost) {
      this.left = size;
      this.heldNow = heldNow;
      this.heldMost = heldMost;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      Thread.yield();
      int given = Math.min(length, left);
      left -= given;
      heldMost.accumulateAndGet(heldNow.addAndGet(given), Math::max);
      return given;
    }
  }
}
