package cn.zhirong.application;

import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeHistory;
import cn.zhirong.subsidy.ProgrammeVersion;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The programmes of a list of applications, each as it was when its application was opened: the database is asked once a programme. */
final class OpenedProgrammes {
    private final Tenant tenant;
    private final Programmes programmes;
    private final ProgrammeHistory history;
    private final Map<Long, List<ProgrammeVersion>> versions = new HashMap<>();
    private final Map<Long, Programme> now = new HashMap<>();

    OpenedProgrammes(Tenant tenant, Programmes programmes, ProgrammeHistory history) {
        this.tenant = tenant;
        this.programmes = programmes;
        this.history = history;
    }

    /** The same as {@link Applications#programme}. */
    Programme of(ApplicationRow row) {
        List<ProgrammeVersion> known = versions.computeIfAbsent(row.programmeId(), id -> history.of(tenant, id));
        if (known.isEmpty()) {
            return now.computeIfAbsent(row.programmeId(), id -> programmes.get(tenant, id));
        }
        return known.stream()
                .filter(version -> isPutBy(version, row.openedAt()))
                .findFirst()
                .map(version -> programme(row.programmeId(), version))
                // Older than what the history lists.
                .orElseGet(() -> programmes.at(tenant, row.programmeId(), row.openedAt()));
    }

    private static boolean isPutBy(ProgrammeVersion version, Instant at) {
        Instant put = version.putAt();
        return put != null && !put.isAfter(at);
    }

    private static Programme programme(long id, ProgrammeVersion version) {
        ProgrammeVersion.Text text = version.text();
        return new Programme(
                id, version.code(), text.title(), text.kind(), text.policy(), text.content(), version.revision());
    }
}
