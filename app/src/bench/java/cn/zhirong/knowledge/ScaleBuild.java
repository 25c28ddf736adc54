package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Fills indexes with the texts of a corpus, over and over, a copy marked in its title so that no two passages are the same. */
final class ScaleBuild {
    private final List<CutVersion> corpus;
    private final Embedder vectors;

    ScaleBuild(List<CutVersion> corpus, Embedder vectors) {
        this.corpus = corpus;
        this.vectors = vectors;
    }

    static String slug(int tenant) {
        return "tenant-" + tenant;
    }

    /** What keeps it from filling machine or patience. */
    record Limits(long bytes, long minutes) {
        /** Why to stop, or empty to go on. */
        String reached(Path folder, long began) throws IOException {
            if (BenchFolder.bytes(folder) > bytes || Files.getFileStore(folder).getUsableSpace() < bytes / 10) {
                return "the disk's share of %,d MB is used up".formatted(bytes >> 20);
            }
            return System.nanoTime() - began > minutes * 60_000_000_000L ? minutes + " minutes are over" : "";
        }
    }

    /**
     * Fills tenants, and copies their folders until there are as many as wanted.
     *
     * @param distinct how many tenants are filled, the most
     * @return how many tenants there are: fewer than asked where a limit was reached
     */
    int fill(Path index, int tenants, int distinct, int passages, Limits limits)
            throws IOException, InterruptedException {
        int filled = fill(index, Math.min(tenants, distinct), passages, limits);
        for (int tenant = filled; filled > 0 && tenant < tenants; tenant++) {
            try (Stream<Path> entries = Files.walk(index.resolve(slug(tenant % filled)))) {
                for (Path entry : entries.toList()) {
                    Path from = index.resolve(slug(tenant % filled));
                    Files.copy(entry, index.resolve(slug(tenant)).resolve(from.relativize(entry)));
                }
            }
        }
        return filled == 0 ? 0 : tenants;
    }

    /** @return how many tenants were filled: fewer than asked where a limit was reached */
    private int fill(Path index, int tenants, int passages, Limits limits) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Files.createDirectories(index);
        var filled = new ArrayList<Future<Boolean>>();
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            int first = 0;
            for (int tenant = 0; tenant < tenants; tenant++) {
                String slug = slug(tenant);
                int from = first;
                filled.add(workers.submit(() -> {
                    String stop = limits.reached(index, began);
                    if (stop.isEmpty()) {
                        fill(index, slug, from, passages);
                    } else {
                        Report.say("stopped before %s: %s", slug, stop);
                    }
                    return stop.isEmpty();
                }));
                first = after(first, passages);
            }
        }
        int count = 0;
        try {
            while (count < filled.size() && filled.get(count).get()) {
                count++;
            }
        } catch (ExecutionException e) {
            throw new IOException("a tenant could not be filled", e);
        }
        return count;
    }

    private void fill(Path index, String slug, int first, int passages) throws IOException {
        Path folder = Files.createDirectories(index.resolve(slug));
        // Kept vectors are put into the index at once; made in the background they would be written twice.
        try (var cache = new VectorCache(folder.resolve("vectors.bin"), vectors.name(), vectors.dimensions())) {
            for (Iterator<CutVersion> versions = copies(slug, first, passages); versions.hasNext(); ) {
                for (Passage passage : versions.next().passages()) {
                    String words = EmbeddedText.of(passage);
                    cache.put(words, vectors.embed(words));
                }
            }
        }
        try (var indexes = PolicyIndexes.held(index, vectors, anyone -> SearchSettings.USUAL)) {
            Iterable<CutVersion> again = () -> copies(slug, first, passages);
            // Merges run inside: what is then measured has none cut off by the end of the build.
            indexes.rebuild(slug, again, 1, true);
        }
    }

    /** The version after so many passages. */
    private int after(int first, int passages) {
        int next = first;
        for (int left = passages; left > 0; next++) {
            left -= corpus.get(next % corpus.size()).passages().size();
        }
        return next;
    }

    /** So many passages, from a version on. */
    private Iterator<CutVersion> copies(String slug, int first, int passages) {
        return new Iterator<>() {
            private int next = first;
            private int left = passages;
            private long version;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public CutVersion next() {
                CutVersion original = corpus.get(next % corpus.size());
                int copy = next / corpus.size();
                next++;
                version++;
                CutVersion made = copy(original, slug, version, copy, left);
                left -= made.passages().size();
                return made;
            }
        };
    }

    private static CutVersion copy(CutVersion original, String slug, long version, int copy, int most) {
        String title = copy == 0 ? original.title() : original.title() + "（第" + copy + "编）";
        var passages = new ArrayList<Passage>();
        for (Passage each : original.passages()
                .subList(0, Math.min(most, original.passages().size()))) {
            passages.add(new Passage(
                    each.id() + "-" + version,
                    slug,
                    version,
                    version,
                    1,
                    title,
                    each.documentNumber(),
                    each.issuers(),
                    each.level(),
                    each.term(),
                    each.signedOn(),
                    each.publishedOn(),
                    each.path(),
                    each.anchor(),
                    each.trail(),
                    each.text(),
                    each.position()));
        }
        return new CutVersion(version, title, passages);
    }
}
