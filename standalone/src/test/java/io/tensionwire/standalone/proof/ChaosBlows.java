package io.tensionwire.standalone.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Two processes that tell alerts, of which again and again one is killed, or stands still for a while. */
final class ChaosBlows {

  /** A process was killed, or stood still from {@code from} to {@code to}. */
  record Blow(Instant from, Instant to, boolean kill) {}

  private final Processes processes;
  private final Path config;
  private final int hurry;
  private final Random random;
  private final Process[] running = new Process[2];
  private final List<Blow> blows = new ArrayList<>();

  /** @param hurry how many times shorter all pauses are */
  ChaosBlows(Processes processes, Path config, int hurry, Random random) {
    this.processes = processes;
    this.config = config;
    this.hurry = hurry;
    this.random = random;
  }

  void begin() throws IOException {
    for (int i = 0; i < running.length; i++) {
      start(i);
    }
  }

  void strike() throws Exception {
    int which = random.nextInt(running.length);
    Process process = running[which];
    Instant from = Instant.now();
    if (random.nextInt(3) > 0) {
      process.destroyForcibly().waitFor();
      blows.add(new Blow(from, Instant.now(), true));
      start(which);
    } else {
      signal(process, "STOP");
      TimeUnit.MILLISECONDS.sleep(500 + random.nextLong(13_000));
      signal(process, "CONT");
      blows.add(new Blow(from, Instant.now(), false));
    }
  }

  List<Blow> blows() {
    return blows;
  }

  long kills() {
    return blows.stream().filter(Blow::kill).count();
  }

  private void start(int which) throws IOException {
    running[which] = processes.start(
        "alert-" + which, "256m", List.of("-Dtensionwire.alerts.hurry=" + hurry, "-XX:TieredStopAtLevel=1"),
        "io.tensionwire.standalone.Main", "alert", "--config", config.toString());
  }

  private static void signal(Process process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start().waitFor();
  }
}
