package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A programme for loans with patents as a pledge. */
class FactRowsTest {
    private static final String RULE =
            ApplicationFixture.rule().replace("rule: interest", "rule: pledge").replace("item-conditions:\n", """
                    item-conditions:
                      - field: pledged-kinds
                        has-any: [patent]
                        provision: 第四条
                    """);

    private final ApplicationFixture world = new ApplicationFixture();

    @Test
    void a_loan_of_which_only_something_was_ticked_needs_its_number_too() {
        world.programme("pledge", "质押贷款贴息（示例）", "INTEREST", RULE);
        Browser owner = world.firm("云山科技有限公司");
        String financing = "/enterprise/applications/" + world.begun(owner, "pledge") + "/financing";
        HttpResponse<String> ticked = world.send(
                owner,
                financing,
                Map.of("f-loans-n", "1", "f-loans-1-id", "", "f-loans-1-pledged-kinds-patent", "yes"));
        assertThat(ticked.statusCode()).isEqualTo(400);
        assertThat(ticked.body()).contains("第 1 条还没有写编号");
        assertThat(world.send(owner, financing, Map.of("f-loans-n", "1", "f-loans-1-id", "", "f-loans-none", "true"))
                        .body())
                .doesNotContain("还没有写编号");
    }
}
