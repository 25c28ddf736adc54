package cn.zhirong.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The text of a rule as it is written, whatever it means: mappings, lists and texts, each with its line from 1. */
sealed interface YamlTree {
    int line();

    /** A single text. */
    record Text(String text, int line) implements YamlTree {}

    /** A list. */
    record Items(List<YamlTree> items, int line) implements YamlTree {}

    /** A mapping, with the lines of its keys. */
    record Branch(Map<String, YamlTree> values, Map<String, Integer> lines, int line) implements YamlTree {
        @Nullable
        String text(String key) {
            return values.get(key) instanceof Text text ? text.text() : null;
        }

        boolean has(String key) {
            return values.containsKey(key);
        }
    }

    /** The mapping at the top; empty when the text is none, or has a key twice. The text must keep within bounds. */
    static Optional<Branch> read(String text) {
        try {
            Optional<Node> top = new Compose(LoadSettings.builder().build()).composeString(text);
            return top.map(YamlTree::of).filter(Branch.class::isInstance).map(Branch.class::cast);
        } catch (YamlEngineException | TwiceException e) {
            return Optional.empty();
        }
    }

    /** How many comments a text has; none of them has a place in a form. The text must keep within bounds. */
    static int comments(String text) {
        int count = 0;
        try {
            LoadSettings settings =
                    LoadSettings.builder().setParseComments(true).build();
            for (Event event : new Parse(settings).parseString(text)) {
                if (event instanceof CommentEvent comment && comment.getCommentType() != CommentType.BLANK_LINE) {
                    count++;
                }
            }
        } catch (YamlEngineException e) {
            return count;
        }
        return count;
    }

    /** A key that stands twice: a form could show only one of them. */
    final class TwiceException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static YamlTree of(Node node) {
        int line = line(node);
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, YamlTree> values = new LinkedHashMap<>();
                Map<String, Integer> lines = new LinkedHashMap<>();
                for (NodeTuple entry : mapping.getValue()) {
                    boolean twice = !(entry.getKeyNode() instanceof ScalarNode key)
                            || values.put(key.getValue(), of(entry.getValueNode())) != null;
                    if (twice) {
                        throw new TwiceException();
                    }
                    lines.put(((ScalarNode) entry.getKeyNode()).getValue(), line(entry.getKeyNode()));
                }
                yield new Branch(values, lines, line);
            }
            case SequenceNode sequence -> {
                List<YamlTree> items = new ArrayList<>();
                sequence.getValue().forEach(element -> items.add(of(element)));
                yield new Items(items, line);
            }
            case ScalarNode scalar -> new Text(scalar.getValue().strip(), line);
            default -> throw new TwiceException();
        };
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
