package io.tensionwire.processor;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What Streams asks when a record fails: put it with the {@linkplain DeadLetters dead letters} and go on where the
 * record's content is to blame, stop the thread for everything else. Streams makes the handlers itself, by class.
 */
final class GoOn {

  private GoOn() {}

  /** A record that is not what its topic holds. */
  public static final class AfterReading implements DeserializationExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
      deadLetters = DeadLetters.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
      return Response.resume(List.of(configured(deadLetters).letter(context, record.key(), record.value(), e)));
    }
  }

  /** A record that a step cannot cope with. */
  public static final class AfterProcessing implements ProcessingExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
      deadLetters = DeadLetters.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception e) {
      boolean ours = e instanceof KafkaException && !(e instanceof SerializationException);
      if (record instanceof InOrderOfTime.HandedOn detection && !ours) {
        return Response.resume(List.of(configured(deadLetters).letter(context, detection, e)));
      }
      boolean noRecord = record == null || context.topic() == null; // a punctuation failed: nobody's content
      if (noRecord || ours) {
        return Response.fail();
      }
      return Response.resume(
          List.of(configured(deadLetters).letter(context, context.sourceRawKey(), context.sourceRawValue(), e)));
    }
  }

  /**
   * A record that cannot be written. The letter holds what it was made of, where Streams still has it. What is too
   * large is refused by {@link Fitting}; a broker that takes less than the producer gives leaves the transaction
   * aborted, whatever is answered here.
   */
  public static final class AfterWriting implements ProductionExceptionHandler {
    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
      deadLetters = DeadLetters.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception e) {
      if (!(e instanceof RecordTooLargeException || e instanceof RecordBatchTooLargeException)) {
        return Response.fail();
      }
      byte[] key = requireNonNullElse(context.sourceRawKey(), record.key());
      byte[] value = requireNonNullElse(context.sourceRawValue(), record.value());
      return Response.resume(List.of(configured(deadLetters).letter(context, key, value, e)));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
        ErrorHandlerContext context, ProducerRecord record, Exception e, SerializationExceptionOrigin origin) {
      return Response.resume(
          List.of(configured(deadLetters).letter(context, context.sourceRawKey(), context.sourceRawValue(), e)));
    }
  }

  private static DeadLetters configured(@Nullable DeadLetters deadLetters) {
    if (deadLetters == null) {
      throw new IllegalStateException("not configured");
    }
    return deadLetters;
  }
}
