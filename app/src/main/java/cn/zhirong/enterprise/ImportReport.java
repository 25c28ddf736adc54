package cn.zhirong.enterprise;

import cn.zhirong.enterprise.ImportReading.Wrong;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a dry run found.
 *
 * @param rows without headings
 * @param wrongRows that would not be taken
 * @param facts and entries that would be added
 * @param unchanged rows that say what is known already
 * @param wrong the first {@value #TOLD}
 * @param wrongs how many there are in all
 */
@Serdeable
record ImportReport(
        int rows,
        int wrongRows,
        int newFirms,
        int knownFirms,
        int facts,
        int items,
        int unchanged,
        List<Wrong> wrong,
        int wrongs) {
    static final int TOLD = 200;

    ImportReport {
        wrong = List.copyOf(wrong);
    }

    /** Whether taking it in would change anything. */
    boolean changesAnything() {
        return newFirms + facts + items > 0;
    }
}
