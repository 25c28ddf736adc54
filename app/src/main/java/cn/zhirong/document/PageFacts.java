package cn.zhirong.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page says about its document in lines such as {@code 发布日期：… 来源：…}, by the names of the hints. */
final class PageFacts {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("发布日期", "date"),
            Map.entry("发布时间", "date"),
            Map.entry("公开日期", "date"),
            Map.entry("来源", "source"),
            Map.entry("信息来源", "source"),
            Map.entry("稿件来源", "source"),
            Map.entry("文章来源", "source"),
            Map.entry("索引号", "index"),
            Map.entry("发文字号", "number"),
            Map.entry("文号", "number"),
            Map.entry("发文机关", "issuer"),
            Map.entry("发文单位", "issuer"),
            Map.entry("发布机构", "issuer"),
            Map.entry("公开主体", "issuer"),
            Map.entry("成文日期", "signed"),
            Map.entry("发文日期", "signed"),
            Map.entry("生成日期", "signed"),
            Map.entry("作者", "author"),
            Map.entry("主题分类", "subject"),
            Map.entry("体裁分类", "genre"),
            Map.entry("名称", "title"),
            Map.entry("标题", "title"),
            Map.entry("有效性", "validity"),
            Map.entry("责任编辑", "editor"),
            Map.entry("浏览次数", "views"));

    private static final Pattern KEY = Pattern.compile(
            "(索\\s*引\\s*号|发\\s*文\\s*机\\s*关|发文单位|发\\s*文\\s*字\\s*号|成\\s*文\\s*日\\s*期|发\\s*布\\s*日\\s*期|发\\s*布\\s*时\\s*间"
                    + "|发布机构|公开主体|公开日期|发文日期|生成日期|主\\s*题\\s*分\\s*类|体裁分类|信息来源|稿件来源|文章来源|来\\s*源|责任编辑|浏览次数|有\\s*效\\s*性"
                    + "|作\\s*者|文\\s*号|标\\s*题|名\\s*称)\\s*[\\]】]?\\s*[:：]\\s*");

    private final Map<String, String> hints = new LinkedHashMap<>();
    private String titleAbove = "";

    /** Whether the line is nothing but such facts. */
    static boolean isFactLine(String text) {
        return text.length() <= 300
                && KEY.matcher(text.replaceFirst("^[\\[【\\s]+", "")).lookingAt()
                && !text.endsWith("。");
    }

    /** Takes the facts of a line; false where it holds none. The first value of a name stays. */
    boolean take(String text) {
        if (!isFactLine(text)) {
            return false;
        }
        Matcher key = KEY.matcher(text);
        String name = "";
        int from = 0;
        while (key.find()) {
            put(name, text.substring(from, key.start()));
            name = key.group(1);
            from = key.end();
        }
        put(name, text.substring(from));
        return true;
    }

    /** A fact by the words the page uses for it. */
    void put(String chinese, String value) {
        var name = NAMES.get(chinese.replaceAll("[\\s:：]", ""));
        String clean = Words.clean(value.replaceAll("(?:字号|字体|浏览次数|点击数)\\s*[:：].*|[|｜【】\\[\\]]+\\s*$", ""));
        if (name != null && !clean.isEmpty()) {
            hints.putIfAbsent(name, clean);
        }
    }

    /** A fact by the name of its hint. */
    void hint(String name, String value) {
        String clean = Words.clean(value);
        if (!clean.isEmpty()) {
            hints.putIfAbsent(name, clean);
        }
    }

    /** The line above the facts, presumably the title: the last one wins. */
    void title(String line) {
        titleAbove = line;
    }

    String titleAbove() {
        return titleAbove;
    }

    /** Facts that concern the document; those of the page only are left out. */
    Map<String, String> hints() {
        var all = new LinkedHashMap<>(hints);
        if (!titleAbove.isEmpty() && hints.containsKey("date")) {
            all.putIfAbsent("title", titleAbove);
        }
        all.keySet().removeIf(name -> name.equals("views") || name.equals("editor"));
        return all;
    }
}
