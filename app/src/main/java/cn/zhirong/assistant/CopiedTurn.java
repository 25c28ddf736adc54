package cn.zhirong.assistant;

import java.util.List;

/** A turn as plain text, to be pasted elsewhere: the mark that it was generated and its sources go with it. */
final class CopiedTurn {
    private CopiedTurn() {}

    static String text(
            String site,
            String host,
            String question,
            List<TurnView.Line> lines,
            List<TurnView.CitationView> citations,
            Provenance provenance) {
        StringBuilder text = new StringBuilder();
        text.append("问：").append(question).append("\n\n答：");
        for (TurnView.Line line : lines) {
            text.append(line.text());
            line.marks().forEach(mark -> text.append('[').append(mark.number()).append(']'));
            text.append('\n');
        }
        if (!citations.isEmpty()) {
            text.append("\n依据：\n");
        }
        for (TurnView.CitationView citation : citations) {
            text.append('[')
                    .append(citation.number())
                    .append("] 《")
                    .append(citation.title())
                    .append('》');
            if (!citation.documentNumber().isEmpty()) {
                text.append('（').append(citation.documentNumber()).append('）');
            }
            text.append(citation.path()).append("：“").append(citation.quote()).append("”\n");
            text.append("    ").append(host).append(citation.href()).append('\n');
        }
        return text.append("\n【自动生成】")
                .append(provenance.notice())
                .append("政策库截至")
                .append(TurnView.DAY.format(provenance.asOf()))
                .append("。来自 ")
                .append(site)
                .append("/ask")
                .toString();
    }
}
