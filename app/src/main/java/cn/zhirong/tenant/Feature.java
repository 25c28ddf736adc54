package cn.zhirong.tenant;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a bureau may switch off. Each is obeyed by the pages and calls below its part of the address. */
public enum Feature {
    /** Asking questions. */
    ASSISTANT("智能问答", "关闭后，提问页面说明暂不开放，接口不再接受问题。", "ask"),
    /** Search and reading without signing in. */
    OPEN_LIBRARY("政策库对公众开放", "关闭后，查政策和看全文须先登录。", "policies"),
    /** Enterprises that register themselves. */
    REGISTRATION("企业自行登记", "关闭后，企业账号只能由本局邀请。", "registration");

    private final String label;
    private final String hint;
    private final String part;

    Feature(String label, String hint, String part) {
        this.label = label;
        this.hint = hint;
        this.part = part;
    }

    /** Its name on the page. */
    public String label() {
        return label;
    }

    /** What switching it off does. */
    public String hint() {
        return hint;
    }

    /** The feature that governs addresses whose part after the bureau's is this. */
    public static Optional<Feature> of(String part) {
        return Arrays.stream(values())
                .filter(feature -> feature.part.equals(part))
                .findFirst();
    }

    static String written(Set<Feature> features) {
        return features.stream().sorted().map(Feature::name).collect(Collectors.joining(","));
    }

    /** Names that are none of ours any more are passed over. */
    static Set<Feature> read(String written) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        Set<String> names = Set.of(written.split(","));
        Arrays.stream(values()).filter(it -> names.contains(it.name())).forEach(features::add);
        return features;
    }
}
