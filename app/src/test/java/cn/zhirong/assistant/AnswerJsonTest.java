package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {
    private final Assistant assistant = Town.assistant();

    @ParameterizedTest
    @ValueSource(strings = {"专利质押贷款贴息最高多少万?", "资金池的放大倍数是多少?", "你好", "帮我写一首诗"})
    void an_answer_survives_being_stored(String text) throws IOException {
        Answer answer = assistant.answer(new Question(Town.YUNXI, text, Town.TODAY, List.of()), Progress.SILENT);
        ObjectMapper mapper = ObjectMapper.getDefault();
        String json = mapper.writeValueAsString(answer);
        assertThat(json).contains("\"kind\":");
        assertThat(mapper.readValue(json, Answer.class)).isEqualTo(answer);
    }
}
