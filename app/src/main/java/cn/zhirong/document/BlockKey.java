package cn.zhirong.document;

/**
 * Names a line by its words, so that a correction finds it again in the next import even when lines moved.
 *
 * @param digest the first 16 hexadecimal digits of SHA-256 over the words without white space
 * @param occurrence 0 for the first line with these words, 1 for the second, and so on
 */
public record BlockKey(String digest, int occurrence) {

    /** Written as {@code digest-occurrence}. */
    @Override
    public String toString() {
        return digest + "-" + occurrence;
    }

    /** Reads the written form; throws IllegalArgumentException for anything else. */
    public static BlockKey of(String written) {
        int dash = written.indexOf('-');
        if (dash != 16 || !written.substring(dash + 1).matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("not a block key: " + written);
        }
        return new BlockKey(written.substring(0, dash), Integer.parseInt(written.substring(dash + 1)));
    }
}
