package io.tensionwire.alerts.slack.app;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import com.slack.api.socket_mode.response.AckResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * One socket. What comes is acknowledged by the thread that reads it, whatever becomes of it then: a reader waits three
 * seconds at most.
 */
final class Socket extends SocketModeClientJavaWSImpl {

  private static final Logger log = LoggerFactory.getLogger(Socket.class);

  private final CountDownLatch hello = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final String channel;
  private final Consumer<Click> clicks;

  Socket(Slack slack, String appToken, String url, String channel, Consumer<Click> clicks) throws URISyntaxException {
    // No workers that look for messages, none that watch the session: both are done here.
    super(slack, appToken, url, 0, new ConcurrentLinkedMessageQueue(), false, false, 0);
    this.channel = channel;
    this.clicks = clicks;
    addWebSocketCloseListener((code, reason) -> ended());
    addWebSocketErrorListener(problem -> ended());
  }

  private void ended() {
    ended.countDown();
    hello.countDown();
  }

  boolean awaitHello(Duration wait) throws InterruptedException {
    return hello.await(wait.toMillis(), TimeUnit.MILLISECONDS) && ended.getCount() > 0;
  }

  /** Whether Slack asked for another socket, or this one broke. */
  boolean awaitEnd(Duration wait) throws InterruptedException {
    return ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void enqueueMessage(String message) {
    try {
      read(JsonParser.parseString(message).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException | ClassCastException e) {
      log.atDebug().addKeyValue("problem", e.getClass().getSimpleName()).log("not a message of Socket Mode");
    } catch (WebsocketNotConnectedException e) {
      // Without an acknowledgement Slack says to the reader that it did not work.
      log.atDebug().log("the socket closed before a click was acknowledged");
    }
  }

  private void read(JsonObject message) {
    switch (Click.text(message, "type")) {
      case "hello" -> hello.countDown();
      case "disconnect" -> ended.countDown();
      default -> {
        String envelope = Click.text(message, "envelope_id");
        if (!envelope.isEmpty()) {
          sendSocketModeResponse(AckResponse.builder().envelopeId(envelope).build());
          Click click = Click.of(message.get("payload"), channel);
          if (click != null) {
            clicks.accept(click);
          }
        }
      }
    }
  }

  void end() {
    try {
      close();
    } catch (IOException e) {
      log.atDebug().addKeyValue("problem", e.getClass().getSimpleName()).log("a socket did not close");
    }
  }

  /** What the SDK logs may hold what readers wrote, and addresses that are secrets. */
  @Override
  public Logger getLogger() {
    return NOPLogger.NOP_LOGGER;
  }
}
