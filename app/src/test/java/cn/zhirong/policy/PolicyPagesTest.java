package cn.zhirong.policy;

import static cn.zhirong.policy.PageFixture.TODAY;
import static cn.zhirong.policy.PageFixture.article;
import static cn.zhirong.policy.PageFixture.provision;
import static cn.zhirong.policy.PageFixture.render;
import static cn.zhirong.policy.PageFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.document.BlockKey;
import cn.zhirong.document.Correction;
import cn.zhirong.document.ImportNotice;
import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Each page with everything there can be, and with as little as there can be. */
class PolicyPagesTest {
    private static final List<Provision> TEXT = List.of(
            provision(0, ProvisionKind.CHAPTER, "第一章", "第一章", ""),
            article(1, "第一条", "依据云金〔2020〕9号，按照利息的<b>50%</b>贴息。"),
            row(2, "标准 项目：贴息；上限：50"),
            row(3, "标准 项目：评估费；上限：5"),
            provision(4, ProvisionKind.ANNEX, "附件", "附件", ""),
            provision(5, ProvisionKind.PARAGRAPH, "", "附件第1段", "申请表"));

    @Test
    void the_reading_page_has_anchors_links_tables_marks_and_never_markup_of_the_document() {
        PolicyDocument document = PageFixture.document(1, TEXT, false);
        String page = render("policy/reading", ReadingView.of("yunzhou", document, TODAY, TODAY, "按照利息的"));
        assertThat(page)
                .contains("id=\"p1\"", "href=\"#p1\"", "第一条的链接")
                .contains("<a href=\"/yunzhou/policies/9/v1\">云金〔2020〕9号</a>")
                .contains("<mark class=\"quoted\">按照利息的</mark>")
                .contains("&lt;b&gt;50%&lt;/b&gt;")
                .contains("<caption>标准</caption>", "<tr id=\"r2\">", "data-label=\"上限\"")
                .contains("provisions-plan")
                .contains("本版本已被取代", "/yunzhou/policies/7/v2")
                .contains("2024年1月8日", "已被取代", "1.2 MB", "下一版")
                .doesNotContain("<b>50%")
                .doesNotContain("href=\"https://example.gov.cn/<a>\"");
    }

    @Test
    void a_document_with_neither_text_nor_file_nor_other_versions_can_be_read() {
        PolicyDocument document = PageFixture.document(2, List.of(), true);
        String page = render("policy/reading", ReadingView.of("yunzhou", document, TODAY, TODAY, ""));
        assertThat(page).contains("这份文件还没有正文", "现行有效").doesNotContain("版本对比", "历次版本", "id=\"original\"");
    }

    @Test
    void the_comparison_tells_counts_words_and_the_way_into_the_text() {
        PolicyDocument before = PageFixture.document(1, List.of(article(0, "第一条", "贴息比例为40%，每年一次。")), false);
        PolicyDocument after = PageFixture.document(2, List.of(article(0, "第一条", "贴息比例为50%，每年一次。")), false);
        String page = render("policy/comparison", ComparisonView.of("yunzhou", before, after, null));
        assertThat(page)
                .contains("<del>40%</del><ins>50%</ins>")
                .contains("新增 0 处，删除 0 处，修改 1 处，仅改编号 0 处，无变化 0 处。")
                .contains("/yunzhou/policies/7/v2#p0");
        String added = render("policy/comparison", ComparisonView.of("yunzhou", before, after, "added"));
        assertThat(added).contains("没有这一类变化").doesNotContain("<del>40%");
        String same = render("policy/comparison", ComparisonView.of("yunzhou", after, after, "nonsense"));
        assertThat(same).contains("两边选的是同一个版本");
    }

    @Test
    void what_says_the_same_in_both_versions_is_folded_into_one_line() {
        List<Provision> old = List.of(
                article(0, "第一条", "为支持企业，制定本办法。"),
                article(1, "第二条", "贴息比例为40%。"),
                article(2, "第三条", "每年申请一次。"),
                article(3, "第四条", "由金融工作局解释。"));
        List<Provision> fresh = List.of(
                article(0, "第一条", "为支持企业，制定本办法。"),
                article(1, "第二条", "贴息比例为50%。"),
                article(2, "第三条", "材料应当真实，弄虚作假的退回资金。"),
                article(3, "第四条", "每年申请一次。"),
                article(4, "第五条", "由金融工作局解释。"));
        PolicyDocument before = PageFixture.document(1, old, false);
        PolicyDocument after = PageFixture.document(2, fresh, false);

        Document changed = Jsoup.parse(render("policy/comparison", ComparisonView.of("yunzhou", before, after, null)));
        assertThat(changed.select(".changes > .change > .details > summary").eachText())
                .containsExactly("第四条至第五条（2 处）只改了编号，原为第三条至第四条");
        assertThat(changed.select(".stack > .changes > .change > .change-head").eachText())
                .containsExactly("修改第二条", "新增第三条");
        Document all = Jsoup.parse(render("policy/comparison", ComparisonView.of("yunzhou", before, after, "all")));
        assertThat(all.select(".changes > .change > .details > summary").eachText())
                .containsExactly("第一条没有变化", "第四条至第五条（2 处）只改了编号，原为第三条至第四条");
        Document renumbered =
                Jsoup.parse(render("policy/comparison", ComparisonView.of("yunzhou", before, after, "renumbered")));
        assertThat(renumbered.select("details.details")).isEmpty();
        assertThat(renumbered.select(".change-head").eachText()).containsExactly("仅改编号第三条 → 第四条", "仅改编号第四条 → 第五条");
    }

    @Test
    void an_article_that_came_stands_with_its_items_under_one_head() {
        List<Provision> fresh = List.of(
                article(0, "第一条", "每年申请一次。"),
                article(1, "第二条", "符合下列条件的可以申请："),
                provision(2, ProvisionKind.ITEM, "（一）", "第二条第一项", "在本市登记；"),
                provision(3, ProvisionKind.ITEM, "（二）", "第二条第二项", "按期还款。"));
        PolicyDocument before = PageFixture.document(1, fresh.subList(0, 1), false);
        PolicyDocument after = PageFixture.document(2, fresh, false);

        Document page = Jsoup.parse(render("policy/comparison", ComparisonView.of("yunzhou", before, after, null)));

        assertThat(page.select(".change-head").eachText()).containsExactly("新增第二条至第二条第二项（3 处）");
        assertThat(page.select(".change-words a").eachAttr("href"))
                .containsExactly("/yunzhou/policies/7/v2#p1", "/yunzhou/policies/7/v2#p2", "/yunzhou/policies/7/v2#p3");
        assertThat(page.select(".change-words ins").eachText()).containsExactly("符合下列条件的可以申请：", "在本市登记；", "按期还款。");
    }

    @Test
    void the_console_list_shows_versions_or_what_to_do_first() {
        DeskView.Row row =
                new DeskView.Row("办法", "/yunzhou/console/policies/3", "", "办法", "第 1 版", Validity.IN_FORCE, "wang");
        List<PageTab> tabs = List.of(new PageTab("草稿", "?state=draft", true, 1));
        assertThat(render("console/policies", new DeskView("/yunzhou/console/policies", tabs, List.of(row))))
                .contains("/yunzhou/console/policies/3", "现行有效", "退出登录");
        assertThat(render("console/policies", new DeskView("/yunzhou/console/policies", tabs, List.of())))
                .contains("这里还没有文件");
    }

    @Test
    void the_upload_form_says_bounds_first_and_gives_back_what_was_typed() {
        UploadView empty = new UploadView("/c", "", "", "", List.of(), null);
        assertThat(render("console/upload", empty)).contains("50 MB", "PDF").doesNotContain("error-summary");
        UploadView wrong = new UploadView(
                "/c",
                "7",
                "办法",
                "云州日报",
                List.of(new Refusal.Field("file", "文件不能为空。")),
                new PageLink("打开已有的文件", "/c/3"));
        assertThat(render("console/upload", wrong))
                .contains("error-summary", "文件不能为空。", "value=\"云州日报\"", "《办法》的新版本", "href=\"/c/3\"");
    }

    @Test
    void a_draft_shows_facts_notices_lines_and_who_may_publish() {
        Person reviewer = new Person(1, 2, "li", "李复核", Role.REVIEWER, null);
        String held = render("console/draft", view(reviewer, draft(true), List.of(), null));
        assertThat(held).contains("必须处理", "为什么可以这样", "还有 1 条提示").doesNotContain("确认发布");
        String free = render("console/draft", view(reviewer, draft(false), List.of(), null));
        assertThat(free).contains("确认发布", "name=\"revision\" value=\"3\"", "撤销最近一次", "改编号");
        Person uploader = new Person(1, 3, "wang", "王复核", Role.REVIEWER, null);
        assertThat(render("console/draft", view(uploader, draft(false), List.of(), null)))
                .contains("上传人不能发布自己上传的文件")
                .doesNotContain("确认发布");
    }

    @Test
    void a_form_that_comes_back_keeps_what_was_typed_and_tells_what_is_stored() {
        Person officer = new Person(1, 2, "zhao", "赵经办", Role.OFFICER, null);
        FactsForm typed = FactsForm.typed(Map.of("title", List.of("另一个<标题>"), "signedOn", List.of("昨天")));
        List<Refusal.Field> problems = List.of(new Refusal.Field("signedOn", "成文日期应当写成 2026-03-01 这样。"));
        assertThat(render("console/draft", view(officer, draft(false), problems, typed)))
                .contains("另一个&lt;标题&gt;", "value=\"昨天\"", "id=\"signedOn-error\"", "已保存的内容：云州市专利贷款贴息办法");
    }

    @Test
    void a_preview_is_marked_as_one() {
        String page = render("console/preview", PreviewView.of("yunzhou", draft(false), TODAY));
        assertThat(page)
                .contains("这是预览", "id=\"p1\"", "现行有效", "云州市金融工作局、云州市财政局")
                .doesNotContain("示例文件", "阅读提示");
        String noted = render("console/preview", PreviewView.of("yunzhou", illustrative("办理前请先来电。"), TODAY));
        assertThat(noted).contains("示例文件", "办理前请先来电。");
        Draft empty = new Draft(
                PageFixture.version(1, State.DRAFT),
                PageFixture.version(1, State.DRAFT).facts(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        assertThat(render("console/preview", PreviewView.of("yunzhou", empty, TODAY)))
                .contains("这是预览");
    }

    private static Draft illustrative(String note) {
        Draft draft = draft(false);
        PolicyVersion version = PageFixture.illustrative(draft.version(), note);
        return new Draft(version, version.facts(), List.of(), draft.provisions(), List.of(), List.of(), null);
    }

    private static Draft draft(boolean held) {
        PolicyNotice hold = new PolicyNotice(ImportNotice.Severity.HOLD, "no-text", "第二页没有文字。", null, null, null);
        PolicyVersion version = PageFixture.version(2, State.DRAFT);
        return new Draft(
                version,
                version.facts(),
                List.of(),
                TEXT,
                held ? List.of(hold) : List.of(),
                List.of(new Correction.Drop(new BlockKey("0123456789abcdef", 0))),
                null);
    }

    private static DraftView view(
            Person person,
            Draft draft,
            List<Refusal.Field> problems,
            @org.jspecify.annotations.Nullable FactsForm typed) {
        return DraftView.of("yunzhou", person, draft, List.of(), problems, typed, Map.of());
    }
}
