package io.tensionwire.detection.stream;

import io.tensionwire.detection.Articles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how far stories agree with the labels, and where they do not. Run it in the module's folder with the streams as
 * arguments; none: those of the project.
 */
public final class StreamTable {

  private StreamTable() {}

  public static void main(String[] args) {
    List<LabelledStream> streams = new ArrayList<>();
    for (String file : args) {
      streams.add(LabelledStream.of(Path.of(file)));
    }
    if (streams.isEmpty()) {
      List.of("a", "b", "c").forEach(name -> streams.add(LabelledStream.of(name)));
    }
    var detector = Articles.shipped();
    for (LabelledStream stream : streams) {
      StreamRun run = StreamRun.of(StreamRun.read(detector, stream));
      figures(stream.name(), run);
      confusions(run);
    }
    if (streams.size() > 1) {
      figures("all", StreamRun.of(StreamRun.read(detector, LabelledStream.merged(streams))));
    }
  }

  private static void figures(String name, StreamRun run) {
    System.out.println(name + ": " + BCubed.of(run.labelled()));
    System.out.println("   across languages: " + BCubed.acrossLanguages(run.labelled()));
    System.out.println("   with what reports no story: " + BCubed.of(run.all()) + ", across languages "
        + BCubed.acrossLanguages(run.all()) + ", false joins " + run.falseJoins().size());
  }

  static void confusions(StreamRun run) {
    Map<String, List<StreamRun.Placed>> byLabel = new TreeMap<>();
    Map<String, List<StreamRun.Placed>> byStory = new TreeMap<>();
    for (StreamRun.Placed p : run.placed()) {
      byLabel.computeIfAbsent(p.item().label(), l -> new ArrayList<>()).add(p);
      byStory.computeIfAbsent(p.story() == null ? "no story " + p.article().id() : p.story(), s -> new ArrayList<>())
          .add(p);
    }
    byLabel.forEach((label, members) -> {
      List<String> parts = byStory.values().stream().map(story -> story.stream().filter(members::contains).toList())
          .filter(part -> !part.isEmpty()).map(StreamTable::names).toList();
      if (parts.size() > 1) {
        System.out.println("   split " + label + ": " + String.join(" | ", parts));
      }
    });
    byStory.forEach((story, members) -> {
      List<String> labels = members.stream().map(p -> p.item().label()).distinct().toList();
      if (labels.size() > 1) {
        System.out.println("   mixed: " + String.join(" | ", labels.stream()
            .map(label -> label + ":" + names(members.stream().filter(p -> p.item().label().equals(label)).toList()))
            .toList()));
      }
    });
  }

  private static String names(List<StreamRun.Placed> part) {
    return String.join(" ", part.stream().map(p -> p.article().id() + "." + p.article().article().language() + "."
        + p.article().role() + (p.detection() == null ? "(passed over)"
        : p.detection().severity() == null ? "(" + p.detection().passedOver() + ")" : "")).toList());
  }
}
