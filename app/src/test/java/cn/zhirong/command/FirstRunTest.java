package cn.zhirong.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Product;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first start on an empty database: nobody has a password, and one link leads to the first. */
class FirstRunTest {
    @Test
    void a_link_that_works_once_sets_the_first_password_and_then_no_more_are_told() throws IOException {
        Path below = Files.createDirectories(Path.of("target", "products"));
        Path data = Files.createTempDirectory(below.toAbsolutePath(), "first");
        try (Product product = Product.serve(data)) {
            Matcher link = Pattern.compile("(http://localhost:[0-9]+/platform/sign-in)\\?token=([0-9a-f]{32})")
                    .matcher(product.output());
            assertThat(link.find()).as(product.output()).isTrue();
            assertThat(set(link.group(1), link.group(2))).isEqualTo(303);
            assertThat(set(link.group(1), link.group(2))).isEqualTo(400);
        }
        try (Product again = Product.serve(data)) {
            assertThat(again.output()).doesNotContain("token=");
        }
    }

    private static int set(String page, String token) {
        String password = URLEncoder.encode(Browser.PASSWORD, StandardCharsets.UTF_8);
        HttpResponse<String> answer = new Browser()
                .send(HttpRequest.newBuilder(URI.create(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "token=" + token + "&password=" + password + "&repeat=" + password))
                        .build());
        return answer.previousResponse().orElse(answer).statusCode();
    }
}
