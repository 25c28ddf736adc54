package cn.zhirong.enterprise;

import cn.zhirong.kernel.CreditCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Invented firms and tables of them. */
final class EnterpriseFixture {
    private EnterpriseFixture() {}

    /** The code of the n-th firm: of a shape that no office gives. */
    static CreditCode code(int n) {
        String body = "91441200XXXX" + String.format("%05d", n);
        return Stream.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""))
                .flatMap(last -> CreditCode.typed(body + last).stream())
                .findFirst()
                .orElseThrow();
    }

    /** A workbook of these sheets; a BigDecimal or a Long is a number, everything else words. */
    static byte[] xlsx(Map<String, List<List<Object>>> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            sheets.forEach((name, rows) -> {
                Worksheet sheet = workbook.newWorksheet(name);
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        Object cell = rows.get(row).get(column);
                        if (cell instanceof Number number) {
                            sheet.value(row, column, number);
                        } else {
                            sheet.value(row, column, String.valueOf(cell));
                        }
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same workbook with a number shown in one of the formats that every spreadsheet has, such as 9 for 0%. */
    static byte[] formatted(byte[] xlsx, String cell, String format) {
        byte[] styled = rewritten(
                xlsx,
                "</cellXfs>",
                "<xf numFmtId=\"" + format + "\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>");
        return rewritten(styled, "r=\"" + cell + "\"", "r=\"" + cell + "\" s=\"1\"");
    }

    /** The same workbook with something else written in its parts, as another program could have written it. */
    static byte[] rewritten(byte[] xlsx, String words, String others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(xlsx))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write(part.replace(words, others).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
