package cn.zhirong.policy;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The original files, kept in the database in pieces, so that none is ever held in memory whole. */
@Singleton
class StoredFiles {
    private static final int PIECE_BYTES = 1 << 20;

    private final FileRepository files;
    private final Clock clock;

    StoredFiles(FileRepository files, Clock clock) {
        this.files = files;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** Copies the bytes of a file that was read; the result is its key. */
    long add(Tenant tenant, Incoming incoming) {
        FileRow file = files.save(new FileRow(
                null,
                tenant.id(),
                incoming.name(),
                incoming.text().format(),
                incoming.sizeBytes(),
                incoming.sha256(),
                clock.instant()));
        long id = Objects.requireNonNull(file.id());
        try (InputStream in = Files.newInputStream(incoming.file())) {
            int ordinal = 0;
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                files.addPiece(tenant.id(), id, ordinal++, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** Takes a file away that no version needs any more; null for none. */
    void remove(Tenant tenant, @Nullable Long fileId) {
        if (fileId != null) {
            files.deletePieces(tenant.id(), fileId);
            files.delete(tenant.id(), fileId);
        }
    }
}
