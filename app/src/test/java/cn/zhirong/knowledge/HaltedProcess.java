package cn.zhirong.knowledge;

import static cn.zhirong.knowledge.KnowledgeFixture.YUNHE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that applies one change after another, now and then rebuilds, and halts without a word in the midst of it. */
final class HaltedProcess {
    static final int HALTED = 77;
    private static final int REBUILD_EVERY = 7;

    private HaltedProcess() {}

    static Process start(Path folder, int millis) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltedProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(millis))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    static String output(Path folder) {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] args) {
        var indexes = new PolicyIndexes(Path.of(args[0]), new CharacterEmbedder());
        long position = indexes.position(YUNHE);
        for (boolean first = true; ; first = false) {
            position++;
            indexes.apply(YUNHE, List.of(change(position)));
            if (position % REBUILD_EVERY == 0) {
                indexes.rebuild(YUNHE, List.copyOf(textsAt(position).values()), position);
            }
            if (first) {
                haltIn(Integer.parseInt(args[1]));
            }
        }
    }

    private static void haltIn(int millis) {
        Thread.ofPlatform().daemon().start(() -> {
            LockSupport.parkNanos(millis * 1_000_000L);
            Runtime.getRuntime().halt(HALTED);
        });
    }

    /** What the index must hold at a position. */
    static List<String> passagesAt(long position) {
        var ids = new ArrayList<String>();
        textsAt(position).values().forEach(text -> Passages.of(text).forEach(passage -> ids.add(passage.id())));
        return ids;
    }

    private static TreeMap<Long, VersionText> textsAt(long position) {
        var texts = new TreeMap<Long, VersionText>();
        for (long at = 1; at <= position; at++) {
            switch (change(at)) {
                case IndexChange.Put put -> texts.put(put.version().versionId(), put.version());
                case IndexChange.Remove remove -> texts.remove(remove.versionId());
            }
        }
        return texts;
    }

    /** Every third change takes away what was put two changes before. */
    private static IndexChange change(long position) {
        if (position % 3 == 0) {
            return new IndexChange.Remove(position, YUNHE, text(position - 2).versionId());
        }
        return KnowledgeFixture.put(position, text(position));
    }

    private static VersionText text(long number) {
        return KnowledgeFixture.measure(YUNHE, number % 40, "云河市第%d号办法".formatted(number % 40), null, null)
                .article("第一条", "质押贷款第%d种贴息。".formatted(number % 40))
                .version();
    }
}
