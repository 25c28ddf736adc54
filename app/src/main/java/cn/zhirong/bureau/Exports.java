package cn.zhirong.bureau;

import cn.zhirong.access.Audit;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes exports in the background, one at a time a bureau; each can be fetched for a day by whoever may take everything out. */
@Singleton
class Exports {
    /** How long a file may be fetched. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** One that takes longer was broken off by the end of its process. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final ExportRepository repository;
    private final TenantExport export;
    private final ExportFolder folder;
    private final Tenants tenants;
    private final Audit audit;
    private final ExecutorService executor;
    private final Clock clock;

    Exports(
            ExportRepository repository,
            TenantExport export,
            ExportFolder folder,
            Tenants tenants,
            Audit audit,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            Clock clock) {
        this.repository = repository;
        this.export = export;
        this.folder = folder;
        this.tenants = tenants;
        this.audit = audit;
        this.executor = executor;
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** Begins one; its id is told at once. */
    long begin(Tenant tenant, String actor) {
        if (repository.newest(tenant.id()).stream().anyMatch(this::isRunning)) {
            throw Refusal.conflict("running", "有一份导出正在生成，请等它完成。");
        }
        ExportRow row = repository.save(
                new ExportRow(null, tenant.id(), actor, clock.instant(), ExportRow.State.RUNNING, 0, null));
        long id = Objects.requireNonNull(row.id());
        audit.record(tenant, actor, "tenant.export", "export/" + id, "");
        executor.execute(() -> make(tenant, id));
        return id;
    }

    /** The newest first. */
    List<ExportRow> all(Tenant tenant) {
        return repository.newest(tenant.id());
    }

    /** The file of one that may be fetched now; otherwise it is not found, whoever's it is. */
    Path file(Tenant tenant, long id) {
        ExportRow row = repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
        Path file = folder.file(tenant, id);
        if (row.state() != ExportRow.State.READY || isOver(row, clock.instant()) || !Files.exists(file)) {
            throw Refusal.notFound();
        }
        return file;
    }

    /** Notes that somebody fetched it. */
    void fetched(Tenant tenant, String actor, long id) {
        audit.record(tenant, actor, "tenant.export-fetch", "export/" + id, "");
    }

    /** Deletes the files that nobody may fetch any more. */
    void expire(Instant now) {
        for (Tenant tenant : tenants.all()) {
            for (ExportRow row : repository.newest(tenant.id())) {
                if (row.state() == ExportRow.State.READY && isOver(row, now)) {
                    long id = Objects.requireNonNull(row.id());
                    ExportFolder.delete(folder.file(tenant, id));
                    repository.become(tenant.id(), id, ExportRow.State.EXPIRED, row.sizeBytes(), now);
                }
            }
        }
    }

    boolean isRunning(ExportRow row) {
        return row.state() == ExportRow.State.RUNNING
                && row.askedAt().plus(LONGEST).isAfter(clock.instant());
    }

    private static boolean isOver(ExportRow row, Instant now) {
        return row.expiresAt() == null || !row.expiresAt().isAfter(now);
    }

    private void make(Tenant tenant, long id) {
        Path draft = folder.draft(tenant, id);
        try {
            Path content = draft.resolve("content");
            export.write(tenant, content);
            Path zip = draft.resolve("whole.zip");
            zip(content, zip);
            Path file = folder.file(tenant, id);
            Files.move(zip, file, StandardCopyOption.ATOMIC_MOVE);
            repository.become(
                    tenant.id(),
                    id,
                    ExportRow.State.READY,
                    Files.size(file),
                    clock.instant().plus(KEPT));
        } catch (IOException | RuntimeException e) {
            LOG.warn("export {} of {} failed", id, tenant.slug(), e);
            repository.become(tenant.id(), id, ExportRow.State.FAILED, 0, clock.instant());
        } finally {
            ExportFolder.delete(draft);
        }
    }

    private static void zip(Path folder, Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, zip);
                zip.closeEntry();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
