package cn.zhirong.web;

import cn.zhirong.access.Action;
import java.util.List;

/**
 * An entry of the main menu; whoever may not do what it leads to does not see it.
 *
 * @param key what pages name as their section
 * @param label as shown
 * @param path below the tenant's address
 * @param action what one must be allowed
 */
record Menu(String key, String label, String path, Action action) {
    /** All of them, in order. */
    static final List<Menu> ENTRIES = List.of(
            new Menu("home", "首页", "", Action.VISIT),
            new Menu("ask", "问政策", "/ask", Action.VISIT),
            new Menu("policies", "政策库", "/policies", Action.VISIT),
            new Menu("subsidies", "补贴项目", "/subsidies", Action.VISIT),
            new Menu("calculator", "补贴测算", "/calculator", Action.VISIT),
            new Menu("console", "政策管理", "/console/policies", Action.POLICY_DESK),
            new Menu("hits", "检索质量", "/console/hits", Action.SEARCH_QUALITY),
            new Menu("people", "人员机构", "/console/people", Action.PEOPLE_SEE),
            new Menu("registrations", "企业核验", "/console/registrations", Action.REGISTRATION_SEE),
            new Menu("rules", "规则", "/console/rules", Action.RULE_SEE),
            new Menu("enterprises", "企业库", "/console/enterprises", Action.ENTERPRISE_SEE),
            new Menu("applications", "我的申报", "/enterprise/applications", Action.APPLICATION_OWN_SEE),
            new Menu("reviews", "补贴审核", "/console/applications", Action.APPLICATION_SEE),
            new Menu("payments", "补贴拨付", "/console/disbursements", Action.PAYMENT_SEE),
            new Menu("notices", "公示", "/notices", Action.VISIT),
            new Menu("profile", "企业资料", "/enterprise/profile", Action.OWN_PROFILE_SEE),
            new Menu("enterprise", "本企业", "/enterprise", Action.MEMBERS_SEE),
            new Menu("privacy", "个人信息申请", "/console/privacy", Action.PRIVACY_HANDLE),
            new Menu("sign-in-policy", "登录要求", "/console/sign-in", Action.TENANT_SEE),
            new Menu("audit", "审计", "/console/audit", Action.AUDIT_READ),
            new Menu("outbox", "发件箱", "/console/outbox", Action.OUTBOX_SEE),
            new Menu("settings", "本局设置", "/console/settings", Action.TENANT_SEE),
            new Menu("bureaus", "租户", "/bureaus", Action.PLATFORM_SEE),
            new Menu("sign-in-policy", "登录要求", "/sign-in-policy", Action.PLATFORM_SEE),
            new Menu("audit", "审计", "/audit", Action.PLATFORM_AUDIT));
}
