package cn.zhirong.isolation;

import static cn.zhirong.isolation.Cities.HERE;
import static cn.zhirong.isolation.Cities.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.zhirong.access.Role;
import cn.zhirong.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Two bureaus and a third hold words that stand nowhere else; whatever one of them can see holds none of the others'. */
class CanaryTest {
    private static final City YONDER = new City("岭州山茶");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)[\"#]");
    private static final int PAGES = 60;

    @BeforeAll
    static void a_day_of_work_in_each() {
        HERE.busyDay();
        THERE.busyDay();
        YONDER.busyDay();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PLATFORM_OPERATOR")
    void whoever_goes_wherever_links_lead_reads_no_word_of_another_bureau(Role role) {
        ListAppender<ILoggingEvent> log = listening();
        Set<String> pages = crawl(HERE, HERE.cookies(role));
        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .allSatisfy(line -> assertThat(line).doesNotContain(HERE.word(), THERE.word(), YONDER.word()));
    }

    @Test
    void a_platform_operator_reads_no_word_of_any_document() {
        Set<String> seen = new HashSet<>();
        for (String path : List.of(
                "/platform/bureaus",
                "/platform/bureaus/" + HERE.slug(),
                "/platform/opening",
                "/platform/sign-in-policy",
                "/platform/audit")) {
            HttpResponse<String> page = Walker.get(path, Operator.COOKIES);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain(HERE.secret(), HERE.word());
            seen.add(page.body());
        }
        assertThat(Walker.get("/" + HERE.slug() + "/console/policies", Operator.COOKIES)
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(seen).hasSize(5);
    }

    @Test
    void search_and_answers_give_no_document_of_another_bureau_even_when_asked_for_it() {
        String asked = URLEncoder.encode(THERE.word() + "贴息比例", StandardCharsets.UTF_8);
        for (String cookies : List.of(HERE.visitor(), HERE.cookies(Role.DIRECTOR))) {
            String hits = Walker.get("/api/v1/" + HERE.slug() + "/policies?q=" + asked, cookies)
                    .body();
            String page = Walker.get("/" + HERE.slug() + "/policies?q=" + asked, cookies)
                    .body();
            String answer = Walker.json(
                            "/api/v1/" + HERE.slug() + "/ask",
                            cookies,
                            "{\"question\":\"" + THERE.word() + "贴息比例是多少？\"}")
                    .body();
            assertThat(hits + page + answer).doesNotContain(THERE.secret(), YONDER.secret());
        }
        String own = Walker.get("/api/v1/" + THERE.slug() + "/policies?q=" + asked, THERE.visitor())
                .body();
        assertThat(own).contains(THERE.secret());
    }

    @Test
    void what_a_director_takes_out_holds_the_own_words_only() throws IOException {
        String path = "/" + HERE.slug() + "/console/leave/exports/" + HERE.get(Thing.EXPORT);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(Walker.bytes(path, HERE.cookies(Role.DIRECTOR))), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all.toString()).contains(HERE.word(), HERE.secret()).doesNotContain(THERE.word(), YONDER.word());
    }

    @Test
    void files_of_an_index_hold_no_pair_of_characters_of_another_bureau() throws IOException {
        Path indexes = TestServer.get().data().resolve("index");
        assertThat(holds(indexes.resolve(HERE.slug()), "暗香")).isTrue();
        for (City other : List.of(THERE, YONDER)) {
            assertThat(holds(indexes.resolve(other.slug()), other.word().substring(2)))
                    .isTrue();
            assertThat(holds(indexes.resolve(HERE.slug()), other.word().substring(2)))
                    .isFalse();
            assertThat(holds(indexes.resolve("shared"), other.word().substring(2)))
                    .isFalse();
        }
    }

    private static boolean holds(Path folder, String words) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        String sought = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> {
                try {
                    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(sought);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Every page that links lead to from the front page and the menus, and one that is not there. */
    private static Set<String> crawl(City city, String cookies) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/" + city.slug(), "/" + city.slug() + "/nowhere"));
        Set<String> seen = new TreeSet<>();
        while (!waiting.isEmpty() && seen.size() < PAGES) {
            String path = waiting.removeFirst();
            if (!seen.add(path)) {
                continue;
            }
            HttpResponse<String> page = Walker.get(path, cookies);
            Stream.of(HERE, THERE, YONDER)
                    .filter(other -> other != city)
                    .forEach(other -> assertThat(page.headers() + page.body())
                            .as(path)
                            .doesNotContain(other.word(), other.secret()));
            Matcher link = LINK.matcher(page.body());
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                if (next.startsWith("/" + city.slug() + "/") && !next.contains("/exports/")) {
                    waiting.addLast(next);
                }
            }
        }
        return seen;
    }

    private static ListAppender<ILoggingEvent> listening() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(appender);
        return appender;
    }
}
