package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** An index without some versions, as if they had been deleted from it; the index itself is not touched. */
final class HiddenVersions extends FilterDirectoryReader {
    private final Set<Long> versions;

    HiddenVersions(DirectoryReader in, Set<Long> versions) throws IOException {
        super(in, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader reader) {
                return new Leaf(reader, versions);
            }
        });
        this.versions = versions;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
        return new HiddenVersions(reader, versions);
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    private static final class Leaf extends FilterLeafReader {
        private final FixedBitSet live;

        Leaf(LeafReader in, Set<Long> versions) {
            super(in);
            live = new FixedBitSet(in.maxDoc());
            Bits before = in.getLiveDocs();
            try {
                NumericDocValues version = Matches.values(in, Fields.VERSION);
                for (int doc = 0; doc < in.maxDoc(); doc++) {
                    if ((before == null || before.get(doc)) && !versions.contains(Matches.value(version, doc))) {
                        live.set(doc);
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Bits getLiveDocs() {
            return live;
        }

        @Override
        public int numDocs() {
            return live.cardinality();
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return null;
        }
    }
}
