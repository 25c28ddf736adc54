package cn.zhirong.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the provisions of one paper are called: in citations, and in the address of a page. */
final class PathNames {
    /** A citable path, and an anchor of lower-case letters, digits and hyphens. */
    record Name(String path, String anchor) {}

    private final Name top;
    private final Set<ProvisionKind> restarting = new HashSet<>();
    private final Map<Node, Name> settled = new IdentityHashMap<>();
    private final Map<Node, Count> counts = new IdentityHashMap<>();

    PathNames(Node root, String path, String anchor) {
        top = new Name(path, anchor);
        Map<String, Node> seen = new HashMap<>();
        findRestarts(root, seen);
    }

    /** Chapters numbered anew in each part, headings numbered anew in each chapter, are cited with what they lie in. */
    private void findRestarts(Node node, Map<String, Node> seen) {
        for (Node child : node.children) {
            if (!child.label.isEmpty() && (child.is(ProvisionKind.CHAPTER) || child.is(ProvisionKind.HEADING))) {
                Node other = seen.putIfAbsent(child.kind + child.label, node);
                if (other != null && other != node) {
                    restarting.add(child.kind);
                }
            }
            findRestarts(child, seen);
        }
    }

    /** Tells the name a node got in the end, on which the names of its children are built. */
    void settle(Node node, Name name) {
        settled.put(node, name);
    }

    /** The name of a node; asked once for each, in reading order. */
    Name of(Node node) {
        Node parent = Objects.requireNonNull(node.parent, "only the root has none, and it is named elsewhere");
        Name above = settled.getOrDefault(parent, top);
        if (!node.ownPath.isEmpty()) {
            return new Name(top.path() + node.ownPath, top.anchor() + node.ownAnchor);
        }
        return switch (node.kind) {
            case PART, SUBPART, CHAPTER, SECTION -> division(node, above);
            case ARTICLE -> new Name(top.path() + node.label, top.anchor() + "a" + numbers(node));
            case CLAUSE ->
                new Name(above.path() + "第" + Numbering.numeral(node.number) + "款", above.anchor() + "-" + node.number);
            case ITEM ->
                new Name(
                        above.path() + "第" + Numbering.numeral(node.number) + "项",
                        inClause(parent, above) + "-" + node.number);
            case SUBITEM ->
                new Name(
                        above.path() + "第" + Numbering.numeral(node.number) + "目",
                        (parent.is(ProvisionKind.SUBITEM) || parent.is(ProvisionKind.ITEM)
                                        ? above.anchor()
                                        : inClause(parent, above) + "-0")
                                + "-" + node.number);
            case HEADING, SUBHEADING, POINT, SUBPOINT -> outline(node, parent, above);
            case PARAGRAPH -> paragraph(parent, above);
            case TABLE_ROW -> row(node, parent, above);
            case ANNEX -> above;
        };
    }

    /** Items of an article's only 款 are numbered as if 第一款 were named, so that a second 款 moves no anchor. */
    private static String inClause(Node parent, Name above) {
        return parent.is(ProvisionKind.ARTICLE) ? above.anchor() + "-1" : above.anchor();
    }

    private Name division(Node node, Name above) {
        String letter = switch (node.kind) {
            case PART -> "b";
            case SUBPART -> "f";
            case CHAPTER -> "c";
            default -> "s";
        };
        String label = node.label.isEmpty() ? node.heading : node.label;
        boolean alone =
                node.kind == ProvisionKind.PART || node.is(ProvisionKind.CHAPTER) && !restarting.contains(node.kind);
        if (alone || above.equals(top)) {
            return new Name(top.path() + label, top.anchor() + letter + numbers(node));
        }
        return new Name(above.path() + label, above.anchor() + "-" + letter + numbers(node));
    }

    private Name outline(Node node, Node parent, Name above) {
        boolean decimal = node.label.matches("[0-9]+(?:\\.[0-9]+)*");
        if (decimal) {
            return new Name(top.path() + node.label, top.anchor() + "n" + node.label.replace('.', '-'));
        }
        boolean below = depth(parent) > 0 || parent.rank >= 0 && restarting.contains(node.kind);
        String path = (below ? above.path() : top.path()) + node.label;
        String anchor = depth(parent) > 0 || below ? above.anchor() : top.anchor() + "h";
        String levels = depth(parent) > 0 || !below ? "" : "-h";
        return new Name(path, anchor + levels + skipped(node, parent) + node.number);
    }

    /** 一、1. is h1-0-1: the level left out is a nought, so that it differs from 一、(一). */
    private static String skipped(Node node, Node parent) {
        int from = depth(parent);
        StringBuilder levels = new StringBuilder(from > 0 ? "-" : "");
        for (int level = from + 1; level < depth(node); level++) {
            levels.append("0-");
        }
        return levels.toString();
    }

    private static int depth(Node node) {
        return switch (node.kind) {
            case HEADING -> 1;
            case SUBHEADING -> 2;
            case POINT -> 3;
            case SUBPOINT -> 4;
            default -> 0;
        };
    }

    private Name paragraph(Node parent, Name above) {
        Count count = counts.computeIfAbsent(parent, any -> new Count());
        count.paragraphs++;
        // The text of the parent is its first paragraph
        int number = count.paragraphs + (parent.text.isEmpty() ? 0 : 1);
        String dash = above.equals(top) ? "" : "-";
        return new Name(above.path() + "第" + number + "段", above.anchor() + dash + "p" + number);
    }

    private Name row(Node node, Node parent, Name above) {
        Count count = counts.computeIfAbsent(parent, any -> new Count());
        if (node.number == 1) {
            count.tables++;
        }
        String dash = above.equals(top) ? "" : "-";
        return new Name(
                above.path() + "表" + count.tables + "第" + node.number + "行",
                above.anchor() + dash + "t" + count.tables + "-" + node.number);
    }

    /** How many unnumbered units of a parent have been named so far. */
    private static final class Count {
        private int paragraphs;
        private int tables;
    }

    private static String numbers(Node node) {
        return node.number + (node.inserted == 0 ? "" : "z" + node.inserted);
    }
}
