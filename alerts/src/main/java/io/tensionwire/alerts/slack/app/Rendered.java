package io.tensionwire.alerts.slack.app;

/**
 * A message ready to be sent.
 *
 * @param text what a notification shows
 * @param blocks in JSON
 */
record Rendered(String text, String blocks) {}
