package cn.zhirong.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files to read, on disk or inside the jar of the application. Names are relative to it and use forward slashes,
 * so that a problem reads the same wherever the folder lies.
 */
public final class BundledFolder implements AutoCloseable {
    private static final long MAX_FILE_BYTES = 2_000_000;

    private final Path root;
    private final @Nullable FileSystem jar;

    private BundledFolder(Path root, @Nullable FileSystem jar) {
        this.root = root;
        this.jar = jar;
    }

    /** A folder on disk. */
    public static BundledFolder onDisk(Path root) {
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("not a folder: " + root);
        }
        return new BundledFolder(root, null);
    }

    /**
     * A top folder of the class path, such as {@code tenants}.
     *
     * @throws IllegalStateException when the application was built without it
     */
    public static BundledFolder onClassPath(String name) {
        return onClassPath(name, BundledFolder.class.getClassLoader());
    }

    static BundledFolder onClassPath(String name, ClassLoader loader) {
        URL url = loader.getResource(name);
        if (url == null) {
            throw new IllegalStateException("the class path has no folder " + name);
        }
        try {
            if (!url.getProtocol().equals("jar")) {
                return onDisk(Path.of(url.toURI()));
            }
            // Opened by path and not by its jar: address, so that two readers at once do not share, and close, one file
            // system.
            URI file = ((JarURLConnection) url.openConnection()).getJarFileURL().toURI();
            FileSystem jar = FileSystems.newFileSystem(Path.of(file));
            return new BundledFolder(jar.getPath(name), jar);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("cannot read " + url, e);
        }
    }

    /** The names of the folders directly in {@code folder} ("" for the top), sorted, hidden ones left out. */
    public List<String> foldersIn(String folder) {
        return names(folder, true);
    }

    /** The names of the files directly in {@code folder}, sorted, hidden ones left out. */
    public List<String> filesIn(String folder) {
        return names(folder, false);
    }

    private List<String> names(String folder, boolean folders) {
        try (Stream<Path> children = Files.list(root.resolve(folder))) {
            return children.filter(child -> Files.isDirectory(child) == folders)
                    // The file system of a jar prints folders with a closing slash.
                    .map(child -> child.getFileName().toString().replace("/", ""))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root.resolve(folder), e);
        }
    }

    /** The text of a file, without byte order mark, or empty with a problem noted when it is missing, too large or not UTF-8. */
    public Optional<String> text(String file, Problems problems) {
        Path path = root.resolve(file);
        if (!Files.isRegularFile(path)) {
            problems.error(file, 0, "缺少这个文件");
            return Optional.empty();
        }
        try {
            if (Files.size(path) > MAX_FILE_BYTES) {
                problems.error(file, 0, "文件超过2MB");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.error(file, 0, "文件不是UTF-8编码");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    @Override
    public void close() {
        if (jar != null) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
