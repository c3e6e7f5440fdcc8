package io.tensionwire.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** One engine on its way through the texts. */
final class Lane {
  /** The time of this thread alone: a busy machine makes nobody slower. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long TURN_NANOS = 80_000_000;
  private static final int BETWEEN_LOOKS = 8;

  private final List<Text> texts;
  private final Engine engine;
  private int next;

  Lane(List<Text> texts, Engine engine) {
    this.texts = texts;
    this.engine = engine;
  }

  /** Goes on for one turn; the megabytes (of UTF-8) a second of it. */
  double turn(Blackhole sink) {
    long bytes = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    long now;
    do {
      for (int i = 0; i < BETWEEN_LOOKS; i++) {
        Text text = texts.get(next++ % texts.size());
        sink.consume(engine.find(text));
        bytes += text.bytes();
      }
      now = THREADS.getCurrentThreadCpuTime();
    } while (now - start < TURN_NANOS);
    return bytes * 1e3 / (now - start);
  }

  /** The megabytes a second with which an engine goes once through texts. */
  static double speed(Engine engine, List<Text> texts) {
    long start = THREADS.getCurrentThreadCpuTime();
    long bytes = 0;
    for (Text text : texts) {
      engine.find(text);
      bytes += text.bytes();
    }
    return bytes * 1e3 / (THREADS.getCurrentThreadCpuTime() - start);
  }
}
