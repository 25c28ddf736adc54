package cn.zhirong.drafting;

import java.util.List;

/**
 * A piece of the form of a rule as the page shows it; which fields count depends on its type.
 *
 * @param type {@code text}, {@code select}, {@code checks}, {@code clause}, {@code group} (parts in a row), {@code more} (folded away, open where {@code value} says so), {@code block} (parts
 *     below each other under a heading), {@code list} (of items, with a button that adds one) or {@code item}
 * @param path of the field, the list or the item
 * @param value what stands in it
 * @param options of a choice, in groups
 * @param parts below it
 * @param error what is wrong here; empty when nothing is
 * @param note the words of the rule for an item, of the provision for a clause
 * @param remarks what the checks say of an item
 */
public record Part(
        String type,
        String path,
        String label,
        String hint,
        String value,
        List<Options> options,
        List<Part> parts,
        String error,
        String note,
        List<String> remarks) {
    public Part {
        options = List.copyOf(options);
        parts = List.copyOf(parts);
        remarks = List.copyOf(remarks);
    }

    /** Choices under a heading, which is empty where there is only one group. */
    public record Options(String label, List<Choice> choices) {}

    /** A choice. */
    public record Choice(String value, String text, boolean chosen) {}

    /** Where the page scrolls to. */
    public String anchor() {
        return "at-" + path.replace('.', '-');
    }

    static Part text(String path, String label, String hint, String value, String error) {
        return new Part("text", path, label, hint, value, List.of(), List.of(), error, "", List.of());
    }

    static Part group(String type, String path, String label, List<Part> parts, String error) {
        return new Part(type, path, label, "", "", List.of(), parts, error, "", List.of());
    }

    Part noted(String words, List<String> said) {
        return new Part(type, path, label, hint, value, options, parts, error, words, said);
    }

    /** One whose change makes the form ask other things. */
    Part changing() {
        return new Part(type, path, label, "changing", value, options, parts, error, note, remarks);
    }

    /** One that says what it says by itself, so that nothing need be shown of it. */
    Part closed() {
        return new Part(type, path, label, hint, "", options, parts, error, note, remarks);
    }
}
