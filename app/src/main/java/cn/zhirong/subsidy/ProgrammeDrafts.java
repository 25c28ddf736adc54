package cn.zhirong.subsidy;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people read of programmes, as officers write it. One draft of a programme at a time; nobody who wrote in it puts it in force,
 * and the database refuses whoever changed it last.
 */
@Singleton
public class ProgrammeDrafts {
    private static final String CODE = "[a-z][a-z0-9-]{0,59}";

    private final ProgrammeVersionRepository versions;
    private final ProgrammeHistory history;
    private final ProgrammeRepository programmes;
    private final RuleVersionRepository rules;
    private final Json json;
    private final Audit audit;
    private final Clock clock;

    ProgrammeDrafts(
            ProgrammeVersionRepository versions,
            ProgrammeHistory history,
            ProgrammeRepository programmes,
            RuleVersionRepository rules,
            Json json,
            Audit audit,
            Clock clock) {
        this.versions = versions;
        this.history = history;
        this.programmes = programmes;
        this.rules = rules;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The drafts of the bureau. */
    public List<ProgrammeVersion> open(Tenant tenant) {
        return versions.open(tenant.id()).stream().map(history::version).toList();
    }

    /** @throws Refusal not found */
    public ProgrammeVersion get(Tenant tenant, long id) {
        return history.version(versions.find(tenant.id(), id).orElseThrow(Refusal::notFound));
    }

    /** The draft of a programme that is there: the one that is begun already, or a new one that says what is in force. */
    @Transactional
    public ProgrammeVersion edit(Tenant tenant, String actor, Programme programme) {
        Optional<ProgrammeVersionRow> begun = versions.openOf(tenant.id(), programme.code());
        return begun.isPresent()
                ? history.version(begun.get())
                : add(tenant, actor, programme.id(), programme.code(), Text.of(programme));
    }

    /**
     * A draft of a programme that is not there yet.
     *
     * @param code small letters, digits and hyphens; it cannot be changed afterwards
     * @throws Refusal it is no code, or taken
     */
    @Transactional
    public ProgrammeVersion begin(Tenant tenant, String actor, String code, Text text) {
        if (!code.matches(CODE)) {
            throw Refusal.badField("code", "项目编码由小写字母、数字和连字符组成，以字母开头，最长 60 个字，例如 green-loan-interest。");
        }
        if (programmes.findByCode(tenant.id(), code).isPresent()
                || versions.openOf(tenant.id(), code).isPresent()) {
            throw taken(code);
        }
        return add(tenant, actor, null, code, text);
    }

    private static Refusal taken(String code) {
        return Refusal.badField("code", "项目编码“" + code + "”已经用了，请换一个。");
    }

    private ProgrammeVersion add(Tenant tenant, String actor, @Nullable Long programmeId, String code, Text text) {
        Instant now = clock.instant();
        ProgrammeVersionRow row;
        try {
            row = versions.save(new ProgrammeVersionRow(
                    null,
                    tenant.id(),
                    programmeId,
                    code,
                    code,
                    text.title(),
                    text.kind(),
                    text.policy(),
                    json.write(text.content()),
                    0,
                    "",
                    actor,
                    now,
                    actor,
                    now,
                    null,
                    null));
        } catch (DataAccessException e) {
            // Somebody began one at the same moment.
            throw taken(code);
        }
        versions.addAuthor(tenant.id(), row.key(), actor);
        audit.record(tenant, actor, "programme.draft", "programme/" + code, programmeId == null ? "新建项目" : "修改项目");
        return history.version(row);
    }

    /**
     * Keeps what was written.
     *
     * @param revision of the draft that was shown
     * @return false when somebody else changed it meanwhile: nothing is kept then
     */
    @Transactional
    public boolean save(Tenant tenant, String actor, long id, int revision, Text text) {
        ProgrammeVersionRow row = open(tenant, id);
        int changed = versions.change(
                tenant.id(),
                id,
                revision,
                text.title(),
                text.kind(),
                text.policy(),
                json.write(text.content()),
                actor,
                clock.instant());
        if (changed == 0) {
            return false;
        }
        versions.addAuthor(tenant.id(), id, actor);
        audit.record(tenant, actor, "programme.write", "programme/" + row.code(), "草稿第" + (revision + 1) + "次修改");
        return true;
    }

    /** Whether somebody wrote in a draft: none of those puts it in force. */
    public boolean isAuthor(Tenant tenant, long id, String username) {
        return versions.authors(tenant.id(), id).contains(username);
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(Tenant tenant, String actor, long id) {
        ProgrammeVersionRow row = open(tenant, id);
        versions.removeAuthors(tenant.id(), id);
        versions.discard(tenant.id(), id);
        audit.record(tenant, actor, "programme.discard", "programme/" + row.code(), row.title());
    }

    /**
     * From now on this is what people read, and what applications are opened under.
     *
     * @param revision of the draft that was shown
     * @param note why
     * @throws Refusal forbidden for whoever changed it last; a conflict when it was changed meanwhile
     */
    @Transactional
    public Programme put(Tenant tenant, String actor, long id, int revision, String note) {
        ProgrammeVersionRow row = open(tenant, id);
        if (row.revision() != revision) {
            throw Refusal.conflict("stale", "这份草稿在您打开之后又改过，请重新核对。");
        }
        if (isAuthor(tenant, id, actor)) {
            throw Refusal.forbidden("这份草稿您参与写过，要由另一人生效。");
        }
        Instant now = clock.instant();
        long programme = row.programmeId() == null ? added(tenant, row, now) : changed(tenant, row, now);
        versions.putInForce(tenant.id(), id, revision, programme, note, actor, now);
        audit.record(tenant, actor, "programme.put", "programme/" + row.code(), "编写" + row.changedBy() + "：" + note);
        return history.of(row, programme);
    }

    private long added(Tenant tenant, ProgrammeVersionRow row, Instant now) {
        return programmes
                .save(new ProgrammeRow(
                        null,
                        tenant.id(),
                        row.code(),
                        row.title(),
                        row.kind(),
                        row.policy(),
                        row.content(),
                        0,
                        row.changedBy(),
                        now))
                .key();
    }

    private long changed(Tenant tenant, ProgrammeVersionRow row, Instant now) {
        long id = Objects.requireNonNull(row.programmeId());
        ProgrammeContent content = json.read(row.content(), ProgrammeContent.class);
        if (content.announced()
                && rules.ofProgramme(tenant.id(), id).stream().anyMatch(rule -> rule.state() == RuleState.PUBLISHED)) {
            throw Refusal.unprocessable("has-rules", "这个项目已有发布的规则，受理状态不能再是“只预告”。要停止受理，请选“暂停受理”。");
        }
        ProgrammeRow there = programmes.find(tenant.id(), id).orElseThrow(Refusal::notFound);
        int changed = programmes.change(
                tenant.id(),
                id,
                there.revision(),
                row.title(),
                row.kind(),
                row.policy(),
                row.content(),
                row.changedBy(),
                now);
        if (changed == 0) {
            throw Refusal.conflict("stale", "这个项目刚刚有了变化，请重新核对。");
        }
        return id;
    }

    /** @throws Refusal not found, or in force */
    private ProgrammeVersionRow open(Tenant tenant, long id) {
        ProgrammeVersionRow row = versions.locked(tenant.id(), id).orElseThrow(Refusal::notFound);
        if (row.putAt() != null) {
            throw Refusal.conflict("in-force", "这一版已经生效，不能再改。请由它新建一份草稿。");
        }
        return row;
    }
}
