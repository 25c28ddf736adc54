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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The golden rules of {@code rule}, as texts. */
final class GoldenTexts {
    static final Vocabulary VOCABULARY = new Vocabulary(
            StandardFacts.with(List.of(
                    StandardFacts.judged("contribution", "对本地有实质性贡献"),
                    own("listings-fell", "当年上市家数下降", FactType.FLAG),
                    own("new-listings", "当年新增上市企业", FactType.COUNT))),
            Map.of("lpr-1y", "1年期LPR", "benchmark", "贷款基准利率"));

    private static final List<String> BUREAUS = List.of("binhai", "zhaoqing");
    private static final Pattern JUDGED = Pattern.compile("- name: (\\S+)\\s+label: (\\S+)");
    private static final String FOLDER = "/cn/zhirong/rule/golden";

    /** With what the bundled bureaus judge too. */
    static final Vocabulary WITH_BUNDLED = new Vocabulary(
            StandardFacts.with(Stream.concat(
                            VOCABULARY.facts().all().stream()
                                    .filter(fact -> StandardFacts.catalogue()
                                            .find(fact.name())
                                            .isEmpty()),
                            judged())
                    .toList()),
            Map.of("lpr-1y", "1年期LPR", "lpr-5y", "5年期以上LPR", "benchmark", "贷款基准利率"));

    private GoldenTexts() {}

    private static Stream<FactDefinition> judged() {
        Map<String, FactDefinition> all = new LinkedHashMap<>();
        for (String bureau : BUREAUS) {
            Matcher found = JUDGED.matcher(read("/tenants/" + bureau + "/subsidies/facts.yml"));
            while (found.find()) {
                all.putIfAbsent(found.group(1), StandardFacts.judged(found.group(1), found.group(2)));
            }
        }
        return all.values().stream();
    }

    /** The golden rules, and those that come with the bundled bureaus. */
    static List<String> all() {
        List<String> all = new ArrayList<>(names());
        for (String bureau : BUREAUS) {
            Path folder = path("/tenants/" + bureau + "/subsidies");
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.getFileName().toString().matches("rule-[0-9]+\\.yml"))
                        .map(file -> "/tenants/" + bureau + "/subsidies/" + folder.relativize(file))
                        .sorted()
                        .forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static FactDefinition own(String name, String label, FactType type) {
        return new FactDefinition(name, label, type, Changeable.NEVER, label + "？", "", Map.of(), Map.of());
    }

    static List<String> names() {
        try (Stream<Path> files = Files.list(path(FOLDER))) {
            return files.map(file -> file.getFileName().toString().replace(".yml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String resource) {
        try {
            return Path.of(Objects.requireNonNull(GoldenTexts.class.getResource(resource))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param name of a golden rule, or where a bundled one lies */
    static String text(String name) {
        return read(name.startsWith("/") ? name : FOLDER + "/" + name + ".yml");
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(GoldenTexts.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
