package cn.zhirong.knowledge;

import cn.zhirong.policy.PageTab;
import java.util.List;

/** The pages on which a bureau measures and steers its search. */
public final class HitTabs {
    private HitTabs() {}

    /** Which of them is shown. */
    public enum Part {
        QUESTIONS("命中题", "/hits"),
        RUNS("运行记录", "/hits/runs"),
        SETTINGS("同义词与比重", "/hits/settings"),
        PASSAGES("检索片段", "/passages"),
        UNANSWERED("没答上的问题", "/unanswered");

        private final String label;
        private final String path;

        Part(String label, String path) {
            this.label = label;
            this.path = path;
        }
    }

    /** The tabs of one bureau. */
    public static List<PageTab> of(String slug, Part shown) {
        return List.of(Part.values()).stream()
                .map(part -> new PageTab(part.label, "/" + slug + "/console" + part.path, part == shown, null))
                .toList();
    }
}
