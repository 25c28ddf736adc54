package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.tenant.Feature;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the bureau is set up.
 *
 * @param here address of this page
 * @param editable whether this visitor may change it
 * @param fields what stands in the form, by field
 * @param features those to choose from
 * @param on those that are on
 * @param revision of what the person saw
 */
public record SettingsView(
        String here,
        List<BureauTabs.Tab> tabs,
        List<Refusal.Field> problems,
        boolean editable,
        Map<String, String> fields,
        List<Choice> features,
        List<String> on,
        int revision) {

    /** A feature to switch. */
    public record Choice(String value, String text, String hint) {}

    static SettingsView of(
            Tenant tenant,
            Visitor visitor,
            Map<String, String> fields,
            Set<Feature> on,
            int revision,
            @Nullable Refusal refusal) {
        return new SettingsView(
                "/" + tenant.slug() + "/console/settings",
                BureauTabs.of(tenant.slug(), visitor, BureauTabs.PROFILE),
                FormErrors.of(refusal),
                visitor.may(Action.TENANT_CONFIGURE),
                fields,
                Arrays.stream(Feature.values())
                        .map(it -> new Choice(it.name(), it.label(), it.hint()))
                        .toList(),
                on.stream().map(Feature::name).collect(Collectors.toList()),
                revision);
    }
}
