package cn.zhirong.bundle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What stands at a key where more than one form is allowed: a text, a mapping or a list. */
public final class YamlValue {
    private final String file;
    private final Node node;
    private final Problems problems;

    YamlValue(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /** The text, stripped; null when it is a mapping or a list. */
    public @Nullable String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : null;
    }

    /** The mapping, if it is one. */
    public Optional<YamlMap> map() {
        return node instanceof MappingNode mapping
                ? Optional.of(new YamlMap(file, mapping, problems))
                : Optional.empty();
    }

    /** The elements, if it is a list. */
    public Optional<List<YamlValue>> elements() {
        return node instanceof SequenceNode sequence
                ? Optional.of(sequence.getValue().stream()
                        .map(element -> new YamlValue(file, element, problems))
                        .toList())
                : Optional.empty();
    }

    /** Notes an error here. */
    public void error(String message) {
        problems.error(file, YamlMap.lineOf(node), message);
    }
}
