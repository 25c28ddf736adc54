package cn.zhirong.bureau;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.CalendarCsv;
import cn.zhirong.tenant.CalendarDay;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Feature;
import cn.zhirong.tenant.LetterKind;
import cn.zhirong.tenant.LetterKinds;
import cn.zhirong.tenant.LetterText;
import cn.zhirong.tenant.LetterTexts;
import cn.zhirong.tenant.MergeText;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a director changes about the bureau; each change is audited with what it was before, in its own transaction. */
@Singleton
public class SetUp {
    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_BODY = 5_000;

    private final Tenants tenants;
    private final Calendars calendars;
    private final LetterTexts letters;
    private final List<LetterKind> kinds;
    private final Audit audit;
    private final Json json;

    SetUp(Tenants tenants, Calendars calendars, LetterTexts letters, List<LetterKinds> kinds, Audit audit, Json json) {
        this.tenants = tenants;
        this.calendars = calendars;
        this.letters = letters;
        this.kinds = kinds.stream().flatMap(it -> it.kinds().stream()).toList();
        this.audit = audit;
        this.json = json;
    }

    /** Puts another profile and other switches in the place of what {@code seen} has; a 409 when somebody else was faster. */
    @Transactional
    public Tenant change(Tenant seen, String actor, TenantProfile profile, Set<Feature> switchedOff) {
        Tenant changed = tenants.update(seen, profile, switchedOff).orElseThrow(SetUp::meanwhile);
        List<String> differences = differences(seen, changed);
        if (!differences.isEmpty()) {
            audit.record(seen, actor, "tenant.configure", seen.slug(), String.join("；", differences));
        }
        return changed;
    }

    /** Puts the days of a table in the place of all that were entered. */
    @Transactional
    public void changeCalendar(Tenant tenant, String actor, List<CalendarDay> seen, String table) {
        CalendarCsv.Read read = CalendarCsv.read(table);
        if (!read.problems().isEmpty()) {
            throw Refusal.badInput(
                    read.problems().getFirst(),
                    read.problems().stream()
                            .limit(20)
                            .map(problem -> new Refusal.Field("days", problem))
                            .toList());
        }
        if (!calendars.replace(tenant, seen, read.days())) {
            throw meanwhile();
        }
        List<CalendarDay> added = new ArrayList<>(read.days());
        added.removeAll(seen);
        List<CalendarDay> removed = new ArrayList<>(seen);
        removed.removeAll(read.days());
        audit.record(tenant, actor, "tenant.calendar", tenant.slug(), "增加：" + said(added) + "；取消：" + said(removed));
    }

    private static String said(List<CalendarDay> days) {
        return days.isEmpty()
                ? "无"
                : days.stream()
                        .map(day -> day.day() + (day.working() ? " 上班 " : " 放假 ") + day.remark())
                        .map(String::strip)
                        .collect(Collectors.joining("、"));
    }

    /** The kinds of letters there are, by name. */
    List<LetterKind> kinds() {
        return kinds.stream().sorted(Comparator.comparing(LetterKind::kind)).toList();
    }

    /** A kind there is; others are not found. */
    LetterKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Puts the bureau's words in the place of {@code seen}. */
    @Transactional
    public void changeLetter(
            Tenant tenant, String actor, LetterKind kind, @Nullable LetterText seen, @Nullable LetterText text) {
        if (text != null) {
            check(kind, text);
        }
        if (!letters.replace(tenant, actor, kind.kind(), seen, text)) {
            throw meanwhile();
        }
        audit.record(
                tenant,
                actor,
                "tenant.letter",
                kind.kind(),
                words(Optional.ofNullable(seen)) + " -> " + words(Optional.ofNullable(text)));
    }

    private static void check(LetterKind kind, LetterText text) {
        List<Refusal.Field> problems = new ArrayList<>();
        bounded(problems, "subject", "标题", text.subject(), LONGEST_SUBJECT);
        bounded(problems, "body", "正文", text.body(), LONGEST_BODY);
        MergeText.problems(text.subject(), kind.fields())
                .forEach(problem -> problems.add(new Refusal.Field("subject", "标题：" + problem)));
        MergeText.problems(text.body(), kind.fields())
                .forEach(problem -> problems.add(new Refusal.Field("body", "正文：" + problem)));
        // A letter whose link is left out leads nowhere.
        if (MergeText.fieldsIn(kind.body()).contains("链接")
                && !MergeText.fieldsIn(text.body()).contains("链接")) {
            problems.add(new Refusal.Field("body", "正文里应当有“{{链接}}”，否则收信人无法继续办理。"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.badInput(problems.getFirst().message(), problems);
        }
    }

    private static void bounded(List<Refusal.Field> problems, String field, String label, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            problems.add(new Refusal.Field(field, label + "须为 1 至 " + most + " 个字，现在有 " + text.length() + " 个字。"));
        }
        if (field.equals("subject") && text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            problems.add(new Refusal.Field(field, label + "应当写在一行里。"));
        }
    }

    private static String words(Optional<LetterText> text) {
        return text.map(it -> {
                    String words = it.subject() + "｜" + it.body();
                    return words.length() > 800 ? words.substring(0, 800) + "…" : words;
                })
                .orElse("标准文字");
    }

    /** Part by part: what it was and what it is. */
    private List<String> differences(Tenant before, Tenant after) {
        Map<String, String> old = new TreeMap<>(ProfileForm.fields(before.profile()));
        Map<String, String> now = ProfileForm.fields(after.profile());
        old.put(
                "switchedOff",
                json.write(before.standing().switchedOff().stream().sorted().toList()));
        now.put(
                "switchedOff",
                json.write(after.standing().switchedOff().stream().sorted().toList()));
        return old.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(now.get(entry.getKey())))
                .map(entry -> entry.getKey() + ": " + entry.getValue() + " -> " + now.get(entry.getKey()))
                .toList();
    }

    private static Refusal meanwhile() {
        return Refusal.conflict("changed-meanwhile", "这些设置刚被别人改过。请先看过现在的内容，再改一次。");
    }
}
