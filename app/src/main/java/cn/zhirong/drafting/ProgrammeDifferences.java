package cn.zhirong.drafting;

import cn.zhirong.drafting.RuleDifferences.Difference;
import cn.zhirong.drafting.RuleDifferences.Way;
import cn.zhirong.subsidy.ProgrammeContent;
import cn.zhirong.subsidy.ProgrammeContent.Material;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What changed between two versions of what people read of a programme, in words. */
final class ProgrammeDifferences {
    private ProgrammeDifferences() {}

    private record Part(String section, String words) {}

    /** In the order of the newer one, what was removed at the end. */
    static List<Difference> between(Text before, Text after) {
        Map<String, Part> old = parts(before);
        Map<String, Part> now = parts(after);
        List<Difference> differences = new ArrayList<>();
        now.forEach((key, part) -> {
            Part was = old.get(key);
            if (was == null || was.words().isEmpty()) {
                if (!part.words().isEmpty()) {
                    differences.add(new Difference(part.section(), Way.ADDED, "", part.words()));
                }
            } else if (part.words().isEmpty()) {
                differences.add(new Difference(part.section(), Way.REMOVED, was.words(), ""));
            } else if (!was.words().equals(part.words())) {
                differences.add(new Difference(part.section(), Way.CHANGED, was.words(), part.words()));
            }
        });
        old.forEach((key, part) -> {
            if (!now.containsKey(key)) {
                differences.add(new Difference(part.section(), Way.REMOVED, part.words(), ""));
            }
        });
        order(before, after).ifPresent(differences::add);
        return differences;
    }

    /** Papers are asked for in their order. */
    private static Optional<Difference> order(Text before, Text after) {
        List<Material> were = inBoth(before, after);
        List<Material> are = inBoth(after, before);
        boolean same = were.stream()
                .map(Material::id)
                .toList()
                .equals(are.stream().map(Material::id).toList());
        return same
                ? Optional.empty()
                : Optional.of(new Difference("申报材料", Way.CHANGED, "先后：" + names(were), "先后：" + names(are)));
    }

    private static List<Material> inBoth(Text text, Text other) {
        return text.content().materials().stream()
                .filter(one -> other.content().materials().stream()
                        .anyMatch(its -> its.id().equals(one.id())))
                .toList();
    }

    private static String names(List<Material> materials) {
        return materials.stream().map(Material::name).collect(Collectors.joining("、"));
    }

    private static Map<String, Part> parts(Text text) {
        ProgrammeContent content = text.content();
        Map<String, Part> parts = new LinkedHashMap<>();
        put(parts, "项目名称", text.title());
        put(parts, "类别", text.kind().label());
        put(parts, "主要依据", text.policy());
        put(parts, "一两句话介绍", content.summary());
        put(parts, "惠及对象", content.audience());
        put(parts, "受理状态", content.announced() ? "只预告" : content.closed() ? "暂停受理" : "按受理时间受理");
        for (ProgrammeContent.Window window : content.windows()) {
            parts.put(
                    "window " + window.from(),
                    new Part(
                            "受理时间",
                            window.from() + " 至 " + window.until()
                                    + (window.note().isEmpty() ? "" : "（" + window.note() + "）")));
        }
        for (Material material : content.materials()) {
            parts.put("material " + material.id(), new Part("申报材料", words(material)));
        }
        put(parts, "办理时限", ProgrammeClocks.words(content.clocks()));
        put(
                parts,
                "预算不够时",
                content.rationing().label() + (content.places() == null ? "" : "，" + content.places() + " 个名额"));
        put(parts, "免申即享", content.automatic() ? "是" : "否");
        put(parts, "受理地点", content.contact().place());
        put(parts, "咨询电话", content.contact().phone());
        put(parts, "示例", content.illustrative() ? "是" : "否");
        put(parts, "使用前应当知道的事", content.note());
        return parts;
    }

    private static String words(Material material) {
        return material.name() + "（" + (material.required() ? "必需" : "按情况")
                + (material.provision().isEmpty() ? "" : "，" + material.provision()) + "）"
                + (material.note().isEmpty() ? "" : "：" + material.note());
    }

    private static void put(Map<String, Part> parts, String section, String words) {
        parts.put(section, new Part(section, words));
    }
}
