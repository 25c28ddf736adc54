package cn.zhirong.policy;

/**
 * Words of a document as a page shows them: never markup, always escaped by the template.
 *
 * @param text the words, as they stand
 * @param href where they lead, or empty
 * @param marked whether the reader was sent here for these words
 */
public record TextPiece(String text, String href, boolean marked) {}
