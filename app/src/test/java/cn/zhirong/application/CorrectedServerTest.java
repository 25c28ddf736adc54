package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 云山科技 is asked to put its account right, and changes its interest and its contract as well. */
class CorrectedServerTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String CHANGES = "要求补正以后的变化";

    private final ApplicationFixture world = new ApplicationFixture();

    @Test
    void the_officer_sees_all_that_is_not_as_it_was_when_the_firm_was_asked() {
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-K1", "6");
        String desk = "/console/applications/" + id;
        Browser officer = world.as(Role.OFFICER);
        assertThat(world.open(officer, desk).body()).doesNotContain(CHANGES);
        world.send(officer, desk + "/corrections", Map.of("wrong-account", "开户银行写得不全"));
        assertThat(world.open(officer, desk).body()).contains("待补正").doesNotContain(CHANGES);

        String here = "/enterprise/applications/" + id;
        world.send(owner, here + "/financing", ApplicationFixture.loan("HT-K1", "9"));
        world.send(
                owner,
                here + "/account",
                Map.of("holder", FIRM, "accountNumber", "5500 0000 0000 9012", "bank", "示例银行一区支行"));
        world.upload(
                owner,
                here + "/materials",
                Map.of("material", "contract"),
                "合同补页.pdf",
                "%PDF-1.7 补页".getBytes(StandardCharsets.UTF_8));
        long asked = world.number("SELECT MAX(id) FROM subsidy_correction WHERE tenant_id = ?", world.city.id());
        HttpResponse<String> sent = world.send(owner, here + "/corrections", Map.of("answer-" + asked, "已改为全称"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);

        String page = world.open(officer, desk).body();
        assertThat(page).contains(CHANGES);
        String changes = page.substring(page.indexOf(CHANGES));
        changes = changes.substring(0, changes.indexOf("</table>"));
        assertThat(changes)
                .contains("贷款 HT-K1", "实付利息 6万元", "实付利息 9万元", "合同.pdf、合同补页.pdf", "（账号已变，尾号相同）")
                .doesNotContain("4400123456789012", "5500000000009012", "在本市注册");
    }
}
