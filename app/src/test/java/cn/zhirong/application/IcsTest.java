package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcsTest {
    @Test
    void whole_days_end_on_the_day_after_and_long_lines_are_folded_between_characters() {
        String words = "集中受理一次，申报上一年度已经支付的利息；逾期不再受理，请提前准备借款合同、质押合同和付息清单。".repeat(2);
        String calendar = Ics.write(
                "示例局",
                List.of(new Ics.Entry(
                        "a@zhirong",
                        LocalDate.of(2027, 3, 1),
                        LocalDate.of(2027, 3, 31),
                        "贴息; 受理, 一",
                        words + "\n第二行",
                        "https://example.cn/a")),
                Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(calendar)
                .contains(
                        "DTSTART;VALUE=DATE:20270301\r\n", "DTEND;VALUE=DATE:20270401\r\n", "DTSTAMP:20261122T080000Z")
                .contains("SUMMARY:贴息\\; 受理\\, 一\r\n")
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n");
        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        assertThat(calendar.replace("\r\n ", "")).contains("DESCRIPTION:" + words + "\\n第二行");
        assertThat(IcsReader.events(calendar))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("SUMMARY", "贴息; 受理, 一")
                        .containsEntry("DESCRIPTION", words + "\n第二行"));
    }
}
