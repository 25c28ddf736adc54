package cn.zhirong.document;

import java.util.List;

/** Turns {@link DocumentText} into facts and a tree of provisions. */
public interface DocumentParser {
    /** Never throws for odd text: what cannot be understood becomes unnumbered paragraphs and a notice. */
    ParsedDocument parse(DocumentText text, List<Correction> corrections);
}
