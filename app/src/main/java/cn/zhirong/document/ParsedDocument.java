package cn.zhirong.document;

import java.util.List;

/**
 * A document as facts and a tree in reading order.
 *
 * @param facts what was found out about it
 * @param provisions the tree, flattened in reading order; a parent stands before its children
 * @param notices what a person should look at, those of the reader included
 */
public record ParsedDocument(DocumentFacts facts, List<Provision> provisions, List<ImportNotice> notices) {
    public ParsedDocument {
        provisions = List.copyOf(provisions);
        notices = List.copyOf(notices);
    }
}
