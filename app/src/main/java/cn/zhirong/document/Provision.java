package cn.zhirong.document;

/**
 * One numbered or unnumbered unit of a document, the thing that everything else cites.
 *
 * @param ordinal position in reading order, from 0
 * @param parent ordinal of the enclosing provision, or -1 at the top
 * @param kind its rank
 * @param label the number in normal form ({@code 第四条}, {@code (一)}, {@code 2.}), or empty for a paragraph
 * @param path what is cited: {@code 第四条第二款第三项}, {@code 二、(二)4.}, {@code 一、(一)第2段}; unique in the document. Half-width
 *     brackets, Chinese numerals for 条, 款 and 项
 * @param anchor its id in a page's address, lower-case letters, digits and hyphens; unique in the document
 * @param heading its own heading words without the number, or empty
 * @param text its own words without number and heading, or empty for a pure heading
 * @param source the {@link BlockKey} of the line where it begins, in its written form
 */
public record Provision(
        int ordinal,
        int parent,
        ProvisionKind kind,
        String label,
        String path,
        String anchor,
        String heading,
        String text,
        String source) {}
