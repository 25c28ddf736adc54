package cn.zhirong.document;

/**
 * Something a person should know before publishing what was imported.
 *
 * @param severity how much it matters
 * @param code a stable word for tests and filters, such as {@code numbering-gap}
 * @param message in Chinese, complete, naming the place
 */
public record ImportNotice(Severity severity, String code, String message) {

    /** How much a notice matters. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Look before publishing. */
        WARNING,
        /** Must be settled by a person before publishing. */
        HOLD
    }
}
