package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.application.MaterialRepository.Held;
import cn.zhirong.document.SafeFileName;
import cn.zhirong.subsidy.ProgrammeContent.Material;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.List;

/** What is handed in with an application; a file that a firm sent once can be handed in again elsewhere. */
@Singleton
class Materials {
    static final int MOST_FILES = 20;

    /** What is kept of one firm in all, for whatever it applied. */
    static final int MOST_KEPT_FILES = 200;

    static final long MOST_KEPT_BYTES = 500L << 20;

    private final Applications applications;
    private final MaterialRepository repository;
    private final FileRepository files;
    private final FirmRepository firms;
    private final Audit audit;

    Materials(
            Applications applications,
            MaterialRepository repository,
            FileRepository files,
            FirmRepository firms,
            Audit audit) {
        this.applications = applications;
        this.repository = repository;
        this.files = files;
        this.firms = firms;
        this.audit = audit;
    }

    List<Held> of(Tenant tenant, ApplicationRow row) {
        return repository.of(tenant.id(), row.key());
    }

    /** What the firm sent before, for whatever. */
    List<FileRepository.Known> shelf(Tenant tenant, ApplicationRow row) {
        return files.ofFirm(tenant.id(), row.enterpriseId());
    }

    /** A file that was handed in with an application. */
    FileRow file(Tenant tenant, ApplicationRow row, long material) {
        return repository
                .find(tenant.id(), row.key(), material)
                .flatMap(held -> files.find(tenant.id(), held.fileId()))
                .orElseThrow(Refusal::notFound);
    }

    /** Hands in a new file. */
    @Whole
    void add(Tenant tenant, Person person, long application, String material, String name, byte[] content) {
        ApplicationRow row = open(tenant, person, application, material);
        MaterialFormat format = MaterialFormat.of(name, content);
        String sha256 = Reviews.sha256(content);
        // Held, so that the same file sent twice at once is kept once, and all are counted.
        firms.lock(tenant.id(), row.enterpriseId());
        long file = files.same(tenant.id(), row.enterpriseId(), sha256).orElseGet(() -> {
            mustHaveRoom(tenant, person, row, content.length);
            return files.save(new FileRow(
                            null,
                            tenant.id(),
                            row.enterpriseId(),
                            SafeFileName.of(name),
                            format.name(),
                            content.length,
                            sha256,
                            content,
                            person.username(),
                            applications.now()))
                    .key();
        });
        put(tenant, person, row, material, file);
    }

    /** Where it is full, what was never handed in and is asked for nowhere gives way first. */
    private void mustHaveRoom(Tenant tenant, Person person, ApplicationRow row, int bytes) {
        if (isFull(tenant, row, bytes)) {
            int gone = files.dropUnused(tenant.id(), row.enterpriseId());
            if (gone > 0) {
                audit.record(tenant, person.username(), "application.files-dropped", row.object(), gone + " files");
            }
        }
        if (isFull(tenant, row, bytes)) {
            throw Refusal.badField(
                    "file",
                    "本企业已存的文件到了上限（" + MOST_KEPT_FILES + " 个，共 " + (MOST_KEPT_BYTES >> 20)
                            + " MB）。请从以前上传的文件里选用，或者联系本局。");
        }
    }

    private boolean isFull(Tenant tenant, ApplicationRow row, int bytes) {
        FileRepository.Kept kept = files.kept(tenant.id(), row.enterpriseId());
        return kept.files() >= MOST_KEPT_FILES || kept.bytes() + bytes > MOST_KEPT_BYTES;
    }

    /** Hands in a file that the firm sent before. */
    @Whole
    void reuse(Tenant tenant, Person person, long application, String material, long file) {
        ApplicationRow row = open(tenant, person, application, material);
        if (shelf(tenant, row).stream().noneMatch(known -> known.id() == file)) {
            throw Refusal.notFound();
        }
        put(tenant, person, row, material, file);
    }

    /** Takes one out again; the file stays on the firm's shelf. */
    @Whole
    void remove(Tenant tenant, Person person, long application, long material) {
        applications.own(tenant, person, application);
        ApplicationRow row = applications.lock(tenant, application);
        if (of(tenant, row).stream().noneMatch(held -> held.id() == material)) {
            throw Refusal.notFound();
        }
        mustBeOpen(row);
        if (repository.remove(tenant.id(), row.key(), material) != 1) {
            throw Refusal.notFound();
        }
        audit.record(tenant, person.username(), "application.material-remove", row.object(), "material/" + material);
    }

    /** What is asked for and not there. */
    List<Material> missing(Tenant tenant, ApplicationRow row) {
        List<Held> held = of(tenant, row);
        return applications.programme(tenant, row).content().materials().stream()
                .filter(Material::required)
                .filter(material ->
                        held.stream().noneMatch(one -> one.material().equals(material.id())))
                .toList();
    }

    private ApplicationRow open(Tenant tenant, Person person, long application, String material) {
        applications.own(tenant, person, application);
        ApplicationRow row = applications.lock(tenant, application);
        mustBeOpen(row);
        boolean asked = applications.programme(tenant, row).content().materials().stream()
                .anyMatch(one -> one.id().equals(material));
        if (!asked) {
            throw Refusal.notFound();
        }
        if (of(tenant, row).size() >= MOST_FILES) {
            throw Refusal.badField("file", "一份申报最多 " + MOST_FILES + " 个文件。请先移出不需要的，或者合并后上传。");
        }
        return row;
    }

    private void put(Tenant tenant, Person person, ApplicationRow row, String material, long file) {
        boolean there =
                of(tenant, row).stream().anyMatch(held -> held.material().equals(material) && held.fileId() == file);
        if (!there) {
            repository.save(new MaterialRow(
                    null, tenant.id(), row.key(), material, file, person.username(), applications.now()));
            audit.record(tenant, person.username(), "application.material", row.object(), material + " file/" + file);
        }
    }

    static void mustBeOpen(ApplicationRow row) {
        if (!row.state().isOpenToFirm()) {
            throw Refusal.conflict("state", "这份申请现在是“" + row.state().label() + "”，内容不能再改。");
        }
    }
}
