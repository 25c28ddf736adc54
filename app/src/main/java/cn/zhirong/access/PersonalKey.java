package cn.zhirong.access;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of personal fields, outside of the database: {@code ZHIRONG_PERSONAL_KEY} (32 bytes in Base64), or the file {@code
 * keys/personal.key} in the data folder, made at the first use and readable by its owner alone. Without it what was sealed is
 * lost: it belongs into a backup, and not beside that of the database.
 */
@Singleton
class PersonalKey {
    private static final int BYTES = 32;

    private final SecretKey key;

    PersonalKey(
            @Property(name = "zhirong.data") String data,
            @Property(name = "zhirong.personal-key", defaultValue = "") String given) {
        String text = given.isBlank() ? kept(Path.of(data).resolve("keys")) : given;
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("个人信息密钥须是 32 字节的 Base64 文本。");
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException("个人信息密钥须为 32 字节，现在是 " + bytes.length + " 字节。");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    SecretKey key() {
        return key;
    }

    private static String kept(Path folder) {
        Path file = folder.resolve("personal.key");
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("个人信息密钥读不出来：" + file, e);
        }
    }

    /** Whole or not at all: written beside and moved. */
    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path beside = Files.createTempFile(
                folder,
                "personal",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, Base64.getEncoder().encodeToString(bytes));
        try {
            Files.move(beside, file);
        } catch (FileAlreadyExistsException another) {
            Files.delete(beside);
        }
    }
}
