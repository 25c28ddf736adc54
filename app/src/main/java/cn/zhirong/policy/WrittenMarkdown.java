package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import java.util.List;
import java.util.Set;

/** Provisions as Markdown again: each number where it stood, one paragraph a line. */
final class WrittenMarkdown {
    private static final Set<ProvisionKind> DIVISIONS = Set.of(
            ProvisionKind.PART,
            ProvisionKind.SUBPART,
            ProvisionKind.CHAPTER,
            ProvisionKind.SECTION,
            ProvisionKind.HEADING,
            ProvisionKind.ANNEX);

    private WrittenMarkdown() {}

    static String of(String title, List<Provision> provisions) {
        StringBuilder out = new StringBuilder("# " + escaped(title) + "\n");
        String waiting = "";
        for (Provision provision : provisions) {
            String label = provision.label();
            String head = label.isEmpty() ? provision.heading() : label + gap(label) + provision.heading();
            if (DIVISIONS.contains(provision.kind())) {
                paragraph(out, "## " + escaped(waiting + head));
                paragraph(out, escaped(provision.text()));
                waiting = "";
            } else if (provision.heading().isEmpty() && provision.text().isEmpty()) {
                // The words of an article with several paragraphs are in those.
                waiting = waiting + label + gap(label);
            } else if (provision.heading().isEmpty()) {
                paragraph(out, escaped(waiting + label + gap(label) + provision.text()));
                waiting = "";
            } else {
                paragraph(out, escaped(waiting + head));
                paragraph(out, escaped(provision.text()));
                waiting = "";
            }
        }
        return out.toString();
    }

    /** 第四条 is set off from its words, 一、 and (一) are not. */
    private static String gap(String label) {
        return label.startsWith("第") ? "　" : "";
    }

    private static void paragraph(StringBuilder out, String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> out.append('\n').append(line).append('\n'));
    }

    /** What Markdown would take for a sign of its own. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_<\\[\\]&|~])", "\\\\$1").replaceAll("(?m)^(\\s*)([#>+-])", "$1\\\\$2");
    }
}
