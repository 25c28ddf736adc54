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
        AREAS.put("account", "账号");
        AREAS.put("organisation", "单位");
        AREAS.put("tenant", "本局设置");
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
        WORDS.put("session.begin", "登录");
        WORDS.put("session.failed", "登录失败");
        WORDS.put("session.end", "退出登录");
        WORDS.put("account.create", "新建账号");
        WORDS.put("account.role", "改岗位");
        WORDS.put("account.disable", "停用账号");
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
        WORDS.put("passage.correct", "修正检索片段");
        WORDS.put("passage.restore", "还原检索片段");
        WORDS.put("search.adopt", "采用检索设置");
        WORDS.put("search.discard", "停用检索设置");
        WORDS.put("unanswered.handle", "处理没答上的问题");
        WORDS.put("audit.export", "导出审计记录");
        WORDS.put("audit.verify", "校验审计记录");
        WORDS.put("letter.retry", "重新发送通知");
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
