package cn.zhirong.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merge fields are filled, and nothing else in a text means anything. */
class MergeTextTest {
    private static final List<String> FIELDS = List.of("单位", "链接");
    private static final Map<String, String> VALUES = Map.of("单位", "云州市金融工作局", "链接", "https://example.invalid/x");

    @Test
    void fields_are_filled_with_and_without_spaces_inside() {
        assertThat(MergeText.fill("{{单位}}请您打开{{ 链接 }}。", VALUES)).isEqualTo("云州市金融工作局请您打开https://example.invalid/x。");
        assertThat(MergeText.problems("{{单位}}请您打开{{ 链接 }}。", FIELDS)).isEmpty();
    }

    @Test
    void an_unknown_field_is_named_with_those_there_are() {
        assertThat(MergeText.problems("{{姓名}}您好，{{单位}}", FIELDS))
                .singleElement()
                .asString()
                .contains("姓名", "单位、链接");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{单位",
                "{{单位}",
                "{{}}",
                "{{ }}",
                "{{单位.name}}",
                "{{单位()}}",
                "{{#单位}}",
                "{{{单位}}}x{{",
                "{{单位|safe}}",
                "{{7*7}}"
            })
    void what_is_no_field_between_double_braces_is_refused(String text) {
        assertThat(MergeText.problems(text, FIELDS)).isNotEmpty();
    }

    @Test
    void a_value_is_never_read_for_fields_again_and_brings_no_line_into_a_subject() {
        Map<String, String> hostile = Map.of("单位", "{{链接}}$1\\", "链接", "x\r\nBcc: all@example.invalid\u2028y");
        assertThat(MergeText.fill("{{单位}}", hostile)).isEqualTo("{{链接}}$1\\");
        assertThat(MergeText.fillLine("请看{{链接}}", hostile)).isEqualTo("请看x Bcc: all@example.invalid y");
    }

    @Test
    void a_field_without_a_value_stays_as_it_is_written() {
        assertThat(MergeText.fill("{{单位}}{{没有}}", VALUES)).isEqualTo("云州市金融工作局{{没有}}");
    }

    /** What template languages would run: here each comes out as the very characters that went in, or is refused at saving. */
    static List<String> payloads() {
        return List.of(
                "${7*7}",
                "#{7*7}",
                "<#assign x=\"freemarker.template.utility.Execute\"?new()>${x(\"id\")}",
                "<@include_page path='/etc/passwd'/>",
                "<#include \"/etc/passwd\">",
                "[#ftl][#assign x=1]",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.lang.ProcessBuilder\",\"id\").start()}",
                "${object.getClass().forName(\"java.lang.Runtime\")}",
                "${T(java.lang.Runtime).getRuntime().exec('id')}",
                "*{T(java.lang.Runtime).getRuntime()}",
                "__${new java.util.Scanner(T(java.lang.Runtime))}__::.x",
                "#set($x=1)${x.class.forName('java.lang.Runtime')}",
                "$class.inspect('java.lang.Runtime')",
                "{{7*7}}",
                "{{constructor.constructor('return process')()}}",
                "{{''.__class__.__mro__[1].__subclasses__()}}",
                "{{config.items()}}",
                "{{request.application.__globals__}}",
                "{{self.__init__.__globals__.__builtins__}}",
                "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
                "{%import os%}{{os.popen('id').read()}}",
                "{{#with \"s\" as |string|}}{{/with}}",
                "{{{{raw}}}}{{/raw}}",
                "{{> partial}}",
                "<%= 7 * 7 %>",
                "<%@ page import=\"java.io.*\" %>",
                "<?php system('id'); ?>",
                "${jndi:ldap://example.invalid/a}",
                "%{(#rt=@java.lang.Runtime@getRuntime())}",
                "!{7*7}#{global.process.mainModule.require('child_process')}",
                "<script>alert(1)</script>",
                "{{单位}}<img src=x onerror=alert(1)>");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void no_payload_is_run(String payload) {
        String filled = MergeText.fill("前" + payload + "后", VALUES);
        assertThat(filled).isEqualTo("前" + payload.replace("{{单位}}", "云州市金融工作局") + "后");
        boolean brackets = payload.contains("{{") && !payload.startsWith("{{单位}}");
        assertThat(MergeText.problems(payload, FIELDS).isEmpty()).isEqualTo(!brackets);
    }
}
