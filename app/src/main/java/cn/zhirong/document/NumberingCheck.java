package cn.zhirong.document;

import java.util.ArrayList;
import java.util.List;

/** Says where the numbers of a paper are not complete and in order. */
final class NumberingCheck {
    /** Whoever has read so many knows that the numbering is broken. */
    private static final int MOST_NOTICES = 50;

    private final String place;
    private final List<ImportNotice> notices = new ArrayList<>();

    private NumberingCheck(String place) {
        this.place = place;
    }

    /** Checks 条 over the whole paper, and 一、二、 among those that stand together. */
    static List<ImportNotice> of(Node root, String place) {
        NumberingCheck check = new NumberingCheck(place);
        List<Node> articles = new ArrayList<>();
        collect(root, articles);
        // A part taken out of a code begins with the number it has there.
        boolean excerpt = contains(root, ProvisionKind.SUBPART) || contains(root, ProvisionKind.PART);
        check.inOrder(articles, !excerpt);
        check.headings(root);
        return List.copyOf(check.notices);
    }

    private static void collect(Node node, List<Node> articles) {
        if (node.is(ProvisionKind.ARTICLE)) {
            articles.add(node);
        }
        node.children.forEach(child -> collect(child, articles));
    }

    private static boolean contains(Node node, ProvisionKind kind) {
        return node.is(kind) || node.children.stream().anyMatch(child -> contains(child, kind));
    }

    private void headings(Node node) {
        inOrder(
                node.children.stream()
                        .filter(child -> child.is(ProvisionKind.HEADING) && child.label.endsWith("、"))
                        .toList(),
                false);
        node.children.forEach(this::headings);
    }

    private void inOrder(List<Node> nodes, boolean fromOne) {
        if (fromOne && !nodes.isEmpty() && nodes.getFirst().number > 1) {
            warn("numbering-gap", nodes.getFirst().label + "之前缺少" + missing(nodes.getFirst(), 1) + "。");
        }
        for (int i = 1; i < nodes.size(); i++) {
            Node before = nodes.get(i - 1);
            Node here = nodes.get(i);
            boolean inserted = here.number == before.number && here.inserted == before.inserted + 1;
            if (here.number == before.number + 1 && here.inserted == 0 || inserted) {
                continue;
            }
            String between = before.label + "与" + here.label + "之间";
            if (here.number == before.number && here.inserted == before.inserted) {
                warn("numbering-duplicate", "出现两个" + here.label + "，请核对是否为换行或重复。");
            } else if (here.number < before.number || here.number == before.number && here.inserted < before.inserted) {
                warn("numbering-order", between + "编号倒退，请核对顺序。");
            } else {
                warn("numbering-gap", between + "编号不连续，缺少" + missing(here, before.number + 1) + "。");
            }
        }
    }

    private static String missing(Node here, int first) {
        int last = here.inserted > 1 || here.number < first ? here.number : here.number - 1;
        String unit = here.label.replaceFirst("^第.*条.*$", "条");
        String from = unit.equals("条") ? "第" + Numbering.numeral(first) + "条" : Numbering.numeral(first) + "、";
        String to = unit.equals("条") ? "第" + Numbering.numeral(last) + "条" : Numbering.numeral(last) + "、";
        return last <= first ? from : from + "至" + to;
    }

    private void warn(String code, String message) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(new ImportNotice(ImportNotice.Severity.WARNING, code, place + message));
        }
    }
}
