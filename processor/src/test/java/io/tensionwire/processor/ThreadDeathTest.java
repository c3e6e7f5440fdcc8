package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.service.Health;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadDeathTest {

  private final Health health = new Health();
  private final List<Throwable> bugs = new ArrayList<>();
  private final ThreadDeath death = new ThreadDeath(health.check("processor"), bugs::add);

  @Test
  void aThreadThatLostTheBrokerIsReplaced() {
    var response = death.handle(new StreamsException("no answer", new TimeoutException("after a minute")));

    assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(health.problems()).containsEntry("processor", "no answer");
    assertThat(bugs).isEmpty();
  }

  @Test
  void aBugEndsTheProcess() {
    var bug = new StreamsException("failed", new IllegalStateException("cannot be"));

    var response = death.handle(bug);

    assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(bugs).containsExactly(bug);
  }

  @Test
  void aRecordThatWouldFailForEverIsNotTheWorldsFault() {
    assertThat(ThreadDeath.ofTheWorld(new StreamsException(new RecordTooLargeException("5 MB")))).isFalse();
  }
}
