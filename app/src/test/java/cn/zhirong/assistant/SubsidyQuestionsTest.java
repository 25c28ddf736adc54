package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.subsidy.SubsidyFixture;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What firms ask of subsidies in their own words, of bureaus with the bundled programmes: {@code subsidy-questions.txt} says how
 * each is to be answered. Asked as the page asks, conversations turn by turn.
 */
class SubsidyQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final TestServer SERVER = TestServer.get();
    private static final Map<String, Tenant> BUREAUS =
            Map.of("zhaoqing", indexed("zhaoqing"), "binhai", indexed("binhai"));

    private static Tenant indexed(String slug) {
        Tenant tenant = SubsidyFixture.like(slug);
        SERVER.bean(IndexFollower.class).catchUp(tenant);
        return tenant;
    }

    /**
     * A question with what its answer must be.
     *
     * @param day as of which it is asked
     * @param kind grounded, computed, clarify, refused, or programme for a computed answer from programmes
     * @param programmes codes of which it speaks, all of them; none where that does not matter
     * @param words its text must hold, or with ! in front, must not; = in front: a fact that was understood
     * @param before earlier questions of the conversation
     */
    private record Case(
            String bureau,
            LocalDate day,
            String kind,
            List<String> programmes,
            List<String> words,
            List<String> before,
            String question) {}

    @TestFactory
    List<DynamicTest> each_is_answered_as_it_should_be() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.bureau() + " " + one.question(), () -> check(one)))
                .toList();
    }

    private static void check(Case one) {
        List<Question.Turn> turns = new ArrayList<>();
        for (String before : one.before()) {
            Optional<Answer.Computed> said = Optional.of(ask(one, before, turns))
                    .filter(Answer.Computed.class::isInstance)
                    .map(Answer.Computed.class::cast);
            turns.add(new Question.Turn(
                    before, List.of(), said.map(SubsidyQuestionsTest::codes).orElse(List.of())));
        }
        Answer answer = ask(one, one.question(), turns);
        String text = answer.text();
        assertThat(kind(answer)).as(text).isEqualTo(one.kind());
        if (answer instanceof Answer.Computed computed) {
            if (!one.programmes().isEmpty()) {
                assertThat(codes(computed)).as(text).containsExactlyInAnyOrderElementsOf(one.programmes());
            }
        }
        List<String> understood = answer instanceof Answer.Computed computed
                ? computed.understood().stream()
                        .map(fact -> fact.label() + " " + fact.value())
                        .toList()
                : List.of();
        for (String word : one.words()) {
            if (word.startsWith("!")) {
                assertThat(text).doesNotContain(word.substring(1));
            } else if (word.startsWith("=")) {
                assertThat(understood)
                        .as(text)
                        .anySatisfy(fact -> assertThat(fact).contains(word.substring(1)));
            } else {
                assertThat(text).contains(word);
            }
        }
    }

    private static Answer ask(Case one, String question, List<Question.Turn> earlier) {
        Tenant tenant = BUREAUS.get(one.bureau());
        Question.Bureau like = Bureaus.of(
                SERVER.bean(Tenants.class).find(tenant.slug()).orElseThrow().profile());
        Question.Bureau demonstration = Bureaus.of(DemonstrationLibrary.bureau(one.bureau()));
        Question.Bureau bureau =
                new Question.Bureau(like.slug(), demonstration.name(), demonstration.places(), demonstration.contact());
        return SERVER.bean(Answering.class)
                .answer(new Question(bureau, question, one.day(), earlier), Progress.SILENT, new Clauses());
    }

    private static List<String> codes(Answer.Computed computed) {
        return computed.programmes().isEmpty()
                ? computed.traces().stream().map(Answer.Traced::programme).toList()
                : computed.programmes().stream().map(Answer.Offered::code).toList();
    }

    private static String kind(Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> "grounded";
            case Answer.Computed computed -> computed.programmes().isEmpty() ? "computed" : "programme";
            case Answer.Clarify clarify -> "clarify";
            case Answer.Refused refused -> "refused " + refused.reason().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Lines {@code bureau [day] | kind | programmes | words | earlier >> question}. */
    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (List<String> words : lines()) {
            String[] where = words.get(0).split(" ");
            List<String> turns = List.of(words.get(4).split(" >> "));
            cases.add(new Case(
                    where[0],
                    where.length > 1 ? LocalDate.parse(where[1]) : TODAY,
                    words.get(1),
                    list(words.get(2)),
                    list(words.get(3)),
                    turns.subList(0, turns.size() - 1),
                    turns.getLast()));
        }
        return cases;
    }

    private static List<String> list(String words) {
        return words.isBlank() ? List.of() : List.of(words.split(";"));
    }

    private static List<List<String>> lines() {
        try (var file = SubsidyQuestionsTest.class.getResourceAsStream("subsidy-questions.txt")) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\|", 5)).stream()
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
