package cn.zhirong.application;

import cn.zhirong.database.Json;
import cn.zhirong.rule.Facts;
import cn.zhirong.tenant.Tenant;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a firm changed after the bureau asked for something to be put right, whatever it was asked for. */
@Singleton
class Corrected {
    private static final String NOTHING = "（没有）";

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Materials materials;
    private final Sheets sheets;
    private final OwnForms forms;
    private final Json json;

    Corrected(
            ApplicationRepository repository,
            Applications applications,
            Materials materials,
            Sheets sheets,
            OwnForms forms,
            Json json) {
        this.repository = repository;
        this.applications = applications;
        this.materials = materials;
        this.sheets = sheets;
        this.forms = forms;
        this.json = json;
    }

    /**
     * What an application said.
     *
     * @param account as it was stored, sealed
     * @param files by the material they are of
     */
    @Serdeable
    record Said(String facts, String account, List<File> files) {}

    /** A file that was there. */
    @Serdeable
    record File(String material, long file, String name) {}

    /** Keeps what it says now; called when the bureau asks. */
    void keep(Tenant tenant, ApplicationRow row) {
        Said said = new Said(row.facts(), row.account(), files(tenant, row));
        repository.keep(tenant.id(), row.key(), json.write(said));
    }

    /** Everything that differs from what it said when the bureau last asked; accounts by their last four digits. */
    List<CaseViews.Changed> since(Tenant tenant, ApplicationRow row) {
        return repository
                .kept(tenant.id(), row.key())
                .map(kept -> since(tenant, row, json.read(kept, Said.class)))
                .orElse(List.of());
    }

    private List<CaseViews.Changed> since(Tenant tenant, ApplicationRow row, Said said) {
        ApplicationRow was = ApplicationEdit.of(row)
                .facts(said.facts())
                .account(said.account())
                .at(row.changedAt());
        List<CaseViews.Changed> changed = new ArrayList<>();
        compare(facts(tenant, was), facts(tenant, row), changed);
        Account before = applications.account(was);
        Account after = applications.account(row);
        if (!before.equals(after)) {
            // Two accounts may end alike.
            String note = before.masked().equals(after.masked()) ? "（账号已变，尾号相同）" : "";
            changed.add(
                    new CaseViews.Changed(Task.ACCOUNT.label(), shown(before.masked()), shown(after.masked()) + note));
        }
        Map<String, String> names = applications.programme(tenant, row).content().materials().stream()
                .collect(Collectors.toMap(one -> one.id(), one -> one.name()));
        List<File> now = files(tenant, row);
        Set<String> asked = new LinkedHashSet<>(names.keySet());
        for (String material : asked) {
            List<File> had = of(said.files(), material);
            List<File> has = of(now, material);
            if (!had.equals(has)) {
                changed.add(new CaseViews.Changed("材料：" + names.get(material), words(had), words(has)));
            }
        }
        return changed;
    }

    private Map<String, String> facts(Tenant tenant, ApplicationRow row) {
        Facts facts = sheets.facts(tenant, row);
        Map<String, String> shown = new LinkedHashMap<>();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            forms.rows(tenant, row, task, facts).forEach(each -> shown.put(each.get("key"), each.get("value")));
        }
        return shown;
    }

    private static void compare(
            Map<String, String> before, Map<String, String> after, List<CaseViews.Changed> changed) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            String was = before.getOrDefault(key, "");
            String is = after.getOrDefault(key, "");
            if (!was.equals(is)) {
                changed.add(new CaseViews.Changed(key, shown(was), shown(is)));
            }
        }
    }

    private List<File> files(Tenant tenant, ApplicationRow row) {
        return materials.of(tenant, row).stream()
                .map(held -> new File(held.material(), held.fileId(), held.name()))
                .toList();
    }

    private static List<File> of(List<File> files, String material) {
        return files.stream().filter(file -> file.material().equals(material)).toList();
    }

    private static String words(List<File> files) {
        return shown(files.stream().map(File::name).collect(Collectors.joining("、")));
    }

    private static String shown(String words) {
        return words.isEmpty() ? NOTHING : words;
    }
}
