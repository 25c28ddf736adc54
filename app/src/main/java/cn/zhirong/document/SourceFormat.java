package cn.zhirong.document;

/** The kinds of file that can be read. */
public enum SourceFormat {
    PDF,
    DOCX,
    HTML,
    MARKDOWN,
    TEXT,
    OFD
}
