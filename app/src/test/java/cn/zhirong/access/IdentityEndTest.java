package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Browser;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of linked identities when a provider is switched off or removed, and what their owners are told. */
class IdentityEndTest {
    private final SignInWorld world = new SignInWorld();
    private final IdentityProviders providers = world.server.bean(IdentityProviders.class);
    private final IdentityLinks links = world.server.bean(IdentityLinks.class);
    private final Browser director = new Browser();
    private final Person chen = world.reachable("chen");
    private final long provider = providers.add(world.city, "chief", known(0, "省统一身份", true), "secret");
    private final String page = world.path("/console/identity/" + provider);

    IdentityEndTest() {
        world.person("chief", Role.DIRECTOR);
        world.atThePage(director, "chief", SignInWorld.PASSWORD);
        assertThat(links.add(world.city, chen, provider, new IdentityProvider.Identity("https://id", "s-1", "陈某")))
                .isTrue();
    }

    @Test
    void a_person_reads_a_letter_when_an_identity_is_linked_and_when_it_is_unlinked() {
        assertThat(letters()).containsExactly("account.identity");
        long link = links.of(world.city, chen).getFirst().id();
        assertThat(links.remove(world.city, chen, link)).isTrue();
        assertThat(links.remove(world.city, chen, link)).isFalse();
        assertThat(letters()).hasSize(2);
    }

    @Test
    void a_linked_identity_stands_in_ones_own_data_and_in_nobody_elses() {
        Browser own = new Browser();
        world.atThePage(own, "chen", SignInWorld.PASSWORD);
        assertThat(own.open(world.path("/account/data")).body()).contains("省统一身份", "陈某");
        assertThat(own.open(world.path("/account/data/export")).body())
                .contains("\"provider\":\"省统一身份\"", "\"name\":\"陈某\"")
                .doesNotContain("s-1");
        assertThat(director.open(world.path("/account/data/export")).body()).doesNotContain("省统一身份", "陈某");
        switchedOff();
        director.submit(page + "/removal", Map.of());
        assertThat(own.open(world.path("/account/data")).body())
                .contains("没有关联的身份")
                .doesNotContain("省统一身份");
    }

    @Test
    void a_provider_in_use_is_not_removed_and_one_switched_off_keeps_its_links() {
        assertThat(director.open(page).body()).contains("现在有 1 个账号", "请先停用并保存");
        assertThat(director.submit(page + "/removal", Map.of()).body()).contains("没有删除");
        switchedOff();
        assertThat(links.of(world.city, chen)).hasSize(1);
        Browser own = new Browser();
        world.atThePage(own, "chen", SignInWorld.PASSWORD);
        assertThat(own.open(world.path("/account/identities")).body()).contains("已停用，暂时不能用来登录");
        assertThat(own.open(world.path("/sign-in")).body()).doesNotContain("省统一身份");
    }

    @Test
    void one_that_is_removed_takes_its_links_along_and_tells_their_owners() {
        long other = providers.add(world.city, "chief", known(0, "市统一身份", true), "secret");
        links.add(world.city, chen, other, new IdentityProvider.Identity("https://id", "s-2", "陈某"));
        switchedOff();
        assertThat(director.submit(page + "/removal", Map.of()).body()).contains("登录渠道已删除");
        assertThat(links.of(world.city, chen))
                .singleElement()
                .satisfies(it -> assertThat(it.providerId()).isEqualTo(other));
        assertThat(director.open(page).statusCode()).isEqualTo(404);
        assertThat(letters()).hasSize(3);
        assertThat(world.audit.count(world.city, "identity.provider-remove", String.valueOf(provider)))
                .isEqualTo(1);
        world.in("chen");
    }

    private void switchedOff() {
        assertThat(providers.change(world.city, "chief", known(provider, "省统一身份", false), ""))
                .isTrue();
    }

    private static IdentityProviders.Known known(long id, String name, boolean enabled) {
        return new IdentityProviders.Known(
                id, IdentityKind.TICKET, name, "https://id.example.cn/t", "app", "https://id.example.cn/", enabled);
    }

    /** The kinds of letters about identities that wait in this bureau. */
    private List<String> letters() {
        List<String> kinds = new ArrayList<>();
        try (var connection = world.server.connection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT kind FROM outbox_letter WHERE tenant_id = ? AND kind = 'account.identity'")) {
            select.setLong(1, world.city.id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    kinds.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return kinds;
    }
}
