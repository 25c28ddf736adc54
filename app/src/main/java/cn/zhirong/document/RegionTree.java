package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import cn.zhirong.document.Layout.Part;
import cn.zhirong.document.Layout.Region;
import cn.zhirong.document.Layout.Role;
import java.util.Optional;

/** Builds the tree of one paper: statutes by 条, 款 and 项, all others by 一、(一)1. */
final class RegionTree {
    private static final int ROOT_RANK = -1;
    private static final int ARTICLE_RANK = 4;
    private static final int CLAUSE_RANK = 5;

    private final Node root;
    private final MarkReader marks;
    private Node current;

    private RegionTree(Region region) {
        String source = region.opening() == null ? "" : region.opening().key().toString();
        root = new Node(ProvisionKind.ANNEX, ROOT_RANK, "", 0, 0, source);
        root.heading = region.title();
        current = root;
        marks = MarkReader.of(region);
    }

    /** The tree of a region below a node that stands for the region itself. */
    static Node of(Region region) {
        RegionTree tree = new RegionTree(region);
        for (Part part : region.parts()) {
            if (part.role() == Role.BODY) {
                tree.body(part.piece());
            } else {
                tree.frame(part);
            }
        }
        Clauses.settle(tree.root);
        Headings.settle(tree.root);
        return tree.root;
    }

    /** Addressee, signature and the like: one unit each, whatever number of lines it has. */
    private void frame(Part part) {
        String path = switch (part.role()) {
            case ADDRESSEE -> "主送";
            case SIGNATURE -> "落款";
            case NOTE -> "附注";
            case ATTACHMENTS -> "附件说明";
            default -> "题注";
        };
        String anchor = switch (part.role()) {
            case ADDRESSEE -> "to";
            case SIGNATURE -> "signed";
            case NOTE -> "note";
            case ATTACHMENTS -> "attachments";
            default -> "history";
        };
        Optional<Node> before = root.children.isEmpty()
                ? Optional.empty()
                : Optional.of(root.children.getLast()).filter(node -> node.ownPath.equals(path));
        if (before.isPresent()) {
            before.get().text += " " + part.piece().text();
            return;
        }
        Node node = Node.paragraph(part.piece().text(), part.piece().key().toString());
        node.ownPath = path;
        node.ownAnchor = anchor;
        root.add(node);
    }

    private void body(Piece piece) {
        if (piece.block() instanceof Block.Table table) {
            TableRows.of(table, piece.key().toString()).forEach(current::add);
            return;
        }
        Optional<LineMark> mark = marks.read(piece);
        if (mark.isEmpty()) {
            paragraph(piece);
            return;
        }
        switch (mark.get().style()) {
            case PART, SUBPART, CHAPTER, SECTION -> division(piece, mark.get());
            case ARTICLE -> article(piece, mark.get());
            default -> outline(piece, mark.get());
        }
    }

    private void division(Piece piece, LineMark mark) {
        Node node = open(new Node(
                kind(mark, false), mark.style().ordinal(), mark, piece.key().toString()));
        node.heading = Words.unspaced(mark.rest());
    }

    private void article(Piece piece, LineMark mark) {
        Node article = open(
                new Node(ProvisionKind.ARTICLE, ARTICLE_RANK, mark, piece.key().toString()));
        String rest = Headings.articleHeading(article, mark.rest());
        if (!rest.isBlank()) {
            clause(article, rest, piece);
        }
    }

    private void clause(Node article, String text, Piece piece) {
        int number = (int) article.children.stream()
                        .filter(child -> child.is(ProvisionKind.CLAUSE))
                        .count()
                + 1;
        Node clause = new Node(
                ProvisionKind.CLAUSE, CLAUSE_RANK, "", number, 0, piece.key().toString());
        clause.text = text.strip();
        current = article.add(clause);
    }

    private void outline(Piece piece, LineMark mark) {
        boolean inArticle = current.within(ProvisionKind.ARTICLE) != null;
        Node node = open(
                new Node(kind(mark, inArticle), rank(mark), mark, piece.key().toString()));
        if (inArticle) {
            node.text = mark.rest().strip();
        } else {
            Headings.split(node, mark.rest().strip());
        }
    }

    private static int rank(LineMark mark) {
        return switch (mark.style()) {
            case HAN -> 10;
            case DECIMAL -> 10 + depth(mark);
            case HAN_BRACKETED -> 20;
            case ARABIC -> 30;
            case ARABIC_BRACKETED -> 40;
            default -> 50;
        };
    }

    private static int depth(LineMark mark) {
        return mark.label().split("\\.").length;
    }

    private static ProvisionKind kind(LineMark mark, boolean inArticle) {
        return switch (mark.style()) {
            case PART -> ProvisionKind.PART;
            case SUBPART -> ProvisionKind.SUBPART;
            case CHAPTER -> ProvisionKind.CHAPTER;
            case SECTION -> ProvisionKind.SECTION;
            case ARTICLE -> ProvisionKind.ARTICLE;
            case HAN -> inArticle ? ProvisionKind.ITEM : ProvisionKind.HEADING;
            case HAN_BRACKETED -> inArticle ? ProvisionKind.ITEM : ProvisionKind.SUBHEADING;
            case ARABIC -> inArticle ? ProvisionKind.SUBITEM : ProvisionKind.POINT;
            case ARABIC_BRACKETED, CIRCLED -> inArticle ? ProvisionKind.SUBITEM : ProvisionKind.SUBPOINT;
            case DECIMAL ->
                switch (depth(mark)) {
                    case 1 -> ProvisionKind.HEADING;
                    case 2 -> ProvisionKind.SUBHEADING;
                    case 3 -> ProvisionKind.POINT;
                    default -> ProvisionKind.SUBPOINT;
                };
        };
    }

    /** Puts a numbered unit below the nearest one of a higher rank. */
    private Node open(Node node) {
        Node above = current;
        while (above != root && (above.rank >= node.rank || above.rank == Node.PARAGRAPH_RANK)) {
            above = above.parent == null ? root : above.parent;
        }
        current = above.add(node);
        return node;
    }

    private void paragraph(Piece piece) {
        Node article = current.within(ProvisionKind.ARTICLE);
        String text = piece.text();
        if (article != null) {
            clause(article, text, piece);
        } else if (isUntitledDivision(current) && text.length() <= 40 && !Words.endsSentence(text)) {
            current.heading = Words.unspaced(text);
        } else if (current.rank > ARTICLE_RANK && current.text.isEmpty() && current.children.isEmpty()) {
            current.text = text;
        } else {
            current.add(Node.paragraph(text, piece.key().toString()));
        }
    }

    /** 第一章 on one line, its name on the next. */
    private boolean isUntitledDivision(Node node) {
        return node != root && node.rank < ARTICLE_RANK && node.heading.isEmpty() && node.children.isEmpty();
    }
}
