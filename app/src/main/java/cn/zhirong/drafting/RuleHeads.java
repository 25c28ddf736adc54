package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.policy.PageTab;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says where a version stands. */
final class RuleHeads {
    private RuleHeads() {}

    /** The pages of a version. */
    enum Tab {
        RULE("规则", ""),
        FORM("编辑", "/form"),
        TEXT("文本", "/text"),
        CASES("案例", "/cases"),
        TRIAL("试算", "/trial"),
        COMPARISON("比较", "/comparison"),
        PUBLICATION("测试与发布", "/publication");

        private final String label;
        private final String path;

        Tab(String label, String path) {
            this.label = label;
            this.path = path;
        }
    }

    static String list(Tenant tenant) {
        return "/" + tenant.slug() + "/console/rules";
    }

    static String here(Tenant tenant, long id) {
        return list(tenant) + "/" + id;
    }

    static RuleHead of(Tenant tenant, Draft draft, Tab shown, LocalDate today) {
        RuleVersionRow row = draft.row();
        String here = here(tenant, draft.id());
        List<PageTab> tabs = new ArrayList<>();
        for (Tab tab : Tab.values()) {
            boolean editing = tab == Tab.FORM || tab == Tab.TEXT;
            if (draft.isOpen() || !editing) {
                tabs.add(new PageTab(tab.label, here + tab.path, tab == shown, null));
            }
        }
        return new RuleHead(
                draft.programme().title(),
                row.number(),
                state(row, today),
                tone(row, today),
                days(row),
                history(draft),
                tabs,
                here,
                list(tenant),
                draft.isOpen(),
                row.revision());
    }

    /** A published version holds, will hold, or held. */
    static String state(RuleVersionRow row, LocalDate today) {
        if (row.state() != RuleState.PUBLISHED) {
            return row.state() == RuleState.TESTED ? "已通过测试" : row.state().label();
        }
        LocalDate until = row.effectiveUntil();
        return row.effectiveFrom().isAfter(today) ? "尚未施行" : until != null && until.isBefore(today) ? "已失效" : "已发布";
    }

    static String tone(RuleVersionRow row, LocalDate today) {
        return switch (state(row, today)) {
            case "已发布" -> "ok";
            case "已失效" -> "gone";
            case "草稿" -> "neutral";
            default -> "wait";
        };
    }

    static String days(RuleVersionRow row) {
        LocalDate until = row.effectiveUntil();
        String planned = row.state() == RuleState.PUBLISHED ? "" : "拟自 ";
        return planned + row.effectiveFrom() + (until == null ? " 起" : " 至 " + until);
    }

    private static List<String> history(Draft draft) {
        RuleVersionRow row = draft.row();
        List<String> history = new ArrayList<>();
        history.add(who(draft, row.createdBy()) + " " + day(row.createdAt()) + " 新建");
        history.add(who(draft, row.changedBy()) + " " + day(row.changedAt()) + " 最后修改");
        if (row.testedAt() != null) {
            history.add(day(row.testedAt()) + " 通过测试");
        }
        if (row.publishedBy() != null && row.publishedAt() != null) {
            history.add(who(draft, row.publishedBy()) + " " + day(row.publishedAt()) + " 发布");
        }
        if (row.secondBy() != null) {
            history.add(who(draft, row.secondBy()) + " 同意追溯施行");
        }
        return history;
    }

    private static String who(Draft draft, String username) {
        return who(draft.people().getOrDefault(username, username));
    }

    /** What came with the application was written by nobody of the bureau. */
    static String who(String username) {
        return username.equals("command-line") || username.equals("system") ? "随系统提供" : username;
    }

    static String day(Instant at) {
        return LocalDate.ofInstant(at, Drafts.ZONE).toString();
    }
}
