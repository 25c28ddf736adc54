package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the contents of a document from its divisions, and of its articles while they are few enough to look through. */
final class Contents {
    private static final int MOST_ARTICLES = 80;
    private static final int DEEPEST = 3;
    /** So many characters of an article without a heading tell what it is about. */
    private static final int EXCERPT = 11;

    private Contents() {}

    static List<ContentsEntry> of(List<Provision> provisions) {
        long articles = provisions.stream()
                .filter(it -> it.kind() == ProvisionKind.ARTICLE)
                .count();
        List<ContentsEntry> entries = new ArrayList<>();
        Map<Integer, Integer> depths = new HashMap<>();
        for (Provision provision : provisions) {
            int above = depths.getOrDefault(provision.parent(), 0);
            boolean listed = above < DEEPEST && isListed(provision, articles);
            depths.put(provision.ordinal(), listed ? above + 1 : above);
            if (listed) {
                entries.add(new ContentsEntry(provision.label(), words(provision), provision.anchor(), above + 1));
            }
        }
        return entries;
    }

    private static boolean isListed(Provision provision, long articles) {
        return switch (provision.kind()) {
            case PART, SUBPART, CHAPTER, SECTION, HEADING, SUBHEADING, ANNEX -> true;
            case ARTICLE -> articles <= MOST_ARTICLES;
            case POINT -> !provision.heading().isEmpty();
            case CLAUSE, ITEM, SUBITEM, SUBPOINT, PARAGRAPH, TABLE_ROW -> false;
        };
    }

    private static String words(Provision provision) {
        if (!provision.heading().isEmpty()) {
            return provision.heading();
        }
        String text = provision.text().strip().replaceAll("\\s+", " ");
        int length = text.codePointCount(0, text.length());
        return length <= EXCERPT ? text : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
