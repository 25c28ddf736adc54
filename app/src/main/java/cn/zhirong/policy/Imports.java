package cn.zhirong.policy;

import cn.zhirong.document.Block;
import cn.zhirong.document.Correction;
import cn.zhirong.document.DocumentParser;
import cn.zhirong.document.DocumentReader;
import cn.zhirong.document.DocumentText;
import cn.zhirong.document.SafeFileName;
import cn.zhirong.document.UnreadableDocument;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and parses files, outside of any transaction: that may take a minute. */
@Singleton
class Imports {
    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");

    private final DocumentReader reader;
    private final DocumentParser parser;

    Imports(DocumentReader reader, DocumentParser parser) {
        this.reader = reader;
        this.parser = parser;
    }

    Incoming read(Path file, String name, List<Correction> corrections) throws UnreadableDocument {
        DocumentText text = reader.read(file, name);
        try {
            return new Incoming(
                    SafeFileName.of(name),
                    file,
                    Files.size(file),
                    sha256(file),
                    text,
                    textDigest(text),
                    parser.parse(text, corrections));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(Path file) {
        MessageDigest digest = sha256();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String textDigest(DocumentText text) {
        MessageDigest digest = sha256();
        for (Block block : text.blocks()) {
            String words = switch (block) {
                case Block.Line line -> line.text();
                case Block.Table table -> table.caption() + table.unit() + table.header() + table.rows();
            };
            digest.update(WHITE.matcher(words).replaceAll("").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
