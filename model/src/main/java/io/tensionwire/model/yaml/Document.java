package io.tensionwire.model.yaml;

import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file as a tree: small enough to be walked, whatever was meant with it. */
final class Document {

  private static final int MAX_CHARACTERS = 1_000_000;
  private static final int MAX_ALIASES = 20;
  private static final int MAX_DEPTH = 30;

  private Document() {}

  /**
   * The mapping that the text is; {@code null} where it is empty.
   *
   * @throws YamlException if it is something else, too large, too deep or without end
   */
  static @Nullable MappingNode read(String yaml, String source) {
    Node root;
    try {
      var options = new LoaderOptions();
      options.setMaxAliasesForCollections(MAX_ALIASES);
      options.setNestingDepthLimit(MAX_DEPTH);
      options.setCodePointLimit(MAX_CHARACTERS);
      root = new Yaml(options).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new YamlException(source, line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new YamlException(source, 0, "not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    if (root == null) {
      return null;
    }
    if (!(root instanceof MappingNode mapping)) {
      throw new YamlException(source, 1, "must be a list of 'key: value' lines");
    }
    rejectLoops(mapping, identitySet(), identitySet(), source);
    return mapping;
  }

  /** Refuses an anchor that holds an alias of itself: a walk through it would not end. */
  private static void rejectLoops(Node node, Set<Node> above, Set<Node> done, String source) {
    if (!above.add(node)) {
      throw new YamlException(source, node.getStartMark().getLine() + 1, "not YAML: this anchor contains itself");
    }
    for (Node child : children(node)) {
      if (!done.contains(child)) {
        rejectLoops(child, above, done, source);
      }
    }
    above.remove(node);
    done.add(node);
  }

  private static Iterable<Node> children(Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping.getValue().stream().map(NodeTuple::getValueNode).toList();
      case SequenceNode sequence -> sequence.getValue();
      default -> Set.of();
    };
  }

  private static Set<Node> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
