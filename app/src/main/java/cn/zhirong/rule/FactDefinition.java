package cn.zhirong.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that rules may ask about a firm, or about one record of a list.
 *
 * @param name how rules write it: small letters, digits and hyphens
 * @param label in Chinese, as a noun
 * @param question how a person is asked for it
 * @param unit what a count is counted in, such as 件; empty for others
 * @param codes the words a code may be, with their Chinese, in the order they are offered; empty for other types
 * @param fields of each record of a list, by name; empty for other types
 */
public record FactDefinition(
        String name,
        String label,
        FactType type,
        Changeable changeable,
        String question,
        String unit,
        Map<String, String> codes,
        Map<String, FactDefinition> fields) {
    public FactDefinition {
        if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException("no name of a fact: " + name);
        }
        boolean coded = type == FactType.CODE || type == FactType.CODES;
        if ((!coded && !codes.isEmpty()) || (type == FactType.RECORDS) == fields.isEmpty()) {
            throw new IllegalArgumentException(name + ": words are for codes, fields for lists");
        }
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The Chinese of a word; the word itself where it is not known (an open list, such as a bank's name). */
    public String codeLabel(String code) {
        return codes.getOrDefault(code, code);
    }

    /** Of its name alone: conditions are looked up by what they ask, and two definitions of one name do not meet. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FactDefinition definition
                        && name.equals(definition.name)
                        && label.equals(definition.label)
                        && type == definition.type
                        && changeable == definition.changeable
                        && question.equals(definition.question)
                        && unit.equals(definition.unit)
                        && codes.equals(definition.codes)
                        && fields.equals(definition.fields));
    }
}
