package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.document.FileDocumentReader;
import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionParser;
import cn.zhirong.document.ReaderLimits;
import cn.zhirong.document.UnreadableDocument;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.BundledPolicy;
import cn.zhirong.policy.BundledVersion;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.rule.Basis;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.RuleLinter;
import cn.zhirong.rule.RuleSentence;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The programmes that travel with the application: they can be read, rest on what is bundled, and come to what was reckoned by hand. */
class BundledSubsidiesTest {
    private static final ProgrammeFiles.Loaded LOADED = ProgrammeFiles.bundled();
    private static final Map<String, BundledPolicy> POLICIES = PolicyFiles.bundled().policies().stream()
            .collect(Collectors.toMap(policy -> policy.shelf() + "/" + policy.slug(), policy -> policy));

    /** The paths of each version's provisions, by its file. */
    private static final Map<String, Set<String>> PATHS = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    /** A programme with its bureau, named in reports of tests. */
    record Bundled(ProgrammeFiles.Bureau bureau, BundledProgramme programme) {
        List<Rule> rules() {
            return programme.versions().stream()
                    .map(BundledProgramme.Version::rule)
                    .toList();
        }

        BundledPolicy policy(String slug) {
            BundledPolicy policy = POLICIES.get(bureau.slug() + "/" + slug);
            assertThat(policy).as("policy " + slug + " of " + bureau.slug()).isNotNull();
            return policy;
        }

        @Override
        public String toString() {
            return bureau.slug() + "/" + programme.code();
        }
    }

    static Stream<Bundled> programmes() {
        return LOADED.bureaus().stream()
                .flatMap(bureau -> bureau.programmes().stream().map(programme -> new Bundled(bureau, programme)));
    }

    static Stream<Bundled> withRules() {
        return programmes().filter(one -> !one.rules().isEmpty());
    }

    @Test
    void all_files_can_be_read() {
        assertThat(LOADED.problems()).isEmpty();
        assertThat(LOADED.bureaus()).extracting(ProgrammeFiles.Bureau::slug).containsExactly("binhai", "zhaoqing");
    }

    @Test
    void each_bureau_has_six_and_grants_one_of_them_by_itself() {
        for (ProgrammeFiles.Bureau bureau : LOADED.bureaus()) {
            assertThat(bureau.programmes()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(bureau.programmes())
                    .filteredOn(programme -> programme.content().automatic())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void what_is_made_up_says_so(Bundled one) {
        BundledProgramme programme = one.programme();
        BundledPolicy policy = one.policy(programme.policy());
        if (policy.illustrative() && !programme.content().announced()) {
            assertThat(programme.content().illustrative()).isTrue();
            assertThat(programme.title()).contains("示例");
        }
        assertThat(one.bureau().series()).allMatch(Vocabularies.KeptSeries::illustrative);
        assertThat(programme.content().contact().phone()).endsWith("0000000");
    }

    @ParameterizedTest
    @MethodSource("withRules")
    void every_version_rests_on_a_bundled_version_and_holds_within_its_days(Bundled one) {
        for (Rule rule : one.rules()) {
            Basis basis = rule.basis();
            BundledPolicy policy = one.policy(basis.policy());
            BundledVersion version = version(policy, basis.version());
            assertThat(basis.title()).isEqualTo(policy.title());
            assertThat(basis.draftForComment()).isEqualTo(policy.kind() == DocumentKind.DRAFT_FOR_COMMENT);
            if (version.number() != null) {
                assertThat(basis.effective().from()).isAfterOrEqualTo(version.startsOn());
                assertThat(basis.effective().until()).isBeforeOrEqualTo(lastDay(version));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withRules")
    void no_two_versions_hold_on_one_day(Bundled one) {
        List<Rule> holding = one.rules().stream()
                .filter(rule -> !rule.basis().draftForComment())
                .toList();
        for (Rule rule : holding) {
            assertThat(holding)
                    .filteredOn(other -> other != rule)
                    .noneMatch(other ->
                            other.basis().effective().overlaps(rule.basis().effective()));
        }
    }

    @ParameterizedTest
    @MethodSource("withRules")
    void the_linter_has_no_remarks(Bundled one) {
        Set<String> others =
                one.bureau().programmes().stream().map(BundledProgramme::code).collect(Collectors.toSet());
        for (Rule rule : one.rules()) {
            assertThat(RuleLinter.check(rule, others)).as(rule.name()).isEmpty();
            assertThat(RuleSentence.of(rule)).doesNotContain("null").endsWith("。");
        }
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void every_provision_named_is_one_of_the_bundled_text(Bundled one) {
        Set<String> paths = new HashSet<>();
        BundledPolicy main = one.policy(one.programme().policy());
        main.versions().forEach(version -> paths.addAll(paths(version)));
        one.programme().content().materials().stream()
                .map(ProgrammeContent.Material::provision)
                .filter(path -> !path.isEmpty())
                .forEach(path -> assertThat(paths).contains(path));
        for (BundledProgramme.Version version : one.programme().versions()) {
            List<ProvisionReference> references = references(version);
            assertThat(references).isNotEmpty();
            for (ProvisionReference reference : references) {
                BundledVersion text = version(one.policy(reference.policy()), reference.version());
                assertThat(paths(text)).as(reference.policy()).contains(reference.path());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withRules")
    void its_cases_come_to_what_was_reckoned_by_hand(Bundled one) {
        List<String> told = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (BundledProgramme.Case example : one.programme().cases()) {
            Optional<Evaluation> evaluation = evaluate(one, example);
            String verdict = evaluation.map(found -> word(found.verdict())).orElse("");
            Optional<Money> amount = evaluation.flatMap(Evaluation::payable);
            told.add(example.name() + "：" + verdict + " "
                    + amount.map(Money::words).orElse("没有"));
            wanted.add(example.name() + "：" + example.verdict() + " "
                    + Optional.ofNullable(example.amount()).map(Money::words).orElse("没有"));
        }
        assertThat(told).isEqualTo(wanted);
        assertThat(wanted).hasSizeGreaterThanOrEqualTo(4);
        assertThat(one.programme().cases())
                .extracting(BundledProgramme.Case::verdict)
                .contains("eligible", "ineligible", "unknown");
    }

    @ParameterizedTest
    @MethodSource("withRules")
    void a_draft_for_comment_yields_nothing_and_every_other_rule_has_an_amount(Bundled one) {
        Map<Integer, Boolean> granted = new HashMap<>();
        for (BundledProgramme.Case example : one.programme().cases()) {
            if (example.amount() != null) {
                rule(one, example.asked())
                        .ifPresent(rule -> granted.put(one.rules().indexOf(rule), true));
            }
        }
        for (Rule rule : one.rules()) {
            boolean only = rule.basis().draftForComment() || isLaterTwin(one, rule);
            assertThat(granted.containsKey(one.rules().indexOf(rule)) || only)
                    .as(rule.name() + " " + rule.basis().effective())
                    .isTrue();
            assertThat(rule.basis().draftForComment()
                            && granted.containsKey(one.rules().indexOf(rule)))
                    .isFalse();
        }
    }

    /** The same text with one cap more, from the day on which another notice holds. */
    private static boolean isLaterTwin(Bundled one, Rule rule) {
        return one.rules().stream()
                .anyMatch(other -> other != rule
                        && other.basis().version().equals(rule.basis().version())
                        && other.benefits().equals(rule.benefits()));
    }

    private static Optional<Evaluation> evaluate(Bundled one, BundledProgramme.Case example) {
        Parameters parameters = new Parameters(one.bureau().series().stream()
                .map(Vocabularies.KeptSeries::series)
                .toList());
        return rule(one, example.asked())
                .map(rule -> RuleEvaluator.evaluate(
                        rule, new Situation(example.facts(), example.asked(), parameters, List.of())));
    }

    private static Optional<Rule> rule(Bundled one, LocalDate day) {
        return one.rules().stream()
                .filter(rule -> rule.basis().effective().contains(day))
                .findFirst();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case MET -> "eligible";
            case NOT_MET -> "ineligible";
            case UNKNOWN -> "unknown";
            case OFFICER -> "judgement";
        };
    }

    /** By its number, or where it has none by the day it was published. */
    private static BundledVersion version(BundledPolicy policy, String name) {
        return policy.versions().stream()
                .filter(version -> name.equals(
                        version.number() == null ? version.publishedOn().toString() : version.number()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(policy.slug() + " has no version " + name));
    }

    private static LocalDate lastDay(BundledVersion version) {
        return Stream.of(version.expiresOn(), before(version.repealedOn()), before(version.supersededOn()))
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate before(LocalDate day) {
        return day == null ? null : day.minusDays(1);
    }

    private Set<String> paths(BundledVersion version) {
        return PATHS.computeIfAbsent(version.file(), file -> parsed(version));
    }

    private Set<String> parsed(BundledVersion version) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "policy", ".md"), version.markdown());
            var text = new FileDocumentReader(ReaderLimits.usual()).read(file, "policy.md");
            return new ProvisionParser()
                    .parse(text, List.of()).provisions().stream()
                            .map(Provision::path)
                            .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableDocument e) {
            throw new AssertionError(version.file(), e);
        }
    }

    /** Every provision the text of a rule names, with the policy and version it belongs to. */
    private static List<ProvisionReference> references(BundledProgramme.Version version) {
        Object text =
                new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build()).loadFromString(version.text());
        List<ProvisionReference> found = new ArrayList<>();
        collect(text, version.rule().basis(), found);
        return found;
    }

    private static void collect(Object part, Basis basis, List<ProvisionReference> found) {
        if (part instanceof List<?> all) {
            all.forEach(one -> collect(one, basis, found));
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!key.equals("provision")) {
                    collect(value, basis, found);
                } else if (value instanceof Map<?, ?> other) {
                    found.add(new ProvisionReference(
                            String.valueOf(other.get("policy")),
                            String.valueOf(other.get("version")),
                            String.valueOf(other.get("path"))));
                } else {
                    found.add(new ProvisionReference(basis.policy(), basis.version(), String.valueOf(value)));
                }
            });
        }
    }
}
