package cn.zhirong.document;

import static cn.zhirong.document.Readings.lines;
import static cn.zhirong.document.Readings.read;
import static cn.zhirong.document.Readings.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReaderTest {
    @TempDir
    Path folder;

    @Test
    void reads_a_saved_news_page_with_front_matter() throws Exception {
        var text = read(file("""

                ---
                title: '海湾市举办融资对接会'
                author: 海湾日报
                date: Fri, 01 Mar 2024 10:00:00 GMT
                ---

                <div>
                <p style="text-align:center"><img src="https://example.invalid/a.jpg" title="1.jpg" alt="会场"></p><p>会议发布了第一批名单。</p>

                              </div>
                """));
        assertThat(lines(text)).containsExactly("会议发布了第一批名单。");
        assertThat(text.hints())
                .containsEntry("title", "海湾市举办融资对接会")
                .containsEntry("author", "海湾日报")
                .containsEntry("source", "海湾日报")
                .containsEntry("date", "Fri, 01 Mar 2024 10:00:00 GMT");
    }

    @Test
    void keeps_numbers_as_they_were_typed() throws Exception {
        var text = read(file("# 贴息办法\n\n1. 利息\n3. 担保费\n- 其他\n\n    四、缩进的一行\n第五条 紧接的一行\n"));
        assertThat(lines(text)).containsExactly("贴息办法", "1. 利息", "3. 担保费", "其他", "四、缩进的一行", "第五条 紧接的一行");
        assertThat(text.blocks().getFirst()).isEqualTo(new Block.Line("贴息办法", 0, Block.Look.HEADING));
    }

    @Test
    void reads_tables() throws Exception {
        var table = table(read(file("补贴标准（单位：万元）表\n\n| 类别 | 上限 |\n|---|---|\n| 专利 | 50 |\n")));
        assertThat(table.header()).containsExactly("类别", "上限");
        assertThat(table.rows()).containsExactly(List.of("专利", "50"));
        assertThat(table.unit()).isEqualTo("万元");
    }

    @Test
    void reads_the_text_below_front_matter_that_is_not_yaml() throws Exception {
        var text = read(file("---\ntitle: [\n---\n\n第一条 总则。\n"));
        assertThat(lines(text)).containsExactly("第一条 总则。");
        assertThat(text.hints()).isEmpty();
    }

    private Path file(String markdown) throws IOException {
        return Files.writeString(folder.resolve("文.md"), markdown);
    }
}
