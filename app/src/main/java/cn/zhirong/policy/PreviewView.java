package cn.zhirong.policy;

import java.util.List;
import java.util.Map;

/**
 * A draft as readers will see it.
 *
 * @param console address of the list
 * @param back address of the page on which it is confirmed
 */
public record PreviewView(
        String console,
        String back,
        String title,
        String number,
        String kind,
        List<PageFact> facts,
        List<ContentsEntry> contents,
        List<ReadingRegion> regions) {

    static PreviewView of(String slug, Draft draft) {
        PolicyVersion version = draft.version();
        String console = "/" + slug + "/console/policies";
        return new PreviewView(
                console,
                console + "/" + version.id(),
                version.title().isEmpty() ? "（还没有标题）" : version.title(),
                version.documentNumber(),
                version.kind().label(),
                ReadingView.facts(version),
                Contents.of(draft.provisions()),
                ReadingRegion.of(draft.provisions(), new RunningText(DocumentLinks.to(Map.of()), "")));
    }
}
