package io.tensionwire.standalone.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where logs go and how much of them; {@code logback.xml} says what holds without these calls. */
public final class Logs {

  private static final String OURS = "io.tensionwire";

  private Logs() {}

  /** Details of ours, and what Kafka has to say. */
  public static void verbose() {
    LoggerContext context = context();
    context.getLogger(OURS).setLevel(Level.DEBUG);
    context.getLogger("org.apache.kafka").setLevel(Level.INFO);
    context.getLogger("kafka").setLevel(Level.INFO);
  }

  /** For commands whose output is a screen: from now on everything goes to this file and nothing to the terminal. */
  public static void toFile(Path file) {
    LoggerContext context = context();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(context.getProperty("pattern"));
    encoder.start();
    var appender = new FileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName("file");
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
