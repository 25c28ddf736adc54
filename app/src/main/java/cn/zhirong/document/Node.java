package cn.zhirong.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provision while its tree is still being built. */
final class Node {
    /** Ranks of unnumbered units, beyond every numbered one. */
    static final int PARAGRAPH_RANK = 100;

    final ProvisionKind kind;
    /** Smaller is further out. */
    final int rank;
    /** The number's normal form, or empty. */
    final String label;

    final int number;
    final int inserted;
    final String source;
    final List<Node> children = new ArrayList<>();

    @Nullable
    Node parent;

    String heading = "";
    String text = "";
    /** The whole line after the number, while it is not certain whether it is a heading or all there is. */
    String printed = "";
    /** Given path and anchor, for units that have a name of their own such as 落款; otherwise empty. */
    String ownPath = "";

    String ownAnchor = "";

    Node(ProvisionKind kind, int rank, LineMark mark, String source) {
        this(kind, rank, mark.label(), mark.number(), mark.inserted(), source);
    }

    Node(ProvisionKind kind, int rank, String label, int number, int inserted, String source) {
        this.kind = kind;
        this.rank = rank;
        this.label = label;
        this.number = number;
        this.inserted = inserted;
        this.source = source;
    }

    static Node paragraph(String text, String source) {
        Node node = new Node(ProvisionKind.PARAGRAPH, PARAGRAPH_RANK, "", 0, 0, source);
        node.text = text;
        return node;
    }

    Node add(Node child) {
        child.parent = this;
        children.add(child);
        return child;
    }

    boolean is(ProvisionKind wanted) {
        return kind == wanted;
    }

    /** The nearest unit of a kind that this one is or lies in. */
    @Nullable
    Node within(ProvisionKind wanted) {
        for (Node node = this; node != null; node = node.parent) {
            if (node.kind == wanted) {
                return node;
            }
        }
        return null;
    }
}
