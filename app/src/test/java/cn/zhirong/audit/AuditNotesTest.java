package cn.zhirong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.AuditEntry;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditNotesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "account.role|role=OFFICER -> REVIEWER|岗位：经办 → 复核",
                "access.refused|role=OFFICER needs=AUDIT_READ|岗位：经办 所需权限：AUDIT_READ",
                "session.open|source=192.0.2.10|来源地址：192.0.2.10",
                "token.create|scope=READ days=90|权限：只读 天数：90",
                "tenant.configure|primary: #0b5394 -> #123456；switchedOff: [] -> [\"ASSISTANT\"]"
                        + "|主色：#0b5394 → #123456；关闭的功能：[] → [\"智能问答\"]",
                "password.set|by link|通过登录链接",
                "policy.publish|uploaded by wang|由 wang 上传",
                "policy.publish|set-up without a second person|装入时发布，未经第二人",
                "policy.upload|policy=34 file=办法.md|政策编号：34 文件：办法.md",
                "organisation.add|BANK 云山银行|银行 云山银行",
                "organisation.verify|TRANSFER|打款核验",
                "organisation.refuse|OFFICER role=BANK 的说明不符|人工核验 role=BANK 的说明不符"
            })
    void what_the_product_wrote_is_said_in_chinese(String action, String detail, String said) {
        assertThat(AuditNotes.of(entry(action, detail))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"policy.withdraw, role=OFFICER 写错了", "audit.export, actor=wang", "organisation.refuse, 与营业执照不符。"})
    void what_a_person_wrote_stays_as_it_is(String action, String detail) {
        assertThat(AuditNotes.of(entry(action, detail))).isEqualTo(detail);
    }

    private static AuditEntry entry(String action, String detail) {
        return new AuditEntry(1, 1, 1, Instant.EPOCH, "wang", action, "1", detail, null, null, "", null, "", "");
    }
}
