package io.tensionwire.alerts.slack.app;

import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.Backoff;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a socket open for clicks. Slack closes each after some hours and says so before: then the next is open before the
 * last one ends. The SDK's own way of opening the next one gives up at the first refusal, so it is done here.
 */
final class Sockets implements AutoCloseable {

  private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(15);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  private final SlackCalls calls;
  private final Secret appToken;
  private final Trouble trouble;
  private final Consumer<Click> clicks;
  private final String channel;
  private final Thread thread;
  private volatile boolean closed;

  /** @param clicks must not wait: the socket's thread calls it */
  Sockets(SlackCalls calls, Secret appToken, String channel, Trouble trouble, Consumer<Click> clicks) {
    this.calls = calls;
    this.appToken = appToken;
    this.channel = channel;
    this.trouble = trouble;
    this.clicks = clicks;
    this.thread = Thread.ofVirtual().name("slack-sockets").unstarted(this::run);
  }

  Sockets open() {
    thread.start();
    return this;
  }

  private void run() {
    Socket socket = null;
    try {
      for (int failures = 0; !closed; ) {
        Socket last = socket;
        try {
          socket = connect();
          failures = 0;
        } catch (CallFailed e) {
          socket = null;
          failures++;
          trouble.tell(e);
          pause(e, failures);
        } finally {
          close(last);
        }
        if (socket != null) {
          awaitEnd(socket);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(socket);
    }
  }

  private Socket connect() throws CallFailed, InterruptedException {
    AppsConnectionsOpenResponse answer = calls.call(appToken.reveal(), client -> client.appsConnectionsOpen(r -> r));
    Socket socket;
    try {
      socket = new Socket(calls.slack(), appToken.reveal(), answer.getUrl(), channel, clicks);
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The address is a secret.
      throw new CallFailed("", new Outcome.Retryable(Reason.UNEXPECTED_ANSWER, "no address for a socket", null));
    }
    boolean greeted = false;
    try {
      socket.connect();
      greeted = socket.awaitHello(HELLO_WITHIN);
    } finally {
      if (!greeted) {
        close(socket);
      }
    }
    if (!greeted) {
      throw new CallFailed("", new Outcome.Retryable(Reason.UNREACHABLE, "the socket does not open", null));
    }
    return socket;
  }

  private void awaitEnd(Socket socket) throws InterruptedException {
    while (!closed && !socket.awaitEnd(PROBE_EVERY)) {
      if (!socket.verifyConnection()) {
        return;
      }
    }
  }

  private static void pause(CallFailed failure, int failures) throws InterruptedException {
    Duration asked = failure.outcome() instanceof Outcome.Retryable later ? later.retryAfter() : null;
    Duration pause = asked != null ? asked : BACKOFF.after(failures, ThreadLocalRandom.current());
    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
  }

  private static void close(@Nullable Socket socket) {
    if (socket != null) {
      socket.end();
    }
  }

  /** Hears nothing more. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
