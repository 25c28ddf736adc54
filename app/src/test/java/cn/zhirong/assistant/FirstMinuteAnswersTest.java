package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.assistant.Answer.Grounded;
import cn.zhirong.knowledge.BgeEmbedder;
import cn.zhirong.knowledge.PolicyIndexes;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right after a start the model is being loaded and passages wait for their vectors: what is asked then is answered rightly all the same. */
class FirstMinuteAnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    static Path folder;

    private static PolicyIndexes indexes;

    @BeforeAll
    static void index() throws Exception {
        indexes = DemonstrationLibrary.open(folder, new BgeEmbedder());
    }

    @AfterAll
    static void close() throws Exception {
        indexes.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zhaoqing | 质押贷款的贴息比例是多少 | 50%
                    zhaoqing | 知识产权质押贷款的贴息比例是多少，一年最多能拿多少？ | 50%;30万元
                    zhaoqing | 风险补偿资金池托管给谁运营？ | 运营
                    zhaoqing | 申请贴息要交哪些材料？ | 贴息申请表
                    zhaoqing | 企业进入风险补偿资金池要满足哪些条件？ | 注册满1年
                    binhai | 贴息比例是多少 | 50%
                    binhai | 银行收到白名单后多久联系企业？ | 5个工作日内
                    """)
    void a_question_is_answered_with_its_figure(String bureau, String question, String facts) {
        Answer answer = new Assistant(indexes)
                .answer(
                        new Question(Bureaus.of(DemonstrationLibrary.bureau(bureau)), question, TODAY),
                        Progress.SILENT);

        assertThat(answer).as(question + " → " + answer.text()).isInstanceOf(Grounded.class);
        assertThat(answer.text()).contains(facts.split(";"));
    }
}
