package cn.zhirong.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhirong.database.Json;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is known of tenants follows what is committed. */
class TenantsTest {
    private static Tenants tenants() {
        return TestServer.get().bean(Tenants.class);
    }

    @Test
    void a_change_is_seen_by_the_next_look_and_an_older_sight_changes_nothing() {
        Tenant seen = TestServer.get().aBureau();
        TenantProfile renamed = TenantProfile.named(seen.slug(), "改名后的局");
        Tenant changed =
                tenants().update(seen, renamed, EnumSet.of(Feature.ASSISTANT)).orElseThrow();
        assertThat(tenants().find(seen.slug())).contains(changed);
        assertThat(changed.has(Feature.ASSISTANT)).isFalse();
        assertThat(changed.has(Feature.REGISTRATION)).isTrue();
        assertThat(tenants().update(seen, TenantProfile.named(seen.slug(), "慢了一步"), Set.of()))
                .isEmpty();
        assertThat(tenants().become(seen, TenantState.SUSPENDED, "慢了一步")).isEmpty();
        assertThat(tenants().find(seen.slug()).orElseThrow().profile().name()).isEqualTo("改名后的局");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenants().update(changed, TenantProfile.named("other-slug", "别的"), Set.of()));
    }

    @Test
    void a_tenant_of_the_same_content_read_twice_is_equal() {
        Tenant one = TestServer.get().aBureau();
        assertThat(tenants().find(one.slug())).contains(one);
    }

    @Test
    void another_process_on_the_same_database_sees_a_change_after_a_while() {
        Tenant seen = TestServer.get().aBureau();
        try (EmbeddedServer beside = TestServer.get().beside("beside-tenants")) {
            Tenants there = beside.getApplicationContext().getBean(Tenants.class);
            assertThat(there.find(seen.slug())).contains(seen);
            tenants().become(seen, TenantState.SUSPENDED, "试一试");
            assertThat(tenants().find(seen.slug()).orElseThrow().isSuspended()).isTrue();
            Patience.until(
                    "the other process sees it",
                    () -> there.find(seen.slug()).orElseThrow().isSuspended());
        }
    }

    @Test
    void of_two_first_calls_at_the_same_moment_one_makes_the_shared_shelf_and_both_get_it() {
        Tenant shared = tenants().shared();
        TenantRepository repository = TestServer.get().bean(TenantRepository.class);
        var looks = new AtomicInteger();
        // The other call's row comes between our look and our own.
        TenantRepository late = (TenantRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TenantRepository.class}, (self, method, arguments) -> {
                    if (method.getName().equals("findBySlug") && looks.getAndIncrement() == 0) {
                        return Optional.empty();
                    }
                    try {
                        return method.invoke(repository, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Tenants second = new Tenants(late, TestServer.get().bean(Json.class), Clock.systemUTC(), event -> {});
        assertThat(second.shared()).isEqualTo(shared);
        assertThat(looks.get()).isEqualTo(2);
    }

    @Test
    void a_slug_is_given_once() {
        Tenant one = TestServer.get().aBureau();
        TenantProfile again = TenantProfile.named(one.slug(), "另一个局");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenants().create(again, false))
                .withMessageContaining("已被使用");
    }
}
