package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import cn.zhirong.policy.Validity;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** What decides kind, level and validity of the passages of a leaf; to be asked in ascending order. */
record TermColumns(
        NumericDocValues kind,
        NumericDocValues level,
        NumericDocValues effectiveFrom,
        NumericDocValues expiresOn,
        NumericDocValues repealedOn,
        NumericDocValues supersededOn) {
    TermColumns(LeafReader reader) throws IOException {
        this(
                Matches.values(reader, Fields.KIND),
                Matches.values(reader, Fields.LEVEL),
                Matches.values(reader, Fields.EFFECTIVE_FROM),
                Matches.values(reader, Fields.EXPIRES_ON),
                Matches.values(reader, Fields.REPEALED_ON),
                Matches.values(reader, Fields.SUPERSEDED_ON));
    }

    /** A passage on a day. */
    record Facts(DocumentKind kind, Level level, Validity validity) {}

    Facts facts(int doc, LocalDate asOf) throws IOException {
        DocumentKind documentKind = DocumentKind.values()[(int) Matches.value(kind, doc)];
        return new Facts(
                documentKind, Level.values()[(int) Matches.value(level, doc)], validity(documentKind, doc, asOf));
    }

    /** Whether a passage holds or informs on a day. */
    boolean holds(int doc, LocalDate asOf) throws IOException {
        Validity validity = validity(DocumentKind.values()[(int) Matches.value(kind, doc)], doc, asOf);
        return validity == Validity.IN_FORCE || validity == Validity.INFORMATION;
    }

    private Validity validity(DocumentKind documentKind, int doc, LocalDate asOf) throws IOException {
        return new Term(
                        documentKind,
                        day(effectiveFrom, doc),
                        day(expiresOn, doc),
                        day(repealedOn, doc),
                        day(supersededOn, doc))
                .on(asOf);
    }

    private static @Nullable LocalDate day(NumericDocValues values, int doc) throws IOException {
        long day = Matches.value(values, doc);
        return day == Long.MIN_VALUE || day == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(day);
    }
}
