package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/**
 * A directory that dies after so many steps, as a machine whose power fails: from then on it refuses everything, and {@link #bury}
 * leaves on the disk only what was synced, with torn or missing remains of the rest.
 */
final class MortalDirectory extends FilterDirectory {
    private final Path folder;
    private final Life life;
    private final Set<String> unsynced = new HashSet<>();
    private final Map<String, String> unsyncedNames = new HashMap<>();

    MortalDirectory(Path folder, Life life) throws IOException {
        super(FSDirectory.open(folder));
        this.folder = folder;
        this.life = life;
    }

    /** How many steps are left to all directories of a process. */
    static final class Life {
        private final int steps;
        private int left;

        Life(int steps) {
            this.steps = steps;
            left = steps;
        }

        synchronized void step() throws IOException {
            if (left <= 0) {
                throw new IOException("killed after " + steps + " steps");
            }
            left--;
        }

        synchronized void end() {
            left = 0;
        }

        synchronized boolean isOver() {
            return left <= 0;
        }
    }

    /** To be called once the process is dead: what was not synced may be whole, torn, or gone; a new name may be forgotten. */
    synchronized void bury(Random random) throws IOException {
        for (Map.Entry<String, String> renamed : unsyncedNames.entrySet()) {
            Path now = folder.resolve(renamed.getKey());
            if (random.nextBoolean() && Files.exists(now)) {
                Files.move(now, folder.resolve(renamed.getValue()));
            }
        }
        for (String name : unsynced) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                continue;
            }
            switch (random.nextInt(3)) {
                case 0 -> Files.delete(file);
                case 1 -> {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate((long) (random.nextDouble() * channel.size()));
                    }
                }
                default -> {}
            }
        }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        life.step();
        note(name);
        return mortal(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        life.step();
        IndexOutput output = super.createTempOutput(prefix, suffix, context);
        note(output.getName());
        return mortal(output);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        life.step(); // what is written to a file of a live process is read again: nothing need reach the disk for this
        synchronized (this) {
            unsynced.removeAll(names);
        }
    }

    @Override
    public void syncMetaData() throws IOException {
        life.step();
        synchronized (this) {
            unsyncedNames.clear();
        }
    }

    @Override
    public void rename(String source, String dest) throws IOException {
        life.step();
        super.rename(source, dest);
        synchronized (this) {
            unsyncedNames.put(dest, source);
        }
    }

    @Override
    public void deleteFile(String name) throws IOException {
        life.step();
        super.deleteFile(name);
        synchronized (this) {
            unsynced.remove(name);
        }
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        if (life.isOver()) {
            throw new IOException("nothing is read by the dead");
        }
        return super.openInput(name, context);
    }

    /** The lock of a process dies with it; here the process lives on. */
    @Override
    public Lock obtainLock(String name) {
        return new Lock() {
            @Override
            public void close() {}

            @Override
            public void ensureValid() {}
        };
    }

    private synchronized void note(String name) {
        unsynced.add(name);
    }

    private IndexOutput mortal(IndexOutput output) {
        return new FilterIndexOutput("mortal " + output.getName(), output.getName(), output) {
            @Override
            public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                life.step();
                super.writeBytes(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                super.close();
                life.step();
            }
        };
    }
}
