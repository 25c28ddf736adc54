package cn.zhirong.rule;

import cn.zhirong.bundle.Problems;
import cn.zhirong.bundle.YamlBounds;
import cn.zhirong.bundle.YamlMap;
import java.util.Optional;

/** Rules as people write them. What is written reads back as the same rule. */
public final class RuleYaml {
    /** A long rule has some 10,000 characters and a depth of some 15. */
    private static final YamlBounds BOUNDS = new YamlBounds(200_000, 60);

    private RuleYaml() {}

    /** The rule, or empty with every problem noted by its line, in Chinese. */
    public static Optional<Rule> read(String file, String text, Vocabulary vocabulary, Problems problems) {
        if (!BOUNDS.hold(file, text, problems)) {
            return Optional.empty();
        }
        Optional<Rule> rule = YamlMap.read(file, text, problems).flatMap(map -> RuleReader.read(map, vocabulary));
        return problems.hasErrorIn(file) ? Optional.empty() : rule;
    }

    /** The rule as {@link #read} reads it. */
    public static String write(Rule rule) {
        return RuleWriter.write(rule);
    }
}
