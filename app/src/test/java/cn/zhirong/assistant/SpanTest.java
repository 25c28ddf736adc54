package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void sentences_end_outside_brackets_only() {
        String text = "落实《甲办法（试行；修订）》。其他事项；\n另行通知";
        assertThat(Span.sentences(text).stream().map(span -> span.of(text)))
                .containsExactly("落实《甲办法（试行；修订）》。", "其他事项；", "另行通知");
    }

    @Test
    void an_open_bracket_ends_with_its_line() {
        String text = "（未完\n下一行。完";
        assertThat(Span.sentences(text).stream().map(span -> span.of(text))).containsExactly("（未完", "下一行。", "完");
    }

    @Test
    void a_number_is_not_cut() {
        String text = "共1,200人，时间为9:30。";
        Span sentence = Span.sentences(text).getFirst();
        assertThat(Span.clauses(text, sentence).stream().map(span -> span.of(text)))
                .containsExactly("共1,200人，", "时间为9:30。");
    }
}
