package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.jspecify.annotations.Nullable;

/** What of a shelf is read: the shelf itself, or the shelf as it would be after changes. */
final class ShelfReaders {
    private static final Sort BY_POSITION = new Sort(
            LongField.newSortField(Fields.POSITION, false, SortedNumericSelector.Type.MIN), SortField.FIELD_DOC);

    private ShelfReaders() {}

    /** Valid as long as the lease is, and the overlay. */
    static List<IndexReader> of(Shelf.Lease lease, String slug, @Nullable DraftOverlay overlay) throws IOException {
        IndexReader reader = lease.searcher().getIndexReader();
        return overlay == null || !overlay.slug().equals(slug)
                ? List.of(reader)
                : List.of(overlay.over(reader), overlay.reader());
    }

    /** The passages that match, in reading order. */
    static List<Passage> passages(List<IndexReader> readers, Query query, int most) throws IOException {
        try (var all = new MultiReader(readers.toArray(IndexReader[]::new), false)) {
            var searcher = new IndexSearcher(all);
            var passages = new ArrayList<Passage>();
            for (ScoreDoc found : searcher.search(query, most, BY_POSITION).scoreDocs) {
                passages.add(ShelfIndex.stored(searcher, found.doc));
            }
            return passages;
        }
    }
}
