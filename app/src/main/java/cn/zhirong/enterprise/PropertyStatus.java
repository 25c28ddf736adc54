package cn.zhirong.enterprise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How intellectual property stands before the law. What offices write in their tables is read as one of these, or not at all. */
enum PropertyStatus {
    /** Granted or registered, and not over. */
    VALID("有效", "授权", "已授权", "授权有效", "维持", "维持有效", "专利权维持", "注册", "已注册", "核准注册", "登记", "已登记", "部分无效"),
    /** Somebody asked that it be declared invalid: until then it holds. */
    DISPUTED("无效审理中", "无效宣告审理中", "无效宣告审查中", "无效宣告请求审查中", "无效审查中", "无效程序中"),
    /** Applied for and not answered. */
    PENDING(
            "申请中", "已申请", "受理", "已受理", "公开", "已公开", "公布", "审查中", "审中", "在审", "初审", "初步审查", "初审公告", "实审", "实质审查",
            "实质审查中", "实质审查的生效", "等待实审请求", "复审中", "等待登记"),
    /** It never came to be. */
    REFUSED("未获授权", "驳回", "已驳回", "申请驳回", "撤回", "已撤回", "视为撤回", "视撤", "申请终止", "不予注册", "不予受理", "未授权"),
    /** It was and is over. */
    LAPSED(
            "已终止",
            "终止",
            "失效",
            "已失效",
            "无权",
            "权利终止",
            "专利权终止",
            "届满",
            "期限届满",
            "届满终止",
            "到期",
            "已到期",
            "过期",
            "已过期",
            "未缴年费",
            "未缴年费终止",
            "未缴年费专利权终止",
            "因费用终止"),
    /** Its owner gave it up. */
    ABANDONED("已放弃", "放弃", "主动放弃", "避重放弃", "放弃专利权", "专利权放弃"),
    /** It was declared invalid, struck off or cancelled. */
    INVALID("已无效", "无效", "全部无效", "宣告无效", "被宣告无效", "专利权无效", "撤销", "已撤销", "注销", "已注销");

    private static final Map<String, PropertyStatus> BY_WORDS = new HashMap<>();

    static {
        for (PropertyStatus status : values()) {
            BY_WORDS.put(status.label, status);
            status.alike.forEach(words -> BY_WORDS.put(words, status));
        }
    }

    private final String label;
    private final List<String> alike;

    PropertyStatus(String label, String... alike) {
        this.label = label;
        this.alike = List.of(alike);
    }

    /** The word a reader sees and a form offers. */
    String label() {
        return label;
    }

    /** All words that a form offers. */
    static List<String> labels() {
        return Arrays.stream(values()).map(PropertyStatus::label).toList();
    }

    /** What somebody wrote; empty where it is none that is known. */
    static Optional<PropertyStatus> typed(String words) {
        PropertyStatus known = BY_WORDS.get(words);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(BY_WORDS.get(FactReader.normal(words).replaceAll("\\s", "")));
    }
}
