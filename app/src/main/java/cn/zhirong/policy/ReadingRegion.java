package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a document that is set in one manner: articles with hanging numbers, or a plan in running text. Each annex begins
 * one.
 *
 * @param plan whether it has no articles
 * @param blocks in reading order
 */
public record ReadingRegion(boolean plan, List<ReadingBlock> blocks) {
    public ReadingRegion {
        blocks = List.copyOf(blocks);
    }

    static List<ReadingRegion> of(List<Provision> provisions, RunningText running) {
        List<ReadingRegion> regions = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= provisions.size(); i++) {
            if (i == provisions.size() || provisions.get(i).kind() == ProvisionKind.ANNEX) {
                regions.add(region(provisions.subList(from, i), running));
                from = i;
            }
        }
        return regions;
    }

    private static ReadingRegion region(List<Provision> provisions, RunningText running) {
        boolean plan = provisions.stream().noneMatch(it -> it.kind() == ProvisionKind.ARTICLE);
        TableLayout tables = new TableLayout(running);
        List<ReadingBlock> blocks = new ArrayList<>();
        int i = 0;
        while (i < provisions.size()) {
            Provision provision = provisions.get(i);
            int to = i + 1;
            if (provision.kind() == ProvisionKind.TABLE_ROW) {
                while (to < provisions.size() && isSameTable(provision, provisions.get(to))) {
                    to++;
                }
                blocks.add(block(provision, List.of(), tables.of(provisions.subList(i, to))));
            } else {
                blocks.add(block(provision, running.paragraphs(provision.text()), null));
            }
            i = to;
        }
        return new ReadingRegion(plan, blocks);
    }

    private static boolean isSameTable(Provision first, Provision other) {
        return other.kind() == ProvisionKind.TABLE_ROW
                && other.parent() == first.parent()
                && other.source().equals(first.source());
    }

    private static ReadingBlock block(
            Provision it, List<List<TextPiece>> paragraphs, @org.jspecify.annotations.Nullable ReadingTable table) {
        return new ReadingBlock(it.kind(), it.label(), it.heading(), it.anchor(), it.path(), paragraphs, table);
    }
}
