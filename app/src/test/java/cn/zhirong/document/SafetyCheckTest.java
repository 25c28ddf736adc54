package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyCheckTest {

    private static boolean isHeld(String line, String code) {
        return parse("云溪市通知\n" + line).notices().stream()
                .anyMatch(notice -> notice.severity() == ImportNotice.Severity.HOLD
                        && notice.code().equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★5年", "秘密", "秘密★", "内部资料，注意保存", "（此件不公开）"})
    void a_mark_of_secrecy_holds_the_paper(String line) {
        assertThat(isHeld(line, "classified")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"企业应当保守商业秘密。", "涉及国家秘密的，依照保密规定办理。", "（此件公开发布）"})
    void speaking_of_secrets_is_no_mark(String line) {
        assertThat(isHeld(line, "classified")).isFalse();
    }

    @Test
    void two_identity_cards_are_a_list_and_one_is_not() {
        String one = identityCard("11010119900307");
        String two = identityCard("11010119910408");

        assertThat(isHeld("甲 " + one, "personal-data")).isFalse();
        assertThat(isHeld("甲 " + one + "，乙 " + two, "personal-data")).isTrue();
        String wrong = two.substring(0, 17) + (two.endsWith("1") ? "2" : "1");
        assertThat(isHeld("甲 " + one + "，乙 " + wrong, "personal-data")).isFalse();
    }

    @Test
    void two_bank_cards_are_a_list() {
        assertThat(isHeld("6222020000000000001 与 6222020000000000002", "personal-data"))
                .isFalse();
        assertThat(isHeld("账号 6200000000000005，账号 6200000000000013", "personal-data"))
                .isTrue();
    }

    @Test
    void template_words_stay_as_they_are() {
        String odd = "补贴${7*7}万元，<#assign x=1>，{{y}}。";

        assertThat(parse("云溪市通知\n" + odd).provisions().getFirst().text()).isEqualTo(odd);
    }

    @Test
    void odd_text_is_never_refused_and_names_stay_unique() {
        String[] words = {
            "第一条",
            "第二章 ",
            "一、",
            "（一）",
            "1.",
            "附件1：",
            "附件",
            "通知",
            "2024年1月1日",
            "云溪市金融局",
            "《",
            "》",
            "。",
            "：",
            "目录",
            "\u0000",
            "1.1 总"
        };
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(3) == 0 ? "" : "\n");
            }
            ParsedDocument document = parse(text.toString());

            assertThat(document.provisions())
                    .extracting(Provision::path)
                    .as("seed " + seed)
                    .doesNotHaveDuplicates();
            assertThat(document.provisions())
                    .extracting(Provision::anchor)
                    .as("seed " + seed)
                    .doesNotHaveDuplicates()
                    .allMatch(anchor -> anchor.matches("[a-z0-9-]+"));
        }
    }

    /** A made-up number: its day, any sequence, and the check digit that fits. */
    private static String identityCard(String regionAndBirth) {
        String body = regionAndBirth + "123";
        for (char digit : "0123456789X".toCharArray()) {
            if (SafetyCheck.isIdCard(body + digit)) {
                return body + digit;
            }
        }
        throw new AssertionError("no check digit fits " + body);
    }
}
