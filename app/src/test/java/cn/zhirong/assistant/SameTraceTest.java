package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Trace;
import cn.zhirong.subsidy.Calculation;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.SubsidyFixture;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One engine: whoever asks, and however, is shown the same trace, to the byte. */
class SameTraceTest {
    private static final long SEED = 20_261_122;
    private static final int FIRMS = 1_000;

    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final TestServer SERVER = TestServer.get();
    private static final Tenant BUREAU = SubsidyFixture.like("zhaoqing");

    @Test
    void a_thousand_firms_read_the_same_in_calculator_assistant_and_api() throws IOException {
        Calculator calculator = SERVER.bean(Calculator.class);
        SubsidyAnswers assistant = SERVER.bean(SubsidyAnswers.class);
        Question.Bureau bureau = new Question.Bureau(BUREAU.slug(), "测试局", SaidFirm.PLACES, "");
        LocalDate today = LocalDate.ofInstant(SERVER.bean(Clock.class).instant(), AskController.SHANGHAI);
        Random random = new Random(SEED);
        for (int number = 0; number < FIRMS; number++) {
            String said = SaidFirm.next(random);
            String question = said + "能拿什么补贴？";
            Facts facts = SaidFirm.understood(question, today);
            Map<String, String> expected = traces(calculator.all(BUREAU, facts, DAY, List.of()));
            assertThat(expected).as(said).hasSizeGreaterThan(3);
            Answer answer = assistant
                    .answer(new Question(bureau, question, DAY), Progress.SILENT)
                    .orElseThrow(() -> new AssertionError("seed " + SEED + ", firm: " + said));
            Map<String, String> told = new LinkedHashMap<>();
            ((Answer.Computed) answer).traces().forEach(traced -> told.put(traced.programme(), traced.trace()));
            assertThat(told).as("seed %d, firm: %s", SEED, said).isEqualTo(expected);
            assertThat(sent(facts)).as("seed %d, firm: %s", SEED, said).isEqualTo(expected);
            expected.values()
                    .forEach(trace -> assertThat(new String(
                                    Trace.read(trace.getBytes(StandardCharsets.UTF_8))
                                            .bytes(),
                                    StandardCharsets.UTF_8))
                            .isEqualTo(trace));
        }
    }

    private static Map<String, String> traces(Calculation calculation) {
        Map<String, String> traces = new LinkedHashMap<>();
        calculation
                .results()
                .forEach(result -> traces.put(
                        result.programme().code(), new String(result.trace().bytes(), StandardCharsets.UTF_8)));
        return traces;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> sent(Facts facts) throws IOException {
        ObjectMapper mapper = SERVER.bean(ObjectMapper.class);
        String body = mapper.writeValueAsString(Map.of("asOf", DAY.toString(), "facts", bare(FactsJson.write(facts))));
        String answer = new Browser()
                .send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + BUREAU.slug() + "/subsidies/evaluation"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body();
        Map<String, Object> read = mapper.readValue(answer, Map.class);
        Map<String, String> traces = new LinkedHashMap<>();
        for (Object programme : (List<Object>) read.get("programmes")) {
            Map<String, Object> fields = (Map<String, Object>) programme;
            traces.put(String.valueOf(fields.get("code")), String.valueOf(fields.get("trace")));
        }
        return traces;
    }

    /** As a program sends it: without saying who says it, and when. */
    private static Object bare(Object written) {
        if (written instanceof List<?> all) {
            return all.stream().map(SameTraceTest::bare).toList();
        }
        if (!(written instanceof Map<?, ?> object)) {
            return written;
        }
        if (object.containsKey("value")) {
            Object value = bare(object.get("value"));
            return object.containsKey("whole") ? Map.of("value", value, "whole", object.get("whole")) : value;
        }
        Map<String, Object> bare = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (!Set.of("source", "on", "evidence").contains(String.valueOf(name))) {
                bare.put(String.valueOf(name), bare(value));
            }
        });
        return bare;
    }
}
