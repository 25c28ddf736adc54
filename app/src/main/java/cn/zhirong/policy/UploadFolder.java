package cn.zhirong.policy;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code tmp} of the data folder, where a file lies while it is read, and before that while it comes in: the server's
 * {@code multipart.location} is the same folder, so that it is there from the start. Names are made up, never taken from the
 * sender.
 */
@Context
public class UploadFolder {
    /** The largest file that is taken: 50 MB. */
    public static final long MOST_BYTES = 50L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
    private static final String PREFIX = "upload-";

    /** What the server calls the parts of a body that it keeps in files. */
    private static final String SERVERS_PREFIX = "FUp_";

    private final Path folder;

    UploadFolder(@Property(name = "zhirong.data") String data) {
        folder = Path.of(data).resolve("tmp");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    /** Removes what a killed server left; to be called before a server takes anything in. */
    public void clear() {
        try {
            leftovers().forEach(this::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** A new empty file, which whoever asked for it deletes. */
    Path create() {
        try {
            return Files.createTempFile(folder, PREFIX, ".part");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Where the bytes of such a file go. */
    OutputStream write(Path file) throws IOException {
        return Files.newOutputStream(file);
    }

    /** Deletes a file; when that fails it is tried again at the next start. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot delete {}", file, e);
        }
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(UploadFolder::isOfAnUpload).toList();
        }
    }

    private static boolean isOfAnUpload(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) || name.startsWith(SERVERS_PREFIX);
    }
}
