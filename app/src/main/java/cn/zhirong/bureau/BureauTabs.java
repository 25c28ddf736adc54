package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.web.Visitor;
import java.util.ArrayList;
import java.util.List;

/** The pages of a director's set-up, beside each other. */
enum BureauTabs {
    PROFILE("基本信息", "/console/settings", Action.TENANT_SEE),
    CALENDAR("工作日历", "/console/settings/calendar", Action.TENANT_SEE),
    LETTERS("通知文字", "/console/settings/letters", Action.TENANT_SEE),
    LEAVE("导出与删除", "/console/leave", Action.TENANT_LEAVE);

    private final String text;
    private final String path;
    private final Action action;

    BureauTabs(String text, String path, Action action) {
        this.text = text;
        this.path = path;
        this.action = action;
    }

    /** One of them. */
    public record Tab(String href, String text, boolean current) {}

    static List<Tab> of(String slug, Visitor visitor, BureauTabs current) {
        List<Tab> tabs = new ArrayList<>();
        for (BureauTabs tab : values()) {
            if (visitor.may(tab.action)) {
                tabs.add(new Tab("/" + slug + tab.path, tab.text, tab == current));
            }
        }
        return tabs;
    }
}
