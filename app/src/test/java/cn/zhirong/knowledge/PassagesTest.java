package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.document.ProvisionKind;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {
    private static KnowledgeFixture.Builder plan() {
        return KnowledgeFixture.measure("yunhe", 1, "云河市行动方案", null, null);
    }

    @Test
    void the_head_is_the_first_passage_and_names_number_issuer_and_date() {
        Passage head = Passages.of(plan().version()).getFirst();

        assertThat(head.path()).isEmpty();
        assertThat(head.text()).contains("云河市行动方案", "测政发〔2024〕1号", "金融工作局", "2024年5月6日");
    }

    @Test
    void a_short_article_stays_whole_with_its_items() {
        List<Passage> passages = Passages.of(plan().provision(-1, ProvisionKind.ARTICLE, "第三条", "第三条", "", "申请时提交下列材料:")
                .provision(0, ProvisionKind.ITEM, "(一)", "第三条第一项", "", "申请表;")
                .provision(0, ProvisionKind.ITEM, "(二)", "第三条第二项", "", "借款合同;")
                .version());

        assertThat(passages).hasSize(2);
        assertThat(passages.get(1).path()).isEqualTo("第三条");
        assertThat(passages.get(1).text()).isEqualTo("申请时提交下列材料:\n(一)申请表;\n(二)借款合同;");
    }

    @Test
    void an_item_of_a_long_article_is_given_with_its_lead_in() {
        String long1 = "甲".repeat(300) + ";";
        List<Passage> passages = Passages.of(plan().provision(-1, ProvisionKind.ARTICLE, "第三条", "第三条", "", "申请时提交下列材料:")
                .provision(0, ProvisionKind.ITEM, "(一)", "第三条第一项", "", long1)
                .provision(0, ProvisionKind.ITEM, "(二)", "第三条第二项", "", "借款合同;")
                .version());

        Passage contract = passages.getLast();
        assertThat(contract.path()).isEqualTo("第三条第二项");
        assertThat(contract.text()).isEqualTo("借款合同;");
        assertThat(contract.trail()).containsExactly("第三条申请时提交下列材料:");
    }

    @Test
    void headings_become_the_trail_and_no_passages_of_their_own() {
        List<Passage> passages = Passages.of(plan().provision(-1, ProvisionKind.HEADING, "二、", "二、", "主要行动", "")
                .provision(0, ProvisionKind.SUBHEADING, "(一)", "二、(一)", "强化布局", "")
                .provision(1, ProvisionKind.POINT, "1.", "二、(一)1.", "建立机制", "成立工作专班。")
                .version());

        assertThat(passages).hasSize(2);
        assertThat(passages.get(1).trail()).containsExactly("二、主要行动", "(一)强化布局", "1.建立机制");
    }

    @Test
    void a_long_provision_is_cut_at_sentence_ends_and_loses_nothing() {
        String text = "每家企业每年补贴不超过二十万元。".repeat(60);
        List<Passage> pieces = Passages.of(plan().article("第一条", text).version());

        List<Passage> cut = pieces.subList(1, pieces.size());
        assertThat(cut).hasSizeGreaterThan(1).allSatisfy(piece -> {
            assertThat(piece.path()).isEqualTo("第一条");
            assertThat(piece.text()).hasSizeLessThanOrEqualTo(450).endsWith("。");
        });
        assertThat(String.join("", cut.stream().map(Passage::text).toList())).isEqualTo(text);
    }

    @Test
    void ids_are_the_same_each_time_and_never_shared() {
        VersionText version = plan().article("第一条", "略。").article("第二条", "略。").version();

        List<String> ids = Passages.of(version).stream().map(Passage::id).toList();

        assertThat(ids).isEqualTo(Passages.of(version).stream().map(Passage::id).toList());
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void a_tree_out_of_order_is_refused() {
        VersionText wrong = plan().provision(0, ProvisionKind.ARTICLE, "第一条", "第一条", "", "文字")
                .version();

        assertThatThrownBy(() -> Passages.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
