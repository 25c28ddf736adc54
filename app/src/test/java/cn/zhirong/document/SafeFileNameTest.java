package cn.zhirong.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "海湾市（2024）1号.pdf,海湾市（2024）1号.pdf",
        "../../etc/passwd,passwd",
        "C:\\temp\\办法.docx,办法.docx",
        "..,未命名文件",
        "con,未命名文件",
        "CON.pdf,未命名文件.pdf",
        "😀办法😀.pdf,办法.pdf",
        "😀.pdf,未命名文件.pdf",
        "<b>办法</b>.pdf,b.pdf",
        ".htaccess,未命名文件.htaccess"
    })
    void makes_names_harmless(String given, String expected) {
        assertThat(SafeFileName.of(given)).isEqualTo(expected);
    }

    @Test
    void shows_the_real_ending_of_a_name_that_runs_backwards() {
        assertThat(SafeFileName.of("办法\u202Egpj.exe")).isEqualTo("办法gpj.exe");
    }

    @Test
    void drops_zero_bytes_and_line_breaks() {
        assertThat(SafeFileName.of("办\u0000法\n\r.pdf")).isEqualTo("办法.pdf");
    }

    @Test
    void shortens_at_one_hundred_and_keeps_the_ending() {
        assertThat(SafeFileName.of("长".repeat(96) + ".pdf"))
                .isEqualTo("长".repeat(96) + ".pdf")
                .hasSize(100);
        assertThat(SafeFileName.of("长".repeat(300) + ".pdf")).hasSize(100).endsWith("….pdf");
    }

    @Test
    void is_never_empty() {
        assertThat(SafeFileName.of("")).isEqualTo("未命名文件");
    }
}
