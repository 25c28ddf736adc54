package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Rules as workbooks: what leaves the house, and what comes back as a draft with its cases. */
@Singleton
class WorkbookDesk {
    private final Drafts drafts;
    private final Cases cases;
    private final Json json;
    private final Audit audit;

    WorkbookDesk(Drafts drafts, Cases cases, Json json, Audit audit) {
        this.drafts = drafts;
        this.cases = cases;
        this.json = json;
        this.audit = audit;
    }

    /** A draft that was made from a workbook, and how much of it is not in order yet. */
    record Taken(long id, int problems) {}

    /** @throws Refusal when a version says something that no form, and so no workbook, can show */
    @Transactional
    byte[] give(Tenant tenant, String actor, Draft draft) {
        FormData data = draft.form().data();
        if (data == null) {
            throw Refusal.unprocessable("text-only", "这一版有只能用文本写的内容，不能导出为表格。请在“文本”里改。");
        }
        List<List<String>> rows =
                cases.of(tenant, draft.id()).stream().map(this::row).toList();
        audit.record(tenant, actor, "rule.export", "rule/" + draft.id(), "xlsx，" + rows.size() + "个案例");
        return RuleWorkbook.write(data, drafts.vocabulary(tenant), rows);
    }

    private List<String> row(RuleCase one) {
        Long fen = one.expectedFen();
        return List.of(
                one.name(),
                one.asked().toString(),
                one.expected().label(),
                fen == null
                        ? ""
                        : BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString(),
                json.write(FactsJson.write(one.facts())));
    }

    /**
     * A new draft of what a workbook says, right or wrong. The file is read before anything is written, so that a slow one holds no
     * connection.
     *
     * @throws Refusal when it is no workbook of a rule, or a case in it is none: nothing is kept then
     */
    Taken take(Tenant tenant, String actor, Programme programme, byte[] file) {
        Map<String, List<RuleWorkbookReader.Row>> sheets = WorkbookFile.sheets(file);
        WorkbookFile.Content content = WorkbookFile.read(sheets, drafts.vocabulary(tenant), json);
        RuleForm form = drafts.form(tenant, programme, content.data());
        content.refuse(form.problems());
        return keep(tenant, actor, programme, content, form);
    }

    /** The draft with all its cases, or nothing. */
    @Transactional
    Taken keep(Tenant tenant, String actor, Programme programme, WorkbookFile.Content content, RuleForm form) {
        RuleVersionRow row = drafts.begin(tenant, actor, programme, content.data());
        content.cases().forEach(one -> cases.keep(tenant, actor, row.key(), one));
        return new Taken(row.key(), form.problems().size());
    }
}
