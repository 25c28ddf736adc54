package cn.zhirong.drafting;

import cn.zhirong.rule.FactDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a part of the form.
 *
 * @param list whose fields can be spoken of; null for none
 * @param outer the list of the record in which that list is looked into; null for none
 */
record Around(@Nullable FactDefinition list, @Nullable FactDefinition outer) {
    /** The firm itself. */
    static final Around FIRM = new Around(null, null);

    Around inside(@Nullable FactDefinition records) {
        return new Around(records, list);
    }

    /** The list of the record that a word can be the name of: an open word of a record inside the list of another; null for none. */
    @Nullable
    FactDefinition namedBy(String what, @Nullable FactDefinition definition) {
        boolean open = definition != null && definition.codes().isEmpty();
        return open && what.startsWith("field:") ? outer : null;
    }
}
