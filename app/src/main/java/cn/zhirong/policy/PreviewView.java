package cn.zhirong.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A draft as readers will see it.
 *
 * @param console address of the list
 * @param back address of the page on which it is confirmed
 * @param validity on the day it is looked at, were it published
 * @param illustrative whether it is marked 示例
 * @param note what a reader should know before relying on it, or empty
 */
public record PreviewView(
        String console,
        String back,
        String title,
        String number,
        String kind,
        Validity validity,
        boolean illustrative,
        String note,
        List<PageFact> facts,
        List<ContentsEntry> contents,
        List<ReadingRegion> regions) {

    static PreviewView of(String slug, Draft draft, LocalDate today) {
        PolicyVersion version = draft.version();
        String console = "/" + slug + "/console/policies";
        return new PreviewView(
                console,
                console + "/" + version.id(),
                version.title().isEmpty() ? "（还没有标题）" : version.title(),
                version.documentNumber(),
                version.kind().label(),
                version.term().on(today),
                version.illustrative(),
                version.note(),
                ReadingView.facts(version),
                Contents.of(draft.provisions()),
                ReadingRegion.of(draft.provisions(), new RunningText(DocumentLinks.to(Map.of()), "")));
    }
}
