package cn.zhirong.assistant;

import cn.zhirong.rule.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody says that their loan rests on: 专利质押, 用商标和著作权质押, 质押了专利; of what is said twice both hold. */
final class SaidPledge {
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("数据知识产权", "data");
        KINDS.put("专利", "patent");
        KINDS.put("商标", "trademark");
        KINDS.put("著作权", "copyright");
        KINDS.put("版权", "copyright");
        KINDS.put("软著", "copyright");
    }

    private static final String KIND = "(?:" + String.join("|", KINDS.keySet()) + ")";
    private static final String LIST =
            "(" + KIND + "(?:权|证书)?(?:(?:、|和|及|与|加)[^,。;、和及与加]{0,6}?" + KIND + "(?:权|证书)?)*)";
    private static final Pattern PLEDGED =
            Pattern.compile(LIST + "(?:来|去|拿去|作|做|作为|办理?了?)?质押|质押(?:了|的是|物是)" + "[^,。;]{0,6}?" + LIST);
    private static final Pattern EACH = Pattern.compile(KIND);

    /** Something that is no intellectual property secures the loan too. */
    private static final Pattern OTHER = Pattern.compile("组合担保|房产|厂房|土地|设备抵押|不动产|抵押");

    private final Set<String> codes = new TreeSet<>();
    private boolean other;

    /** What is said in one turn, as {@link SaidAmount#normal} leaves it. */
    void turn(String text) {
        Matcher matcher = PLEDGED.matcher(text);
        while (matcher.find()) {
            if (!SaidPatterns.NOT
                    .matcher(SaidPatterns.before(text, matcher.start()))
                    .find()) {
                Matcher each = EACH.matcher(matcher.group());
                while (each.find()) {
                    codes.add(KINDS.getOrDefault(each.group(), "other-ip"));
                }
            }
        }
        Matcher more = OTHER.matcher(text);
        while (more.find()) {
            other |= !SaidPatterns.NOT
                    .matcher(SaidPatterns.before(text, more.start()))
                    .find();
        }
    }

    /** The kinds pledged; empty where none was named. */
    Optional<Value> kinds() {
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>(codes);
        if (other) {
            all.add("other");
        }
        return Optional.of(Value.ofCodes(all));
    }
}
