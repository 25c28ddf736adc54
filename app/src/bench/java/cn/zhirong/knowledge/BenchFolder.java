package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Where a bench puts its indexes: a folder that was named is kept, another is removed at the end. */
public final class BenchFolder {
    private BenchFolder() {}

    /** The folder, made if need be. */
    public static Path of(@Nullable Path named) throws IOException {
        if (named == null) {
            return Files.createTempDirectory("zhirong-bench");
        }
        return Files.createDirectories(named).toAbsolutePath().normalize();
    }

    /** Removes it unless it was named. */
    public static void leave(Path folder, @Nullable Path named) throws IOException {
        if (named == null) {
            IOUtils.rm(folder);
        }
    }

    /** Bytes of all files under it. */
    static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
