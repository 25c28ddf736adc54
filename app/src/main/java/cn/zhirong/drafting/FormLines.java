package cn.zhirong.drafting;

import java.util.ArrayList;
import java.util.List;

/** Puts the pieces of a form beside and below each other. */
final class FormLines {
    private FormLines() {}

    /** Fields that follow each other stand in one line; what is seldom needed is folded away behind the rest. */
    static List<Part> of(List<Part> parts) {
        List<Part> shown = new ArrayList<>();
        List<Part> line = new ArrayList<>();
        List<Part> seldom = new ArrayList<>();
        for (Part part : parts) {
            boolean field = part.type().equals("text") || part.type().equals("select");
            boolean rare = part.path().endsWith(".rounding")
                    || (part.type().equals("clause") && part.label().length() > 2);
            if (rare) {
                seldom.add(part);
            } else if (field) {
                line.add(part);
            } else {
                end(line, shown);
                shown.add(part);
            }
        }
        end(line, shown);
        if (!seldom.isEmpty()) {
            shown.add(more(seldom));
        }
        return shown;
    }

    private static void end(List<Part> line, List<Part> shown) {
        if (!line.isEmpty()) {
            shown.add(Part.group("group", line.getFirst().path() + "-line", "", line, ""));
            line.clear();
        }
    }

    /** Open where something stands in it, or is wrong with it. */
    static Part more(List<Part> parts) {
        boolean open = parts.stream()
                .anyMatch(part -> !part.value().isEmpty() || !part.error().isEmpty());
        return new Part(
                "more",
                parts.getFirst().path() + "-more",
                "",
                "",
                open ? "open" : "",
                List.of(),
                parts,
                "",
                "",
                List.of());
    }
}
