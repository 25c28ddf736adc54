package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UploadQuotaTest {
    private final Tenant city = TestServer.get().aBureau();
    private final Tenant otherCity = TestServer.get().aBureau();
    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final InstantSource source = () -> now;
    private final UploadQuota quota = new UploadQuota(source.withZone(ZoneOffset.UTC));

    @Test
    void two_uploads_at_once_are_taken_and_a_third_waits_for_the_end_of_one() {
        UploadQuota.Turn first = quota.begin(city, "chen");
        quota.begin(city, "chen");

        assertRefused("chen", "同时最多处理 2 个上传");
        first.end();
        quota.begin(city, "chen").end();
    }

    @Test
    void sixty_uploads_in_ten_minutes_are_taken_and_the_next_when_the_first_is_ten_minutes_old() {
        for (int i = 0; i < UploadQuota.IN_WINDOW; i++) {
            quota.begin(city, "chen").end();
            now = now.plusSeconds(1);
        }
        assertRefused("chen", "10 分钟内最多上传 60 个文件");
        now = Instant.parse("2026-11-22T01:00:00Z").plus(Duration.ofMinutes(10)).minusMillis(1);
        assertRefused("chen", "大约 1 分钟后");

        now = now.plusMillis(1);
        quota.begin(city, "chen").end();
        assertRefused("chen", "60 个文件");
    }

    @Test
    void what_one_account_uses_up_is_there_for_every_other() {
        for (int i = 0; i < UploadQuota.AT_ONCE; i++) {
            quota.begin(city, "chen");
        }
        assertRefused("chen", "同时最多");

        quota.begin(city, "wang").end();
        quota.begin(otherCity, "chen").end();
    }

    private void assertRefused(String username, String words) {
        assertThatThrownBy(() -> quota.begin(city, username)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status().getCode()).isEqualTo(429);
            assertThat(refusal).hasMessageContaining(words);
        });
    }
}
