package cn.zhirong.subsidy;

import cn.zhirong.bundle.BundledFolder;
import cn.zhirong.bundle.Problems;
import cn.zhirong.bundle.YamlBounds;
import cn.zhirong.bundle.YamlMap;
import cn.zhirong.bundle.YamlValue;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Problem;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleYaml;
import cn.zhirong.rule.Series;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Vocabulary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads {@code <slug>/subsidies} of each bureau of a folder: {@code rates.yml}, {@code facts.yml} (what officers judge) and a
 * folder a programme, and checks all of it before telling anything.
 */
public final class ProgrammeFiles {
    private static final YamlBounds BOUNDS = new YamlBounds(200_000, 20);

    private final BundledFolder folder;
    private final Problems problems = new Problems();

    private ProgrammeFiles(BundledFolder folder) {
        this.folder = folder;
    }

    /** What one bureau starts with. */
    public record Bureau(
            String slug,
            List<Vocabularies.KeptSeries> series,
            List<Vocabularies.Judged> judged,
            List<BundledProgramme> programmes) {
        public Bureau {
            series = List.copyOf(series);
            judged = List.copyOf(judged);
            programmes = List.copyOf(programmes);
        }
    }

    /** The bureaus, and every problem of their files by file and line. */
    public record Loaded(List<Bureau> bureaus, List<Problem> problems) {
        public Loaded {
            bureaus = List.copyOf(bureaus);
            problems = List.copyOf(problems);
        }
    }

    /** Those that travel with the application. */
    public static Loaded bundled() {
        try (BundledFolder folder = BundledFolder.onClassPath("tenants")) {
            return new ProgrammeFiles(folder).read();
        }
    }

    /** Those of a folder on disk that holds a folder a bureau. */
    public static Loaded read(Path root) {
        try (BundledFolder folder = BundledFolder.onDisk(root)) {
            return new ProgrammeFiles(folder).read();
        }
    }

    private Loaded read() {
        List<Bureau> bureaus = new ArrayList<>();
        for (String slug : folder.foldersIn("")) {
            if (folder.foldersIn(slug).contains("subsidies")) {
                bureaus.add(bureau(slug, slug + "/subsidies"));
            }
        }
        return new Loaded(bureaus, problems.errors());
    }

    private Bureau bureau(String slug, String place) {
        List<String> files = folder.filesIn(place);
        List<Vocabularies.KeptSeries> series = files.contains("rates.yml") ? series(place + "/rates.yml") : List.of();
        List<Vocabularies.Judged> judged = files.contains("facts.yml") ? judged(place + "/facts.yml") : List.of();
        List<FactDefinition> own = judged.stream()
                .map(one -> StandardFacts.judged(one.name(), one.label()))
                .toList();
        Vocabulary vocabulary = new Vocabulary(
                StandardFacts.with(own),
                series.stream()
                        .map(Vocabularies.KeptSeries::series)
                        .collect(Collectors.toMap(Series::name, Series::label)));
        List<BundledProgramme> programmes = new ArrayList<>();
        for (String code : folder.foldersIn(place)) {
            programme(code, place + "/" + code, vocabulary).ifPresent(programmes::add);
        }
        return new Bureau(slug, series, judged, programmes);
    }

    private Optional<YamlMap> yaml(String file) {
        return folder.text(file, problems)
                .filter(text -> BOUNDS.hold(file, text, problems))
                .flatMap(text -> YamlMap.read(file, text, problems));
    }

    private List<Vocabularies.Judged> judged(String file) {
        List<Vocabularies.Judged> judged = new ArrayList<>();
        yaml(file).ifPresent(map -> {
            for (YamlMap fact : map.maps("facts")) {
                Vocabularies.Judged one = new Vocabularies.Judged(
                        fact.text("name"), fact.text("label"), fact.has("retired") && fact.flag("retired"));
                fact.finish();
                boolean standard = StandardFacts.catalogue().find(one.name()).isPresent();
                if (standard || judged.stream().anyMatch(other -> other.name().equals(one.name()))) {
                    fact.error("name", "“" + one.name() + "”" + (standard ? "是通用的事实，不能由经办认定" : "重复"));
                } else {
                    judged.add(one);
                }
            }
            map.finish();
        });
        return judged;
    }

    private List<Vocabularies.KeptSeries> series(String file) {
        List<Vocabularies.KeptSeries> all = new ArrayList<>();
        yaml(file).ifPresent(map -> {
            map.maps("rates").forEach(one -> all.add(series(one)));
            map.finish();
        });
        return all;
    }

    private static Vocabularies.KeptSeries series(YamlMap map) {
        TreeMap<LocalDate, Rate> points = new TreeMap<>();
        map.map("points").ifPresent(values -> {
            for (String day : values.keys()) {
                Optional<Rate> rate = Rate.written(values.text(day));
                try {
                    if (rate.isPresent()) {
                        points.put(LocalDate.parse(day), rate.get());
                    } else {
                        values.error(day, "“" + day + "”的值应当是比例，例如3.1%");
                    }
                } catch (DateTimeParseException e) {
                    values.error(day, "“" + day + "”不是日期，应当写成2026-01-31的形式");
                }
            }
        });
        LocalDate kept = map.optionalDate("kept-until");
        if (kept == null) {
            map.error("kept-until", "缺少“kept-until”");
        }
        Series series = new Series(map.text("name"), map.text("label"), points, kept == null ? LocalDate.EPOCH : kept);
        Vocabularies.KeptSeries read = new Vocabularies.KeptSeries(series, map.flag("illustrative"));
        map.finish();
        return read;
    }

    private Optional<BundledProgramme> programme(String code, String place, Vocabulary vocabulary) {
        String file = place + "/programme.yml";
        List<String> files = folder.filesIn(place);
        List<BundledProgramme.Version> versions = new ArrayList<>();
        for (String name : files) {
            if (name.matches("rule-[0-9]{1,4}\\.yml")) {
                version(code, place + "/" + name, vocabulary).ifPresent(versions::add);
            }
        }
        versions.sort(Comparator.comparing(
                version -> version.rule().basis().effective().from()));
        List<BundledProgramme.Case> cases =
                files.contains("cases.yml") ? cases(place + "/cases.yml", vocabulary.facts()) : List.of();
        return yaml(file)
                .map(map -> ProgrammeReader.read(map, code, versions, cases))
                .filter(read -> !problems.hasErrorIn(file));
    }

    private Optional<BundledProgramme.Version> version(String code, String file, Vocabulary vocabulary) {
        return folder.text(file, problems).flatMap(text -> {
            Optional<Rule> rule = RuleYaml.read(file, text, vocabulary, problems);
            if (rule.isPresent() && !rule.get().id().equals(code)) {
                problems.error(file, 1, "规则的名称“" + rule.get().id() + "”应当与所在文件夹同名：" + code);
            }
            return rule.map(one -> new BundledProgramme.Version(one, text));
        });
    }

    private List<BundledProgramme.Case> cases(String file, FactCatalogue catalogue) {
        List<BundledProgramme.Case> cases = new ArrayList<>();
        yaml(file).ifPresent(map -> {
            for (YamlMap one : map.maps("cases")) {
                cases.add(oneCase(one, catalogue));
            }
            map.finish();
        });
        return cases;
    }

    private static BundledProgramme.Case oneCase(YamlMap map, FactCatalogue catalogue) {
        LocalDate asked = Optional.ofNullable(map.optionalDate("asked")).orElse(LocalDate.EPOCH);
        Map<String, Object> object = new LinkedHashMap<>();
        if (map.has("facts")) {
            map.map("facts").ifPresent(facts -> {
                for (String name : facts.keys()) {
                    facts.value(name)
                            .flatMap(value -> plain(catalogue.find(name), value))
                            .ifPresent(value -> object.put(name, value));
                }
            });
        }
        FactsJson.Reading reading = FactsJson.read(object, catalogue, asked);
        reading.problems().forEach(problem -> map.error("facts", problem.field() + "：" + problem.message()));
        String amount = map.optionalText("amount");
        Optional<Money> money = amount == null ? Optional.empty() : Money.written(amount);
        if (amount != null && money.isEmpty()) {
            map.error("amount", "“amount”应当是金额，例如7.5万元");
        }
        BundledProgramme.Case read = new BundledProgramme.Case(
                map.text("name"),
                asked,
                reading.facts(),
                Optional.ofNullable(map.optionalText("verdict")).orElse(""),
                money.orElse(null));
        map.finish();
        return read;
    }

    /** What FactsJson reads, by the type that the fact has. */
    private static Optional<Object> plain(Optional<FactDefinition> definition, YamlValue value) {
        Optional<List<YamlValue>> elements = value.elements();
        if (elements.isPresent()) {
            List<Object> all = new ArrayList<>();
            elements.get().forEach(element -> plain(definition, element).ifPresent(all::add));
            return Optional.of(all);
        }
        Optional<YamlMap> map = value.map();
        if (map.isPresent()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (String field : map.get().keys()) {
                // A value with its source is of the type of the fact itself.
                Optional<FactDefinition> of = field.equals("value")
                        ? definition
                        : definition.map(list -> list.fields().get(field));
                map.get().value(field).flatMap(one -> plain(of, one)).ifPresent(one -> object.put(field, one));
            }
            return Optional.of(object);
        }
        String words = value.text();
        FactType type = definition.map(FactDefinition::type).orElse(FactType.CODE);
        if (words == null) {
            return Optional.empty();
        }
        if (type == FactType.FLAG && (words.equals("true") || words.equals("false"))) {
            return Optional.of(Boolean.valueOf(words));
        }
        return Optional.of(type == FactType.COUNT && words.matches("[0-9]{1,15}") ? Long.valueOf(words) : words);
    }
}
