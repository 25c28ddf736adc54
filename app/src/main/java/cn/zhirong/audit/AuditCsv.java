package cn.zhirong.audit;

import cn.zhirong.access.AuditEntry;
import cn.zhirong.access.AuditWords;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit as a table for spreadsheets, read from the database a page at a time while it is sent. */
final class AuditCsv {
    /** More than that is asked for by day ranges. */
    static final int ROWS = 100_000;

    static final int PAGE = 1000;
    private static final String HEAD = "\ufeff序号,时间（北京时间）,人员,动作,动作代码,对象,说明,变更前,变更后,来源地址,所依据的决定,前一条的哈希,哈希\r\n";

    private AuditCsv() {}

    /** @param older gives the page of entries below a number, an empty one at the end */
    static InputStream of(LongFunction<List<AuditEntry>> older) {
        return new SequenceInputStream(new Parts(older, ROWS));
    }

    static InputStream of(LongFunction<List<AuditEntry>> older, int rows) {
        return new SequenceInputStream(new Parts(older, rows));
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream wants one
    private static final class Parts implements Enumeration<InputStream> {
        private final LongFunction<List<AuditEntry>> older;
        private final int limit;
        private long before = Long.MAX_VALUE;
        private int written;
        private boolean begun;
        private boolean ended;

        private Parts(LongFunction<List<AuditEntry>> older, int limit) {
            this.older = older;
            this.limit = limit;
        }

        @Override
        public boolean hasMoreElements() {
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            if (ended) {
                throw new NoSuchElementException();
            }
            StringBuilder text = new StringBuilder();
            if (!begun) {
                begun = true;
                text.append(HEAD);
            }
            List<AuditEntry> page = older.apply(before);
            for (AuditEntry entry : page) {
                if (written == limit) {
                    text.append("（已达到 ").append(limit).append(" 条的上限，更早的请按日期范围再导出）\r\n");
                    ended = true;
                    break;
                }
                text.append(line(entry));
                written++;
                before = entry.number();
            }
            ended |= page.isEmpty();
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(AuditEntry entry) {
        return Stream.of(
                                String.valueOf(entry.number()),
                                AuditView.time(entry.happenedAt()),
                                entry.actor(),
                                AuditWords.of(entry.action()),
                                entry.action(),
                                entry.object(),
                                entry.detail(),
                                Objects.requireNonNullElse(entry.stateBefore(), ""),
                                Objects.requireNonNullElse(entry.stateAfter(), ""),
                                entry.source(),
                                Objects.requireNonNullElse(entry.decision(), ""),
                                entry.previousHash(),
                                entry.hash())
                        .map(AuditCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A cell that a spreadsheet would compute is made a word by an apostrophe; then quoted where it must be. */
    static String cell(String value) {
        String plain = value.replace("\u0000", "");
        if (!plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0) {
            plain = "'" + plain;
        }
        if (plain.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            return plain;
        }
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
