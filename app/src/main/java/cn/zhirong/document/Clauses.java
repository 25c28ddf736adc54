package cn.zhirong.document;

import java.util.List;

/** The 款 of articles. */
final class Clauses {
    private Clauses() {}

    /** An article with a single 款 holds its words and items itself; with several it holds nothing but them. */
    static void settle(Node node) {
        List<Node> clauses =
                node.children.stream().filter(c -> c.is(ProvisionKind.CLAUSE)).toList();
        if (node.is(ProvisionKind.ARTICLE) && clauses.size() == 1) {
            Node only = clauses.getFirst();
            int at = node.children.indexOf(only);
            node.text = only.text;
            node.children.remove(at);
            only.children.forEach(child -> child.parent = node);
            node.children.addAll(at, only.children);
        }
        node.children.forEach(Clauses::settle);
    }
}
