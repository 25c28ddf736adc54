package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Rounding;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.CapScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas that editors complete with know the same words as the readers. */
class SubsidySchemasTest {
    @Test
    void the_schema_of_programmes_knows_every_kind_and_rationing() throws IOException {
        Map<?, ?> programme = schema("programme");
        assertThat(at(programme, "properties", "kind", "enum")).isEqualTo(words(ProgrammeKind.values()));
        assertThat(at(programme, "properties", "rationing", "enum")).isEqualTo(words(RationingWay.values()));
    }

    @Test
    void the_schema_of_rules_knows_every_cap_payee_and_rounding() throws IOException {
        Map<?, ?> rule = schema("rule");
        assertThat(at(rule, "properties", "caps", "items", "properties", "per", "enum"))
                .isEqualTo(words(CapScope.values()));
        assertThat(at(rule, "$defs", "who", "enum")).isEqualTo(words(Beneficiary.values()));
        assertThat(at(rule, "$defs", "rounding", "enum")).isEqualTo(words(Rounding.values()));
    }

    @Test
    void every_clock_of_a_programme_is_in_the_schema() throws IOException {
        Map<?, ?> clocks = (Map<?, ?>) at(schema("programme"), "properties", "clocks", "properties");
        assertThat(clocks).hasSize(ProgrammeContent.Clocks.class.getRecordComponents().length);
    }

    private static Map<?, ?> schema(String name) throws IOException {
        try (InputStream in = SubsidySchemasTest.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        }
    }

    private static Object at(Map<?, ?> schema, String... path) {
        Object found = schema;
        for (String key : path) {
            found = ((Map<?, ?>) found).get(key);
            assertThat(found).as(key).isNotNull();
        }
        return found;
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
