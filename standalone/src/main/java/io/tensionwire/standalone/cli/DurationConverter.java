package io.tensionwire.standalone.cli;

import io.tensionwire.model.yaml.DurationText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as the configuration has it. */
public final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    Duration duration = DurationText.parse(text);
    if (duration == null) {
      throw new TypeConversionException(text + " is not a length of time; write it like 60s, 10m or 2h");
    }
    return duration;
  }
}
