package cn.zhirong.document;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An archive whose parts are read into memory one at a time and never unpacked to disk. Names that lead out of it, links,
 * archives within it and parts that swell beyond measure are refused when it is opened or read.
 */
final class GuardedZip implements Closeable {
    private static final int ENTRIES = 20_000;
    private static final long PART_BYTES = 64L << 20;
    private static final long ALL_BYTES = 128L << 20;
    /** No image, font or text of an honest document declares more than this. */
    private static final long DECLARED_BYTES = 512L << 20;

    private static final Set<String> FOREIGN =
            Set.of("zip", "rar", "7z", "gz", "jar", "exe", "dll", "bat", "cmd", "js", "vbs", "scr");

    private final ZipFile zip;
    private long read;

    GuardedZip(Path file) throws IOException, UnreadableDocument {
        zip = ZipFile.builder().setPath(file).get();
        try {
            check();
        } catch (UnreadableDocument e) {
            zip.close();
            throw e;
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** A part, whole; empty where the archive has none of this name. */
    InputStream open(String name) throws IOException, UnreadableDocument {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return InputStream.nullInputStream();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableDocument("encrypted", "文件设置了打开密码，无法读取。请去除密码后重新上传。");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new ZipException("unknown compression: " + entry.getMethod());
        }
        try (var in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(PART_BYTES, ALL_BYTES - read) + 1);
            read += bytes.length;
            if (bytes.length > PART_BYTES || read > ALL_BYTES) {
                throw unsafe("解压后的内容异常庞大（疑似压缩炸弹）");
            }
            return new ByteArrayInputStream(bytes);
        }
    }

    private void check() throws UnreadableDocument {
        var names = new HashSet<String>();
        long declared = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            declared += Math.max(0, entry.getSize());
            if (names.size() >= ENTRIES || declared > DECLARED_BYTES) {
                throw unsafe("解压后的内容异常庞大（疑似压缩炸弹）");
            }
            if (leadsOut(name) || entry.isUnixSymlink()) {
                throw unsafe("内含指向文件之外的路径或链接");
            }
            if (!names.add(name)) {
                throw unsafe("内含重名的部件");
            }
            if (FOREIGN.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
                throw unsafe("内含压缩包或程序");
            }
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains("\0")
                || name.contains(":")
                || name.equals("..")
                || name.startsWith("../")
                || name.endsWith("/..")
                || name.contains("/../");
    }

    private static UnreadableDocument unsafe(String why) {
        return new UnreadableDocument("unsafe-archive", "文件" + why + "，已拒绝。请用办公软件重新保存后上传。");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
