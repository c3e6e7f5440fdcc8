package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Dispatch;

/** What a receiver is told of an alert, as things stand when it is called: asked before each call. */
@FunctionalInterface
public interface Briefing {
  Dispatch of(Waiting waiting);
}
