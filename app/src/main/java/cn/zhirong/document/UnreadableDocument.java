package cn.zhirong.document;

/** A file that cannot become a document. The message is Chinese, complete, and safe to show to whoever sent the file. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code a stable word such as {@code type-mismatch}; @param message what a person should read */
    public UnreadableDocument(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A stable word for tests and statistics. */
    public String code() {
        return code;
    }
}
