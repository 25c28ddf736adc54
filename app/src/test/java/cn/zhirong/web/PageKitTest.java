package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.policy.Validity;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page kit, rendered by Freemarker alone: every gallery page with everything present and with everything optional absent. */
class PageKitTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @ParameterizedTest
    @ValueSource(strings = {"index", "reading", "search", "assistant"})
    void renders_each_gallery_page_full_and_bare(String name) {
        for (Shell shell : List.of(PageKitShell.full(), PageKitShell.bare())) {
            Document page = render("gallery/" + name + ".ftlh", Map.of("shell", shell));
            assertThat(page.select("main h1")).as("one h1 in %s", name).hasSize(1);
            assertThat(page.select("[style], style, [onclick], script:not([src])"))
                    .isEmpty();
            assertThat(page.select("main").text()).doesNotContain("null", "freemarker");
            assertIdsAreUnique(page);
            assertReferencesResolve(page);
        }
    }

    @Test
    void says_the_same_words_in_the_error_summary_and_at_the_field() {
        Document page = render("gallery/index.ftlh", Map.of("shell", PageKitShell.full()));
        assertThat(page.select(".error-summary a")).hasSize(4).allSatisfy(link -> {
            Element field = page.selectFirst(link.attr("href"));
            assertThat(field).isNotNull();
            assertThat(page.selectFirst(link.attr("href") + "-error").text()).isEqualTo("错误：" + link.text());
        });
        assertThat(page.title()).startsWith("有错误：");
    }

    @Test
    void knows_a_word_for_every_validity_and_it_is_the_word_of_the_policy_library() throws IOException {
        for (Validity validity : Validity.values()) {
            String html = renderText(
                    "<#import \"/kit/show.ftlh\" as show><@show.validity of=state />", Map.of("state", validity));
            assertThat(Jsoup.parse(html).text()).isEqualTo(validity.label());
        }
    }

    @Test
    void escapes_what_people_write() throws IOException {
        String html = renderText("""
                <#import "/kit/show.ftlh" as show><#import "/kit/forms.ftlh" as form>
                <@show.notification bad /><@show.tag bad /><@form.input name="a" label=bad value=bad hint=bad error=bad />\
                <@show.card title=bad href=bad kicker=bad meta=bad /><@form.button text=bad name="b" value=bad />""", Map.of("bad", "\"><script>alert(1)</script>"));
        assertThat(Jsoup.parse(html).select("script")).isEmpty();
        assertThat(Jsoup.parse(html).selectFirst("#a").attr("value")).isEqualTo("\"><script>alert(1)</script>");
    }

    @Test
    void shows_a_bureau_only_what_is_configured() {
        Document full = render("web/accessibility.ftlh", Map.of("shell", PageKitShell.full()));
        assertThat(full.select("footer").text()).contains("网站标识码 4400000000", "主办单位", "示例");
        assertThat(full.select(".demo-mark").text()).isEqualTo("演示数据");
        assertThat(full.select(".strip").text()).contains("不是政府网站").doesNotContain("官方服务");
        Document bare = render("web/accessibility.ftlh", Map.of("shell", PageKitShell.bare()));
        assertThat(bare.select("footer").text()).doesNotContain("网站标识码", "主办单位", "联系方式");
        assertThat(bare.select(".demo-mark, .person, .main > .notification")).isEmpty();
        Document official = render("web/accessibility.ftlh", Map.of("shell", PageKitShell.official()));
        assertThat(official.select(".strip").text()).contains("官方服务");
        assertThat(official.select(".footer-example")).isEmpty();
        assertThat(full.select(".footer-example")).isNotEmpty();
    }

    @Test
    void steps_the_text_size_inside_its_bounds() {
        assertThat(zoomButtons(100)).containsExactly("100", "100", "125");
        assertThat(zoomButtons(150)).containsExactly("125", "100", "175");
        assertThat(zoomButtons(200)).containsExactly("175", "100", "200");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 413, 500, 503})
    void says_kindly_what_went_wrong_and_how_to_go_on(int status) {
        Document page =
                render("web/error.ftlh", Map.of("shell", PageKitShell.bare(), "view", Map.of("status", status)));
        assertThat(page.selectFirst("main h1").text()).isNotBlank();
        assertThat(page.select("main .lead").text()).endsWith("。");
        assertThat(page.select("main li a")).hasSize(1);
        Document told = render(
                "web/error.ftlh",
                Map.of("shell", PageKitShell.full(), "view", new Problems.View(status, "这份文件已经撤下", "可以查看替代它的文件。")));
        assertThat(told.select("main").text()).contains("这份文件已经撤下", "可以查看替代它的文件。");
    }

    @Test
    void never_switches_escaping_off_nor_writes_style_or_script_into_a_page() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("../templates"))) {
            List<Path> files = templates.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                assertThat(file.toString()).endsWith(".ftlh");
                assertThat(Files.readString(file))
                        .doesNotContain(
                                "?no_esc", "<#noautoesc", "<#outputformat", " style=", "<style", "javascript:", "hx-on")
                        .doesNotContainPattern("\\son[a-z]+=");
            });
        }
    }

    @Test
    void links_every_style_sheet_and_script_that_exists_and_no_other() throws IOException {
        Document page = render("gallery/index.ftlh", Map.of("shell", PageKitShell.full()));
        TreeSet<String> linked = new TreeSet<>();
        page.select("head link[href^=/static], head script")
                .forEach(e ->
                        linked.add((e.hasAttr("src") ? e.attr("src") : e.attr("href")).replace("/static/test/", "")));
        assertThat(linked)
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(RESOURCES.resolve("static/" + file)).exists());
        assertThat(linked).contains("css/tokens.css", "css/print.css", "js/display.js");
        assertThat(page.select("head link[href=/shili/theme.css]")).hasSize(1);
    }

    private static List<String> zoomButtons(int zoom) {
        Document page =
                render("web/accessibility.ftlh", Map.of("shell", PageKitShell.zoomed(PageKitShell.bare(), zoom)));
        return page.select("main button[name=zoom]").eachAttr("value");
    }

    private static void assertIdsAreUnique(Document page) {
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    private static void assertReferencesResolve(Document page) {
        for (String attribute :
                List.of("for", "aria-describedby", "aria-labelledby", "data-copy-from", "data-speak", "data-cite")) {
            for (String value : page.select("[" + attribute + "]").eachAttr(attribute)) {
                assertThat(value.split(" "))
                        .allSatisfy(id -> assertThat(page.getElementById(id))
                                .as("%s=%s", attribute, id)
                                .isNotNull());
            }
        }
    }

    private static Document render(String template, Map<String, ?> model) {
        try {
            StringWriter out = new StringWriter();
            configuration().getTemplate(template).process(model, out);
            return Jsoup.parse(out.toString());
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException(template, e);
        }
    }

    private static String renderText(String source, Map<String, ?> model) throws IOException {
        try {
            StringWriter out = new StringWriter();
            new freemarker.template.Template("text.ftlh", source, configuration()).process(new HashMap<>(model), out);
            return out.toString();
        } catch (TemplateException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassLoaderForTemplateLoading(PageKitTest.class.getClassLoader(), "/templates");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
