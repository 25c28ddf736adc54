package cn.zhirong.drafting;

import cn.zhirong.rule.Changeable;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The golden rules of {@code rule}, as texts. */
final class GoldenTexts {
    static final Vocabulary VOCABULARY = new Vocabulary(
            StandardFacts.with(List.of(
                    StandardFacts.judged("contribution", "对本地有实质性贡献"),
                    own("listings-fell", "当年上市家数下降", FactType.FLAG),
                    own("new-listings", "当年新增上市企业", FactType.COUNT))),
            Map.of("lpr-1y", "1年期LPR", "benchmark", "贷款基准利率"));

    private static final String FOLDER = "/cn/zhirong/rule/golden";

    private GoldenTexts() {}

    private static FactDefinition own(String name, String label, FactType type) {
        return new FactDefinition(name, label, type, Changeable.NEVER, label + "？", "", Map.of(), Map.of());
    }

    static List<String> names() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(GoldenTexts.class.getResource(FOLDER)).toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".yml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(GoldenTexts.class.getResourceAsStream(FOLDER + "/" + name + ".yml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
