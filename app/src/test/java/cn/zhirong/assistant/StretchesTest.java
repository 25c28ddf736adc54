package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.assistant.Answer.Grounded;
import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many neighbouring sentences an answer has. */
class StretchesTest {
    private static final Term TERM = new Term(DocumentKind.MEASURE, null, null, null, null);

    private static final String SUPPORT = "园区支持科创企业质押融资，设立服务专窗。对首次质押的科创企业安排专员辅导；对再次质押的科创企业开通快办通道。";

    @Test
    void measures_told_in_two_halves_are_answered_with_both() {
        Grounded answer = grounded("对首次质押和再次质押的科创企业有哪些支持");
        assertThat(answer.text()).contains("安排专员辅导").contains("开通快办通道");
        assertThat(SUPPORT).contains(answer.citations().getFirst().quote());
    }

    @Test
    void a_day_is_answered_with_its_sentence_alone() {
        assertThat(grounded("专窗是哪天开办的").text()).isEqualTo("专窗于2025年6月1日开办。");
    }

    private static Grounded grounded(String question) {
        Assistant town = Town.of(List.of(
                Town.passage("yunxi", 71, "", "云溪市质押融资服务方案", Level.CITY, TERM, DAY, "一、", List.of(), SUPPORT, 0),
                Town.passage(
                        "yunxi",
                        71,
                        "",
                        "云溪市质押融资服务方案",
                        Level.CITY,
                        TERM,
                        DAY,
                        "二、",
                        List.of(),
                        "专窗于2025年6月1日开办。专窗设在云溪大厦。",
                        1)));
        Answer answer = town.answer(new Question(Town.YUNXI, question, Town.TODAY), Progress.SILENT);
        assertThat(answer).as(answer.text()).isInstanceOf(Grounded.class);
        return (Grounded) answer;
    }

    private static final LocalDate DAY = LocalDate.of(2025, 5, 6);
}
