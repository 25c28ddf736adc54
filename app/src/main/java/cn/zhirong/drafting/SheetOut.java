package cn.zhirong.drafting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes sheets of words: a cell is never a formula, whatever it begins with. */
final class SheetOut {
    private SheetOut() {}

    /**
     * A sheet.
     *
     * @param widths of its columns, in characters
     */
    record Sheet(String name, List<String> heading, List<Integer> widths, List<List<String>> rows) {}

    static byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Zhirong", "1.0")) {
            for (Sheet sheet : sheets) {
                Worksheet page = workbook.newWorksheet(sheet.name());
                row(page, 0, sheet.heading());
                for (int i = 0; i < sheet.heading().size(); i++) {
                    page.style(0, i).bold().set();
                    page.width(i, sheet.widths().get(i));
                }
                page.freezePane(0, 1);
                for (int i = 0; i < sheet.rows().size(); i++) {
                    row(page, i + 1, sheet.rows().get(i));
                }
                page.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet page, int at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                page.value(at, i, cells.get(i));
            }
        }
    }
}
