package cn.zhirong.knowledge;

import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What a Lucene document holds: one document a passage, and one more a version with the grams of its whole text, which tells
 * how much the document as a whole speaks of what is asked.
 */
final class Fields {
    static final String ID = "id";
    static final String VERSION = "version";
    static final String POLICY = "policy";
    static final String POSITION = "position";
    static final String KIND = "kind";
    static final String LEVEL = "level";
    static final String EFFECTIVE_FROM = "effectiveFrom";
    static final String EXPIRES_ON = "expiresOn";
    static final String REPEALED_ON = "repealedOn";
    static final String SUPERSEDED_ON = "supersededOn";
    static final String STORED = "stored";
    static final String VECTOR = "vector";
    /** {@code 1} on a passage whose vector is still to come. */
    static final String PENDING = "pending";

    static final String TEXT_1 = "text1";
    static final String TEXT_2 = "text2";
    static final String TEXT_3 = "text3";
    static final String TITLE_2 = "title2";
    static final String TRAIL_2 = "trail2";
    static final String WHOLE_2 = "whole2";

    /** What people type when they look for the head of a document rather than for a provision. */
    private static final String HEAD_WORDS = "文件编号 哪天印发 什么时候发布 印发时间 印发日期 哪个部门发布 哪些单位联合印发 什么时候开始施行 有效期到什么时候";

    private static final List<String> OF_PASSAGES = List.of(TEXT_1, TEXT_2, TEXT_3, TITLE_2, TRAIL_2);

    /**
     * For fields that a document has nothing in. It gets them all the same: lengths are found by counting as long as every
     * document has one, else each by a search.
     */
    private static final List<List<String>> NONE = List.of();

    private static final FieldType GRAMS = new FieldType();

    static {
        GRAMS.setTokenized(true);
        GRAMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        GRAMS.freeze();
    }

    private Fields() {}

    /** The document of a passage; without a vector it waits for one. */
    static Document passage(Passage passage, float @Nullable [] vector) {
        var document = new Document();
        document.add(new StringField(ID, passage.id(), Field.Store.NO));
        facts(document, passage, passage.position());
        // Beside the columns rather than among stored fields: those are unpacked sixteen kilobytes at a time.
        document.add(new BinaryDocValuesField(STORED, new BytesRef(PassageCodec.encode(passage))));

        String words = passage.path().isEmpty() ? passage.searchText() + "\n" + HEAD_WORDS : passage.searchText();
        List<List<String>> text = Grams.runs(words, Integer.MAX_VALUE);
        grams(document, TEXT_1, text, 1);
        grams(document, TEXT_2, text, 2);
        grams(document, TEXT_3, text, 3);
        grams(document, TITLE_2, Grams.runs(title(passage), Integer.MAX_VALUE), 2);
        grams(
                document,
                TRAIL_2,
                Grams.runs(passage.path() + "\n" + String.join("\n", passage.trail()), Integer.MAX_VALUE),
                2);
        grams(document, WHOLE_2, NONE, 2);
        if (vector == null) {
            document.add(new StringField(PENDING, "1", Field.Store.NO));
        } else {
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    /** The document of a whole version: it has no id, and no place among passages. */
    static Document whole(CutVersion version) {
        var document = new Document();
        if (version.passages().isEmpty()) {
            document.add(new LongField(VERSION, version.versionId(), Field.Store.NO));
        } else {
            facts(document, version.passages().getFirst(), -1);
        }
        var text = new StringBuilder(version.title());
        version.passages().forEach(passage -> text.append('\n').append(passage.searchText()));
        grams(document, WHOLE_2, Grams.runs(text.toString(), Integer.MAX_VALUE), 2);
        for (String field : OF_PASSAGES) {
            grams(document, field, NONE, 2);
        }
        return document;
    }

    private static void facts(Document document, Passage passage, int position) {
        document.add(new LongField(VERSION, passage.versionId(), Field.Store.NO));
        document.add(new LongField(POLICY, passage.policyId(), Field.Store.NO));
        document.add(new LongField(POSITION, position, Field.Store.NO));
        Term term = passage.term();
        document.add(new LongField(KIND, term.kind().ordinal(), Field.Store.NO));
        document.add(new LongField(LEVEL, passage.level().ordinal(), Field.Store.NO));
        document.add(new LongField(EFFECTIVE_FROM, day(term.effectiveFrom(), Long.MIN_VALUE), Field.Store.NO));
        document.add(new LongField(EXPIRES_ON, day(term.expiresOn(), Long.MAX_VALUE), Field.Store.NO));
        document.add(new LongField(REPEALED_ON, day(term.repealedOn(), Long.MAX_VALUE), Field.Store.NO));
        document.add(new LongField(SUPERSEDED_ON, day(term.supersededOn(), Long.MAX_VALUE), Field.Store.NO));
    }

    private static String title(Passage passage) {
        return passage.title() + "\n" + passage.documentNumber() + "\n" + String.join("\n", passage.issuers());
    }

    private static void grams(Document document, String field, List<List<String>> runs, int size) {
        document.add(new Field(field, new GramStream(Grams.of(runs, size)), GRAMS));
    }

    private static long day(@Nullable LocalDate day, long otherwise) {
        return day == null ? otherwise : day.toEpochDay();
    }
}
