package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A passage as bytes beside its index entry. Whoever changes the order here raises {@link ShelfIndex#FORMAT}. */
final class PassageCodec {
    private static final long NO_DAY = Long.MIN_VALUE;

    private PassageCodec() {}

    static byte[] encode(Passage passage) {
        var out = new ByteBuffersDataOutput();
        try {
            out.writeString(passage.id());
            out.writeString(passage.shelf());
            out.writeLong(passage.policyId());
            out.writeLong(passage.versionId());
            out.writeInt(passage.versionNumber());
            out.writeString(passage.title());
            out.writeString(passage.documentNumber());
            strings(out, passage.issuers());
            out.writeString(passage.level().name());
            Term term = passage.term();
            out.writeString(term.kind().name());
            for (LocalDate day : new @Nullable LocalDate[] {
                term.effectiveFrom(),
                term.expiresOn(),
                term.repealedOn(),
                term.supersededOn(),
                passage.signedOn(),
                passage.publishedOn()
            }) {
                out.writeLong(day == null ? NO_DAY : day.toEpochDay());
            }
            out.writeString(passage.path());
            out.writeString(passage.anchor());
            strings(out, passage.trail());
            out.writeString(passage.text());
            out.writeInt(passage.position());
            out.writeString(passage.searchText().equals(passage.text()) ? "" : passage.searchText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toArrayCopy();
    }

    static Passage decode(BytesRef bytes) {
        var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        try {
            String id = in.readString();
            String shelf = in.readString();
            long policyId = in.readLong();
            long versionId = in.readLong();
            int versionNumber = in.readInt();
            String title = in.readString();
            String documentNumber = in.readString();
            List<String> issuers = strings(in);
            Level level = Level.valueOf(in.readString());
            var term = new Term(DocumentKind.valueOf(in.readString()), day(in), day(in), day(in), day(in));
            LocalDate signedOn = day(in);
            LocalDate publishedOn = day(in);
            String path = in.readString();
            String anchor = in.readString();
            List<String> trail = strings(in);
            String text = in.readString();
            int position = in.readInt();
            String searchText = in.readString();
            return new Passage(
                    id,
                    shelf,
                    policyId,
                    versionId,
                    versionNumber,
                    title,
                    documentNumber,
                    issuers,
                    level,
                    term,
                    signedOn,
                    publishedOn,
                    path,
                    anchor,
                    trail,
                    text,
                    position,
                    searchText.isEmpty() ? text : searchText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void strings(DataOutput out, List<String> strings) throws IOException {
        out.writeVInt(strings.size());
        for (String string : strings) {
            out.writeString(string);
        }
    }

    private static List<String> strings(DataInput in) throws IOException {
        int size = in.readVInt();
        var strings = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            strings.add(in.readString());
        }
        return strings;
    }

    private static @Nullable LocalDate day(DataInput in) throws IOException {
        long day = in.readLong();
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }
}
