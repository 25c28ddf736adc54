package cn.zhirong.document;

import cn.zhirong.document.ImportNotice.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a reader noticed. Hidden words are gathered per place and reason, and quoted by their beginning. */
final class Notices {
    private static final int QUOTED = 60;
    private static final int HIDDEN_PLACES = 20;

    /** Why words cannot be seen, as shown to a person. */
    enum Unseen {
        WHITE("与底色相同"),
        TINY("字号极小"),
        OFF_PAGE("在页面之外"),
        INVISIBLE("设为不可见");

        private final String label;

        Unseen(String label) {
            this.label = label;
        }
    }

    private record Place(int page, Unseen why) {}

    private final Map<Place, StringBuilder> hidden = new LinkedHashMap<>();
    private final List<ImportNotice> others = new ArrayList<>();

    /** Words that the source holds and a reader of it would not see; page 0 where there are no pages. */
    void hidden(int page, Unseen why, String words) {
        var place = new Place(page, why);
        if (hidden.size() < HIDDEN_PLACES || hidden.containsKey(place)) {
            var all = hidden.computeIfAbsent(place, p -> new StringBuilder());
            if (all.length() < QUOTED * 4) {
                all.append(words);
            }
        }
    }

    void add(Severity severity, String code, String message) {
        others.add(new ImportNotice(severity, code, message));
    }

    /** A document without a text layer waits for its text. */
    void scan(int pages) {
        add(Severity.HOLD, "no-text-layer", "这是扫描件，共 " + pages + " 页，没有可读取的文字。请上传文字版，或先做文字识别并人工校对后再上传。");
    }

    List<ImportNotice> list() {
        var all = new ArrayList<ImportNotice>();
        hidden.forEach((place, words) -> {
            String text = Words.clean(words.toString());
            if (!text.isEmpty()) {
                String where = place.page == 0 ? "文件中" : "第 " + place.page + " 页";
                String quote = text.length() > QUOTED
                        ? text.substring(
                                        0,
                                        text.offsetByCodePoints(
                                                0, Math.min(QUOTED, text.codePointCount(0, text.length()))))
                                + "……"
                        : text;
                all.add(new ImportNotice(
                        Severity.HOLD,
                        "hidden-text",
                        where + "有看不见的文字（" + place.why.label + "），没有收入正文，请核对原件：“" + quote + "”"));
            }
        });
        all.addAll(others);
        return all;
    }
}
