package cn.zhirong.bundle;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes what {@link YamlMap} reads: what would be taken for a number or a date is quoted. */
public final class YamlText {
    private YamlText() {}

    /** The mapping, one key a line; values are texts, flags, lists and mappings. */
    public static String write(Map<String, ?> mapping) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(10_000)
                .build();
        return new Dump(settings).dumpToString(mapping);
    }
}
