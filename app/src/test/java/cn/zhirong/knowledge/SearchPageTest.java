package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.PolicyList;
import cn.zhirong.policy.Term;
import cn.zhirong.policy.Validity;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.web.Display;
import cn.zhirong.web.Shell;
import cn.zhirong.web.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Tenant BUREAU = new Tenant(1, TenantProfile.named("yunzhou", "云州市金融工作局"), false);

    @Test
    void passages_of_one_document_stand_together_with_path_marks_and_address() {
        SearchResult result = new SearchResult(
                List.of(hit("第三条", "a3", 0.2), hit("第四条", "a4", 0.1)),
                2,
                Map.of("kind", Map.of("MEASURE", 1L), "level", Map.of(), "validity", Map.of("IN_FORCE", 1L)),
                3);
        String page = render(new SearchViews(BUREAU, address("贴息 比例", Set.of()), 1, null).found(result));
        assertThat(page)
                .containsOnlyOnce("class=\"result-title\"")
                .contains("/yunzhou/policies/7/v2#a3", "/yunzhou/policies/7/v2#a4", "<mark>贴息</mark>", "第二章 标准")
                .contains("q=%E8%B4%B4%E6%81%AF+%E6%AF%94%E4%BE%8B&amp;kind=MEASURE", "相关的条款 2 条");
    }

    @Test
    void passages_without_a_common_word_are_shown_only_when_they_mean_the_same() {
        SearchViews views = new SearchViews(BUREAU, address("船舶", Set.of()), 1, null);
        SearchResult near = new SearchResult(List.of(hit("第三条", "a3", 0.60)), 0, Map.of(), 1);
        SearchResult far = new SearchResult(List.of(hit("第三条", "a3", 0.59)), 0, Map.of(), 1);
        assertThat(render(views.found(near))).contains("意思相近", "#a3");
        assertThat(render(views.found(far)))
                .contains("没有找到“船舶”的条款", "/yunzhou/ask?question=%E8%88%B9%E8%88%B6")
                .doesNotContain("#a3");
    }

    @Test
    void an_empty_library_says_so_and_a_filter_can_be_taken_off() {
        PolicyList none = new PolicyList(List.of(), 0, Map.of());
        assertThat(render(new SearchViews(BUREAU, address("", Set.of()), 1, null).listed(none)))
                .contains("本单位还没有发布文件");
        SearchAddress filtered = address("", Set.of(DocumentKind.NEWS));
        assertThat(render(new SearchViews(BUREAU, filtered, 1, "日期不对。").listed(none)))
                .contains("去掉筛选条件", "href=\"/yunzhou/policies\"", "日期不对。");
    }

    @Test
    void the_address_is_the_state_and_each_filter_leads_there_and_back() {
        SearchAddress plain = address("", Set.of());
        assertThat(plain.href()).isEqualTo("/yunzhou/policies");
        SearchAddress one = plain.toggled(DocumentKind.NEWS).toggled(Level.CITY);
        assertThat(one.href()).isEqualTo("/yunzhou/policies?kind=NEWS&level=CITY");
        assertThat(one.toggled(DocumentKind.NEWS).toggled(Level.CITY)).isEqualTo(plain);
        assertThat(one.pageHref()).isEqualTo("/yunzhou/policies?kind=NEWS&level=CITY&page=");
    }

    private static SearchAddress address(String query, Set<DocumentKind> kinds) {
        return new SearchAddress("/yunzhou/policies", query, TODAY, TODAY, kinds, Set.of(), Set.of());
    }

    private static PassageHit hit(String path, String anchor, double semantic) {
        Passage passage = new Passage(
                "id" + anchor,
                "yunzhou",
                7,
                70,
                2,
                "云州市贴息办法",
                "云金〔2026〕1号",
                List.of("云州市金融工作局"),
                Level.CITY,
                new Term(DocumentKind.MEASURE, TODAY, null, null, null),
                null,
                TODAY,
                path,
                anchor,
                List.of("第二章 标准"),
                "按照利息的一半贴息",
                3);
        List<PassageHit.Snippet> snippet =
                List.of(new PassageHit.Snippet("按照利息的一半", false), new PassageHit.Snippet("贴息", true));
        return new PassageHit(passage, 1, 1, semantic, Validity.IN_FORCE, snippet);
    }

    private static String render(SearchView view) {
        Shell shell = new Shell(
                BUREAU.profile(), "/x", List.of(), null, Display.DEFAULT, false, null, "/static/test", "2026年11月22日");
        return new Templates().render("knowledge/search", Map.of("shell", shell, "view", view));
    }
}
