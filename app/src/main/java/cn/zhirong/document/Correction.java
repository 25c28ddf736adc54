package cn.zhirong.document;

/**
 * What a person changed in the tree the parser found. Corrections are applied in their order, before the tree is built, and
 * name lines by their words: a second import of the same or of a slightly changed text keeps those whose line still exists.
 */
public sealed interface Correction {

    /** The line it speaks of. */
    BlockKey at();

    /** Cuts the line in two before the character at {@code offset} (0 &lt; offset &lt; length). */
    record Split(BlockKey at, int offset) implements Correction {}

    /** Joins the line to the one before it. */
    record Join(BlockKey at) implements Correction {}

    /**
     * Gives the line another rank and number than the parser saw; an empty label with {@link ProvisionKind#PARAGRAPH} takes
     * the number away.
     */
    record Renumber(BlockKey at, ProvisionKind kind, String label) implements Correction {}

    /** Leaves the line out. */
    record Drop(BlockKey at) implements Correction {}
}
