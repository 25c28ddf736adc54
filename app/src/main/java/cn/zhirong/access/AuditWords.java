package cn.zhirong.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the dotted words of the audit are called in Chinese. */
public final class AuditWords {
    private static final Map<String, String> AREAS = new LinkedHashMap<>();
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        AREAS.put("access", "访问");
        AREAS.put("session", "登录");
        AREAS.put("sign-in", "登录");
        AREAS.put("password", "密码");
        AREAS.put("second-factor", "两步验证");
        AREAS.put("token", "接口令牌");
        AREAS.put("identity", "统一身份");
        AREAS.put("counterpart", "服务单位");
        AREAS.put("sign-in-policy", "登录要求");
        AREAS.put("account", "账号");
        AREAS.put("invitation", "邀请");
        AREAS.put("organisation", "机构和企业");
        AREAS.put("registration", "企业登记");
        AREAS.put("member", "企业成员");
        AREAS.put("enterprise", "企业库");
        AREAS.put("tenant", "本局");
        AREAS.put("bureau", "租户");
        AREAS.put("policy", "政策");
        AREAS.put("hit-set", "命中题");
        AREAS.put("passage", "检索片段");
        AREAS.put("search", "检索设置");
        AREAS.put("unanswered", "没答上的问题");
        AREAS.put("audit", "审计");
        AREAS.put("letter", "通知");
        AREAS.put("privacy", "个人信息");
        AREAS.put("demonstration", "演示数据");
        WORDS.put("access.refused", "越权访问被拒绝");
        WORDS.put("session.open", "登录");
        WORDS.put("session.other-browser", "换了浏览器");
        WORDS.put("session.end", "退出登录");
        WORDS.put("session.end-others", "退出其他设备");
        WORDS.put("sign-in.fail", "登录失败");
        WORDS.put("password.letter", "申请重设密码");
        WORDS.put("password.change", "修改密码");
        WORDS.put("password.set", "设置密码");
        WORDS.put("second-factor.confirm", "启用");
        WORDS.put("second-factor.remove", "取消");
        WORDS.put("second-factor.renew-codes", "换恢复码");
        WORDS.put("identity.provider-create", "添加登录渠道");
        WORDS.put("identity.provider-change", "修改登录渠道");
        WORDS.put("identity.sign-in", "登录");
        WORDS.put("identity.fail", "没有通过");
        WORDS.put("identity.link", "关联");
        WORDS.put("identity.unlink", "解除关联");
        WORDS.put("identity.provider-remove", "删除登录渠道");
        WORDS.put("counterpart.code", "生成连接码");
        WORDS.put("counterpart.link", "连接账号");
        WORDS.put("counterpart.confirm", "确认进入");
        WORDS.put("counterpart.unlink", "解除连接");
        WORDS.put("counterpart.leave", "切换到其他单位");
        WORDS.put("counterpart.enter", "从其他单位切换来");
        WORDS.put("token.create", "签发");
        WORDS.put("token.revoke", "收回");
        WORDS.put("sign-in-policy.change", "修改");
        WORDS.put("account.create", "新建账号");
        WORDS.put("account.invite", "发出登录链接");
        WORDS.put("organisation.add", "添加机构");
        WORDS.put("organisation.register", "企业登记");
        WORDS.put("organisation.verify", "核验通过");
        WORDS.put("organisation.refuse", "核验不通过");
        WORDS.put("organisation.transfer-code", "生成打款核验码");
        WORDS.put("organisation.wrong-code", "核验码输错");
        WORDS.put("account.contacts", "改联系方式");
        WORDS.put("account.role", "改岗位");
        WORDS.put("account.disable", "停用账号");
        WORDS.put("account.enable", "启用账号");
        WORDS.put("rule.draft", "新建规则草稿");
        WORDS.put("rule.write", "修改规则草稿");
        WORDS.put("rule.discard", "删去规则草稿");
        WORDS.put("rule.case", "修改规则案例");
        WORDS.put("rule.test", "确认规则案例通过");
        WORDS.put("rule.publish", "发布规则");
        WORDS.put("rule.publication-asked", "要求规则追溯施行");
        WORDS.put("rule.publication-declined", "撤下追溯施行");
        WORDS.put("rule.export", "导出规则表格");
        WORDS.put("enterprise.add", "添加企业");
        WORDS.put("enterprise.join", "注册企业入库");
        WORDS.put("enterprise.enter", "录入数据");
        WORDS.put("enterprise.declare", "企业申报数据");
        WORDS.put("enterprise.accept", "采纳申报");
        WORDS.put("enterprise.refuse", "不采纳申报");
        WORDS.put("enterprise.item-add", "添加记录");
        WORDS.put("enterprise.item-declare", "企业申报记录");
        WORDS.put("enterprise.item-change", "更改记录");
        WORDS.put("enterprise.item-close", "撤销记录");
        WORDS.put("enterprise.item-take-back", "企业撤回申报");
        WORDS.put("enterprise.import-check", "检查导入表格");
        WORDS.put("enterprise.import", "批量导入");
        WORDS.put("enterprise.import-discard", "放弃导入");
        WORDS.put("enterprise.export", "导出企业库");
        WORDS.put("enterprise.demonstration", "装入示例企业");
        WORDS.put("tenant.open", "开通");
        WORDS.put("tenant.configure", "改设置");
        WORDS.put("tenant.calendar", "改工作日历");
        WORDS.put("tenant.letter", "改通知文字");
        WORDS.put("tenant.export", "导出全部数据");
        WORDS.put("tenant.export-fetch", "下载导出");
        WORDS.put("tenant.suspend", "暂停服务");
        WORDS.put("tenant.resume", "恢复服务");
        WORDS.put("tenant.deletion-ask", "申请删除");
        WORDS.put("tenant.deletion-confirm", "确认删除");
        WORDS.put("tenant.deletion-cancel", "撤回删除");
        WORDS.put("bureau.open", "新建");
        WORDS.put("bureau.suspend", "暂停服务");
        WORDS.put("bureau.resume", "恢复服务");
        WORDS.put("bureau.delete", "删除");
        WORDS.put("bureau.deletion-ask", "申请删除");
        WORDS.put("bureau.deletion-confirm", "确认删除");
        WORDS.put("bureau.deletion-cancel", "撤回删除");
        WORDS.put("policy.upload", "上传文件");
        WORDS.put("policy.facts", "核对要素");
        WORDS.put("policy.settle", "确认正文");
        WORDS.put("policy.discard", "丢弃草稿");
        WORDS.put("policy.publish", "发布");
        WORDS.put("policy.publish-despite", "检索变差仍发布");
        WORDS.put("policy.publish-unchecked", "未经检索核对发布");
        WORDS.put("policy.repeal", "废止");
        WORDS.put("policy.supersede", "以新版本取代");
        WORDS.put("policy.withdraw", "撤下");
        WORDS.put("policy.version-of", "归为新版本");
        WORDS.put("hit-set.add", "添加命中题");
        WORDS.put("hit-set.expect", "设应命中条款");
        WORDS.put("hit-set.release", "取消应命中条款");
        WORDS.put("hit-set.remove", "删除命中题");
        WORDS.put("hit-set.rename", "修改命中题");
        WORDS.put("hit-set.export", "导出命中题");
        WORDS.put("passage.correct", "修正");
        WORDS.put("passage.restore", "还原");
        WORDS.put("search.adopt", "采用");
        WORDS.put("search.discard", "停用");
        WORDS.put("unanswered.handle", "处理");
        WORDS.put("audit.export", "导出审计记录");
        WORDS.put("audit.verify", "校验审计记录");
        WORDS.put("letter.retry", "重新发送");
        WORDS.put("account.erase", "清空个人信息");
        WORDS.put("privacy.consent", "同意告知");
        WORDS.put("privacy.export", "导出本人信息");
        WORDS.put("privacy.ask", "申请删除");
        WORDS.put("privacy.done", "已按申请删除");
        WORDS.put("privacy.refuse", "未予删除");
        WORDS.put("demonstration.load", "装入演示数据");
    }

    private AuditWords() {}

    /** The area with what was done; the word itself where it has no Chinese yet. */
    public static String of(String action) {
        @Nullable String word = WORDS.get(action);
        @Nullable String area = AREAS.get(action.substring(0, Math.max(0, action.indexOf('.'))));
        if (word != null) {
            return area == null ? word : area + "：" + word;
        }
        return area == null ? action : area + "：" + action.substring(action.indexOf('.') + 1);
    }

    /** Every word and, with a dot at its end, every area: what a search may choose from, in order. */
    public static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        AREAS.forEach((area, label) -> {
            choices.put(area + ".", label + "（全部）");
            WORDS.forEach((word, said) -> {
                if (word.startsWith(area + ".")) {
                    choices.put(word, label + "：" + said);
                }
            });
        });
        return choices;
    }
}
