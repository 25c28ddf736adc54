package cn.zhirong.bureau;

import cn.zhirong.tenant.Tenant;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code exports} of the data folder, one folder a bureau. Names are made of keys, never of what somebody sent. */
@Singleton
class ExportFolder {
    private final Path root;

    ExportFolder(@Property(name = "zhirong.data") String data) {
        root = Path.of(data).resolve("exports");
    }

    /** Where the file of an export lies once it is whole. */
    Path file(Tenant tenant, long exportId) {
        return of(tenant).resolve(exportId + ".zip");
    }

    /** A new empty folder to write into, which whoever asked for it deletes. */
    Path draft(Tenant tenant, long exportId) {
        Path folder = of(tenant).resolve(exportId + ".draft");
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    /** Everything of a bureau goes. */
    void remove(Tenant tenant) {
        delete(of(tenant));
    }

    /** Deletes a file, or a folder with all that is in it; nothing happens where there is none. */
    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try {
            List<Path> deepestFirst;
            try (Stream<Path> paths = Files.walk(path)) {
                deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private Path of(Tenant tenant) {
        return root.resolve(tenant.slug());
    }
}
