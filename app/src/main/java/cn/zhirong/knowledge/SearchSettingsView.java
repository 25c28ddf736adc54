package cn.zhirong.knowledge;

import cn.zhirong.policy.PageTab;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which other settings are tried.
 *
 * @param here address of this page
 * @param synonyms as typed or as adopted, one a line
 * @param meaning the chosen weight
 * @param weights those to choose from
 */
public record SearchSettingsView(
        String here,
        List<PageTab> tabs,
        List<Refusal.Field> problems,
        String synonyms,
        String meaning,
        List<Weight> weights) {

    /** A weight of meaning to choose. */
    public record Weight(String value, String text) {}

    private static final List<Weight> WEIGHTS = List.of(
            new Weight("0", "只按字词"),
            new Weight("50", "语义减半（50%）"),
            new Weight("75", "语义稍轻（75%）"),
            new Weight("100", "标准（100%）"),
            new Weight("150", "语义稍重（150%）"),
            new Weight("200", "语义加倍（200%）"));

    static SearchSettingsView of(String slug, String synonyms, String meaning, @Nullable Refusal refusal) {
        return new SearchSettingsView(
                "/" + slug + "/console/hits/settings",
                HitTabs.of(slug, HitTabs.Part.SETTINGS),
                FormErrors.of(refusal),
                synonyms,
                meaning,
                WEIGHTS);
    }

    static int weight(String chosen) {
        return WEIGHTS.stream()
                .filter(weight -> weight.value().equals(chosen))
                .findFirst()
                .map(weight -> Integer.parseInt(weight.value()))
                .orElseThrow(() -> Refusal.badField("meaning", "请选择语义的比重。"));
    }
}
