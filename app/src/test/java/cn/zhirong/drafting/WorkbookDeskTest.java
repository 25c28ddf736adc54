package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhirong.testing.SqlTap;
import cn.zhirong.web.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file that is slow or meant to harm must not hold what everybody needs. */
class WorkbookDeskTest {
    private final RuleBureau bureau = new RuleBureau();
    private final WorkbookDesk desk = bureau.server.bean(WorkbookDesk.class);

    @AfterEach
    void stopListening() {
        SqlTap.listen(null);
    }

    @Test
    void what_is_no_workbook_is_refused_without_asking_the_database() {
        List<Boolean> statements = statements();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> take(new byte[] {'P', 'K', 3, 4, 0, 0}));
        assertThat(refusal).hasMessageContaining("XLSX");
        assertThat(statements).isEmpty();
    }

    @Test
    void nothing_is_open_in_the_database_while_a_workbook_is_read() {
        List<Boolean> statements = statements();
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> take(workbook(List.of(List.of("甲", "昨天", "符合", "", "{}")))));
        assertThat(refusal).hasMessageContaining("日期“昨天”");
        // What is read of the vocabulary is over when the statement is; nothing waits for the file.
        assertThat(statements).isNotEmpty().doesNotContain(true);
    }

    @Test
    void of_a_workbook_with_too_many_cases_nothing_is_kept() {
        int before = bureau.drafts().versions(bureau.tenant, bureau.programme).size();
        byte[] file = workbook(Collections.nCopies(Cases.MOST + 1, List.of("甲", "2026-03-01", "待补充", "", "{}")));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> take(file));
        assertThat(refusal).hasMessageContaining("个案例");
        assertThat(bureau.drafts().versions(bureau.tenant, bureau.programme)).hasSize(before);
    }

    @Test
    void a_workbook_becomes_a_draft_with_its_cases() {
        long id = take(workbook(List.of(List.of("甲", "2026-03-01", "待补充", "", "{}"))))
                .id();
        assertThat(bureau.drafts().get(bureau.tenant, id).form().rule()).isNotNull();
        assertThat(bureau.cases().of(bureau.tenant, id))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("甲"));
    }

    private WorkbookDesk.Taken take(byte[] file) {
        return desk.take(bureau.tenant, RuleBureau.CHEN, bureau.programme, file);
    }

    private byte[] workbook(List<List<String>> cases) {
        RuleForm form = bureau.drafts().form(bureau.tenant, bureau.programme, bureau.rule());
        return RuleWorkbook.write(
                Objects.requireNonNull(form.data()), bureau.drafts().vocabulary(bureau.tenant), cases);
    }

    /** Of each later statement of this thread, whether a transaction was open. */
    private static List<Boolean> statements() {
        Thread own = Thread.currentThread();
        List<Boolean> statements = new ArrayList<>();
        SqlTap.listen((connection, sql, parameters) -> {
            if (Thread.currentThread() == own) {
                statements.add(!connection.getAutoCommit());
            }
        });
        return statements;
    }
}
