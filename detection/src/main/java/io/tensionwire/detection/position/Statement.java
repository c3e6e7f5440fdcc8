package io.tensionwire.detection.position;

import io.tensionwire.detection.watch.PositionRule;
import io.tensionwire.detection.watch.PositionRule.Becoming;
import io.tensionwire.detection.watch.PositionRule.By;
import io.tensionwire.model.Signal;
import org.jspecify.annotations.Nullable;

/** That a party holds a value, as a sentence of an article says. */
record Statement(PositionRule rule, Becoming becoming, By by, @Nullable Integer count, Signal evidence) {

  String value() {
    return becoming.value();
  }
}
