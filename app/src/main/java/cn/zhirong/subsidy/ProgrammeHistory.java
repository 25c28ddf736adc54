package cn.zhirong.subsidy;

import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What programmes said when: each version that was put in force, by whom and why. */
@Singleton
public class ProgrammeHistory {
    private final ProgrammeVersionRepository versions;
    private final Json json;

    ProgrammeHistory(ProgrammeVersionRepository versions, Json json) {
        this.versions = versions;
        this.json = json;
    }

    /** What was and is in force of a programme, the newest first. */
    public List<ProgrammeVersion> of(Tenant tenant, long programmeId) {
        return versions.put(tenant.id(), programmeId).stream()
                .map(this::version)
                .toList();
    }

    /**
     * A programme as it was in force at an instant: what an application that was opened then goes on under. Empty where
     * nothing of it was ever put in force.
     */
    public Optional<Programme> at(Tenant tenant, long programmeId, Instant instant) {
        return versions.inForce(tenant.id(), programmeId, instant)
                .or(() -> versions.put(tenant.id(), programmeId).stream().reduce((newer, older) -> older))
                .map(row -> of(row, programmeId));
    }

    /** Remembers what a programme began with, which somebody else than its writer put in force. */
    void first(ProgrammeRow row, String by) {
        versions.save(new ProgrammeVersionRow(
                null,
                row.tenantId(),
                row.key(),
                row.code(),
                null,
                row.title(),
                row.kind(),
                row.policy(),
                row.content(),
                row.revision(),
                "",
                row.changedBy(),
                row.changedAt(),
                row.changedBy(),
                row.changedAt(),
                by,
                row.changedAt()));
    }

    Programme of(ProgrammeVersionRow row, long programmeId) {
        return new Programme(
                programmeId, row.code(), row.title(), row.kind(), row.policy(), content(row), row.revision());
    }

    ProgrammeVersion version(ProgrammeVersionRow row) {
        return new ProgrammeVersion(
                row.key(),
                row.programmeId(),
                row.code(),
                new ProgrammeVersion.Text(row.title(), row.kind(), row.policy(), content(row)),
                row.revision(),
                row.note(),
                row.createdBy(),
                row.createdAt(),
                row.changedBy(),
                row.changedAt(),
                row.putBy(),
                row.putAt());
    }

    private ProgrammeContent content(ProgrammeVersionRow row) {
        return json.read(row.content(), ProgrammeContent.class);
    }
}
