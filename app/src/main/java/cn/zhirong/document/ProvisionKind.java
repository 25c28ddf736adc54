package cn.zhirong.document;

/** The rank of a provision in its document, from the outermost division to the innermost. */
public enum ProvisionKind {
    /** 编. */
    PART,
    /** 分编. */
    SUBPART,
    /** 章. */
    CHAPTER,
    /** 节. */
    SECTION,
    /** 条. */
    ARTICLE,
    /** 款: a paragraph of an article that has more than one. */
    CLAUSE,
    /** 项 of an article: (一). */
    ITEM,
    /** 目 of an item: 1. */
    SUBITEM,
    /** 一、 of a plan or notice. */
    HEADING,
    /** (一) of a plan or notice. */
    SUBHEADING,
    /** 1. of a plan or notice. */
    POINT,
    /** (1) of a plan or notice. */
    SUBPOINT,
    /** An unnumbered paragraph: 第2段 under its heading. */
    PARAGRAPH,
    /** One row of a table, with its heading cells and unit. */
    TABLE_ROW,
    /** The heading of an annex or of the enclosed document of a notice; its numbering begins anew. */
    ANNEX
}
