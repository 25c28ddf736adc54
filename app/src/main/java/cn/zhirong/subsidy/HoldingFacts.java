package cn.zhirong.subsidy;

import cn.zhirong.enterprise.Holding;
import cn.zhirong.enterprise.Item;
import cn.zhirong.enterprise.ItemGroup;
import cn.zhirong.enterprise.ItemKind;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the register knows of a firm's honours and intellectual property. */
final class HoldingFacts {
    private static final Map<ItemKind, String> HONOURS = Map.of(
            ItemKind.HIGH_TECH, "high-tech",
            ItemKind.TECH_SME, "tech-sme",
            ItemKind.SPECIALISED, "specialised",
            ItemKind.LITTLE_GIANT, "little-giant",
            ItemKind.GAZELLE, "gazelle",
            ItemKind.IP_ADVANTAGE, "ip-advantage",
            ItemKind.IP_DEMONSTRATION, "ip-model",
            ItemKind.UNICORN, "unicorn",
            ItemKind.HIGH_TECH_SEED, "high-tech-seed",
            ItemKind.KNOWN_TRADEMARK, "known-trademark");
    private static final Map<ItemKind, String> PROPERTY = Map.of(
            ItemKind.INVENTION, "invention",
            ItemKind.UTILITY_MODEL, "utility",
            ItemKind.DESIGN, "design",
            ItemKind.TRADEMARK, "trademark",
            ItemKind.SOFTWARE, "copyright",
            ItemKind.COPYRIGHT, "copyright",
            ItemKind.GEOGRAPHICAL, "geographical",
            ItemKind.IC_LAYOUT, "layout",
            ItemKind.DATA, "data");

    private final Profile profile;
    private final LocalDate day;

    HoldingFacts(Profile profile, LocalDate day) {
        this.profile = profile;
        this.day = day;
    }

    /** Tells what is known of these facts. */
    void tell(Set<String> asked, CreditFacts.Sink sink) {
        if ((asked.contains("honours") || asked.contains("in-reserve"))
                && EnterpriseFacts.isTold(profile, ItemGroup.HONOUR)) {
            List<Item> honours = holding(ItemGroup.HONOUR);
            TreeSet<String> codes = new TreeSet<>();
            honours.forEach(
                    item -> Optional.ofNullable(HONOURS.get(item.kind())).ifPresent(codes::add));
            sink.put("honours", Value.ofCodes(codes), EnterpriseFacts.ofItems(honours, day));
            List<Item> reserve = honours.stream()
                    .filter(item -> item.kind() == ItemKind.LISTING_RESERVE)
                    .toList();
            sink.put("in-reserve", Value.of(!reserve.isEmpty()), EnterpriseFacts.ofItems(reserve, day));
        }
        if (asked.contains("ip-assets") && EnterpriseFacts.isTold(profile, ItemGroup.PROPERTY)) {
            List<FactRecord> property = new ArrayList<>();
            for (Item item : profile.items(ItemGroup.PROPERTY)) {
                String kind = PROPERTY.get(item.kind());
                if (kind != null) {
                    property.add(property(item, kind));
                }
            }
            sink.put(
                    "ip-assets",
                    Value.ofRecords(property),
                    EnterpriseFacts.ofItems(profile.items(ItemGroup.PROPERTY), day));
        }
    }

    private FactRecord property(Item item, String kind) {
        Map<String, Value> values = new HashMap<>();
        values.put("kind", Value.of(kind));
        Holding holding = item.holding(day);
        if (holding != Holding.UNKNOWN) {
            values.put("valid", Value.of(holding == Holding.YES));
        }
        LocalDate granted = item.beginsOn();
        if (granted != null) {
            values.put("granted-on", Value.of(granted));
        }
        return new FactRecord(EnterpriseFacts.name(item), values, EnterpriseFacts.provenance(item));
    }

    private List<Item> holding(ItemGroup group) {
        return profile.items(group).stream().filter(item -> item.holdsOn(day)).toList();
    }
}
