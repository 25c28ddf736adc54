package cn.zhirong.policy;

/**
 * A line of the contents beside a document.
 *
 * @param label its number, or empty
 * @param heading its heading, or its first words
 * @param anchor where it leads on the page
 * @param depth 1 to 3
 */
public record ContentsEntry(String label, String heading, String anchor, int depth) {}
