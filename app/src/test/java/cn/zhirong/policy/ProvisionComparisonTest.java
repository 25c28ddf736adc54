package cn.zhirong.policy;

import static cn.zhirong.policy.PageFixture.article;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.Provision;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisionComparisonTest {
    private static final List<Provision> OLD = List.of(
            article(0, "第一条", "为了降低企业融资成本，制定本办法。"),
            article(1, "第二条", "按照实际支付利息的40%给予贴息，每户每年不超过20万元。"),
            article(2, "第三条", "申请人应当到窗口递交纸质材料一式三份。"),
            article(3, "第四条", "本办法由金融工作局负责解释。"));
    private static final List<Provision> NEW = List.of(
            article(0, "第一条", "为了降低企业融资成本，制定本办法。"),
            article(1, "第二条", "按照实际支付利息的50%给予贴息，每户每年不超过30万元。"),
            article(2, "第三条", "贷款逾期的企业不享受。"),
            article(3, "第四条", "受理期限为每年三月。"),
            article(4, "第五条", "本办法由金融工作局负责解释。"));

    @Test
    void tells_what_came_went_changed_and_moved() {
        assertThat(statuses(OLD, NEW))
                .containsExactly("第一条 SAME", "第二条 CHANGED", "第三条 ADDED", "第四条 ADDED", "第三条 REMOVED", "第五条 RENUMBERED");
    }

    @Test
    void the_other_way_round_what_came_went_and_what_went_came() {
        assertThat(statuses(NEW, OLD))
                .contains("第一条 SAME", "第二条 CHANGED", "第三条 REMOVED", "第四条 REMOVED", "第三条 ADDED", "第四条 RENUMBERED");
    }

    @Test
    void each_provision_of_both_texts_is_told_once() {
        List<ProvisionChange> changes = ProvisionComparison.between(OLD, NEW);
        assertThat(changes.stream().map(ProvisionChange::before).filter(it -> it != null))
                .containsExactlyInAnyOrderElementsOf(OLD);
        assertThat(changes.stream().map(ProvisionChange::after).filter(it -> it != null))
                .containsExactlyInAnyOrderElementsOf(NEW);
    }

    @Test
    void white_space_is_no_change_and_a_single_figure_is_one() {
        List<Provision> spaced = List.of(article(0, "第一条", "为了降低企业融资成本， 制定本办法。"));
        assertThat(statuses(OLD.subList(0, 1), spaced)).containsExactly("第一条 SAME");
        List<Provision> figure = List.of(article(0, "第二条", "按照实际支付利息的41%给予贴息，每户每年不超过20万元。"));
        assertThat(statuses(OLD.subList(1, 2), figure)).containsExactly("第二条 CHANGED");
    }

    @Test
    void nothing_against_something_is_all_new() {
        assertThat(statuses(List.of(), OLD)).hasSize(4).allMatch(it -> it.endsWith("ADDED"));
        assertThat(statuses(OLD, List.of())).hasSize(4).allMatch(it -> it.endsWith("REMOVED"));
        assertThat(statuses(List.of(), List.of())).isEmpty();
    }

    private static List<String> statuses(List<Provision> before, List<Provision> after) {
        return ProvisionComparison.between(before, after).stream()
                .map(it -> it.either().path() + " " + it.status())
                .toList();
    }
}
