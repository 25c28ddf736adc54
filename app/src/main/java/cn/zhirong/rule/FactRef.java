package cn.zhirong.rule;

/**
 * A rule's word for a fact of the firm, or for a field of the record that is being looked at: the innermost list decides which.
 *
 * @param ofRecord whether it is a field
 */
public record FactRef(FactDefinition definition, boolean ofRecord) {
    /** A fact of the firm. */
    public static FactRef fact(FactDefinition definition) {
        return new FactRef(definition, false);
    }

    /** A field of the record looked at. */
    public static FactRef field(FactDefinition definition) {
        return new FactRef(definition, true);
    }

    String name() {
        return definition.name();
    }

    String label() {
        return definition.label();
    }

    FactType type() {
        return definition.type();
    }
}
