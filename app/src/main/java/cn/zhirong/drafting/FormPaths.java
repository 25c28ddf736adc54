package cn.zhirong.drafting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small things about the paths of a form that several readers share. */
final class FormPaths {
    private FormPaths() {}

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The field that stands for a row that has just been added. */
    static String first(List<Slot> slots) {
        Slot slot = slots.getFirst();
        return slot.key();
    }

    /** The kind of an algorithm; empty for a plain fact. */
    static Optional<Grammar.Kind> kind(YamlTree.Branch branch) {
        if (branch.has("fact") || branch.has("field")) {
            return Optional.empty();
        }
        return Stream.of(Grammar.Kind.values())
                .filter(kind -> branch.has(kind.key()))
                .findFirst();
    }

    static Optional<Grammar.Kind> kind(String word) {
        return Stream.of(Grammar.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }
}
