package cn.zhirong.bundle;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read key by key. A getter that finds something wrong notes the problem with its line and hands
 * back a stand-in (an empty text, the epoch, the first constant), so that reading goes on and finds the next one; whoever
 * reads must not use the values when {@link Problems#hasErrorIn} the file. {@link #finish} notes the keys nobody asked for.
 */
public final class YamlMap {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private final String file;
    private final Problems problems;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> looked = new TreeSet<>();

    YamlMap(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.line = lineOf(node);
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.error(file, lineOf(entry.getKeyNode()), "键必须是文字");
            } else if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
                problems.error(file, lineOf(key), "键“" + key.getValue() + "”重复");
            } else {
                lines.put(key.getValue(), lineOf(key));
            }
        }
    }

    /** Reads a file whose top is a mapping; empty, with a problem noted, when it is not. */
    public static Optional<YamlMap> read(String file, String text, Problems problems) {
        try {
            Optional<Node> top =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            if (top.isPresent() && top.get() instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, mapping, problems));
            }
            problems.error(file, top.map(YamlMap::lineOf).orElse(0), "内容应当是“键: 值”的形式");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.error(file, line, "YAML格式有误，请检查缩进、冒号和引号（" + e.getProblem() + ")");
        } catch (YamlEngineException e) {
            problems.error(file, 0, "YAML格式有误：" + e.getMessage());
        }
        return Optional.empty();
    }

    /** Whether the key is there. Asking does not count as reading it, but makes it one of those that may be used. */
    public boolean has(String key) {
        looked.add(key);
        return values.containsKey(key);
    }

    /** All keys, in their order, for mappings whose keys are names; they count as read. */
    public List<String> keys() {
        asked.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    /** The line of a key, from 1, or that of this mapping when it is not there. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Notes an error at a key. */
    public void error(String key, String message) {
        problems.error(file, line(key), message);
    }

    /** Notes a warning at a key. */
    public void warn(String key, String message) {
        problems.warn(file, line(key), message);
    }

    /** A text that must be there and not be blank. */
    public String text(String key) {
        String text = optionalText(key);
        if (text == null && !has(key)) {
            missing(key);
        }
        return text == null ? "" : text;
    }

    /** A text that must be there and match, or {@code hint} is told. */
    public String text(String key, Pattern pattern, String hint) {
        String text = text(key);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            error(key, "“" + key + "”的值“" + text + "”不对：" + hint);
        }
        return text;
    }

    /** A text that may be missing; null when it is. */
    public @Nullable String optionalText(String key) {
        Node node = take(key);
        return node == null ? null : scalar(key, node);
    }

    /** {@code true} or {@code false}; must be there. */
    public boolean flag(String key) {
        String text = text(key);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            error(key, "“" + key + "”只能是true或者false");
        }
        return text.equals("true");
    }

    /** A day written 2026-11-22, or null when the key is missing. */
    public @Nullable LocalDate optionalDate(String key) {
        String text = optionalText(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            error(key, "“" + key + "”的值“" + text + "”不是日期，应当写成2026-01-31的形式");
            return null;
        }
    }

    /** One of an enum's constants, written in lower case with hyphens; must be there. */
    public <E extends Enum<E>> E word(String key, Class<E> type) {
        String text = text(key);
        E[] constants = type.getEnumConstants();
        List<String> words =
                Arrays.stream(constants).map(YamlMap::written).sorted().toList();
        for (E constant : constants) {
            if (written(constant).equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            error(key, "“" + key + "”的值“" + text + "”不对，可以是：" + String.join("、", words));
        }
        return constants[0];
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A list of texts that must be there and have at least one element. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<Node> elements = elements(key);
        for (Node element : elements) {
            String text = scalar(key, element);
            if (text != null && texts.contains(text)) {
                problems.error(file, lineOf(element), "“" + key + "”里的“" + text + "”重复");
            } else if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A mapping that must be there. */
    public Optional<YamlMap> map(String key) {
        Node node = take(key);
        if (node == null) {
            missing(key);
        } else if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        } else {
            error(key, "“" + key + "”下面应当是“键: 值”的形式");
        }
        return Optional.empty();
    }

    /** Whatever stands at a key that must be there. */
    public Optional<YamlValue> value(String key) {
        Node node = take(key);
        if (node == null) {
            missing(key);
        }
        return Optional.ofNullable(node).map(there -> new YamlValue(file, there, problems));
    }

    /** A list of anything that must be there and have at least one element. */
    public List<YamlValue> values(String key) {
        return elements(key).stream()
                .map(element -> new YamlValue(file, element, problems))
                .toList();
    }

    /** A list of mappings that must be there and have at least one element. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node element : elements(key)) {
            if (element instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping, problems));
            } else {
                problems.error(file, lineOf(element), "“" + key + "”的每一项应当是“键: 值”的形式");
            }
        }
        return maps;
    }

    /** Takes every key as read, where a problem that was noted makes the others unreadable. */
    public void takeAll() {
        asked.addAll(values.keySet());
    }

    /** Notes every key that nobody asked for. Called once, after the last getter. */
    public void finish() {
        looked.addAll(asked);
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                looked.remove(key);
                error(key, "不认识的键“" + key + "”，这里可以用：" + String.join("、", looked));
            }
        }
    }

    private List<Node> elements(String key) {
        Node node = take(key);
        if (node == null) {
            missing(key);
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            error(key, "“" + key + "”应当是列表，至少有一项");
            return List.of();
        }
        return sequence.getValue();
    }

    private @Nullable Node take(String key) {
        asked.add(key);
        return values.get(key);
    }

    private @Nullable String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.error(file, lineOf(node), "“" + key + "”应当是一段文字");
            return null;
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty()) {
            problems.error(file, lineOf(node), "“" + key + "”的值是空的");
            return null;
        }
        return text;
    }

    private void missing(String key) {
        problems.error(file, line, "缺少“" + key + "”");
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
