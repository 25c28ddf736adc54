package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.web.RateLimits.Kind;
import cn.zhirong.web.RateLimits.Limit;
import cn.zhirong.web.RateLimits.Scope;
import io.github.bucket4j.TimeMeter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
    private long nanos;
    private final RateLimits limits = new RateLimits(Limit::standard, true, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void the_last_one_of_a_minute_passes_and_the_next_waits() {
        int most = new Limit(Scope.ADDRESS, Kind.ASKING).standard();
        for (int i = 0; i < most; i++) {
            assertThat(limits.secondsToWait(Scope.ADDRESS, Kind.ASKING, "192.0.2.1"))
                    .isZero();
        }
        long wait = limits.secondsToWait(Scope.ADDRESS, Kind.ASKING, "192.0.2.1");
        assertThat(wait).isBetween(1L, 60L);
        assertThat(limits.secondsToWait(Scope.ADDRESS, Kind.ASKING, "192.0.2.2"))
                .isZero();
        assertThat(limits.secondsToWait(Scope.ADDRESS, Kind.READING, "192.0.2.1"))
                .isZero();
        assertThat(limits.secondsToWait(Scope.TENANT, Kind.ASKING, "192.0.2.1")).isZero();
        nanos += Duration.ofSeconds(wait).toNanos();
        assertThat(limits.secondsToWait(Scope.ADDRESS, Kind.ASKING, "192.0.2.1"))
                .isZero();
    }

    @Test
    void a_bureau_may_do_more_than_an_address_and_an_address_more_than_an_account() {
        for (Kind kind : Kind.values()) {
            assertThat(new Limit(Scope.TENANT, kind).standard())
                    .isGreaterThan(new Limit(Scope.ADDRESS, kind).standard());
            assertThat(new Limit(Scope.ADDRESS, kind).standard())
                    .isGreaterThan(new Limit(Scope.ACCOUNT, kind).standard());
        }
    }

    @Test
    void a_hundred_thousand_addresses_do_not_fill_the_memory() {
        for (int i = 0; i < 100_000; i++) {
            limits.secondsToWait(Scope.ADDRESS, Kind.READING, "10." + i);
        }
        assertThat(limits.kept()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /a/ask, READING",
        "HEAD, /a, READING",
        "POST, /a/ask, ASKING",
        "POST, /api/v1/a/ask, ASKING",
        "POST, /a/ask/x/turns/1/again, ASKING",
        "POST, /a/sign-in, CHANGING",
        "DELETE, /api/v1/a/x, CHANGING"
    })
    void a_request_is_what_it_costs(String method, String path, Kind kind) {
        assertThat(TooMany.kind(HttpRequest.create(io.micronaut.http.HttpMethod.valueOf(method), path)))
                .isEqualTo(kind);
    }

    @Test
    void a_form_with_a_file_is_an_upload() {
        assertThat(TooMany.kind(
                        HttpRequest.POST("/a/console/upload", "").contentType(MediaType.MULTIPART_FORM_DATA_TYPE)))
                .isEqualTo(Kind.UPLOADING);
    }

    @Test
    void one_too_many_is_told_how_long_to_wait_on_a_page_and_in_a_call() {
        HttpResponse<?> page = TooMany.answer(HttpRequest.GET("/a/policies"), 7);
        assertThat(page.code()).isEqualTo(429);
        assertThat(page.getHeaders().get("Retry-After")).isEqualTo("7");
        assertThat(page.body().toString()).contains("请求太频繁，请在 7 秒后重试。", "lang=\"zh-CN\"");
        HttpResponse<?> call = TooMany.answer(HttpRequest.GET("/api/v1/a/policies"), 7);
        assertThat(call.getContentType().orElseThrow().toString()).startsWith("application/problem+json");
    }

    @Test
    void addresses_of_one_network_of_ipv6_count_as_one() {
        assertThat(FloodFilter.key("2001:db8:0:1:0:0:0:1")).isEqualTo(FloodFilter.key("2001:db8:0:1:ffff:0:0:2"));
        assertThat(FloodFilter.key("2001:db8:0:1:0:0:0:1")).isNotEqualTo(FloodFilter.key("2001:db8:0:2:0:0:0:1"));
        assertThat(FloodFilter.key("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
