package cn.zhirong.people;

import java.util.List;
import java.util.Map;

/** The tabs of the pages about people and organisations. */
final class PeopleTabs {
    private PeopleTabs() {}

    static List<Map<String, Object>> of(String slug, String current) {
        return List.of(
                Map.of("text", "账号", "href", "/" + slug + "/console/people", "current", current.equals("people")),
                Map.of(
                        "text",
                        "合作机构",
                        "href",
                        "/" + slug + "/console/organisations",
                        "current",
                        current.equals("organisations")));
    }
}
