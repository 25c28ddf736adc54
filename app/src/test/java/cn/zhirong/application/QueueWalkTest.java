package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import org.junit.jupiter.api.Test;

/** An officer works through the queue by the keyboard, and shares it out. */
class QueueWalkTest extends ChromiumWalk {
    private final TestServer server = TestServer.get();
    private final ApplicationFixture world = new ApplicationFixture();

    @Test
    void keys_do_nothing_until_switched_on_and_not_while_one_types() {
        long first = world.submitted(world.firm("甲科技有限公司"), "甲科技有限公司", "HT-K1", "6");
        world.submitted(world.firm("乙科技有限公司"), "乙科技有限公司", "HT-K2", "6");
        try (Visit officer = chromium.visit(server.url(), 1280, true).signedIn(world.session(Role.OFFICER))) {
            officer.open("/" + world.city.slug() + "/console/applications").looksRight("queue to share out");
            var keyboard = officer.page().keyboard();
            keyboard.press("]");
            assertThat(focused(officer)).isEmpty();
            officer.page().check("#keys-on");
            keyboard.press("]");
            assertThat(focused(officer)).isEqualTo("甲科技有限公司");
            keyboard.press("=");
            assertThat(officer.page().isChecked("#pick-" + first)).isTrue();
            keyboard.press("]");
            assertThat(focused(officer)).isEqualTo("乙科技有限公司");
            officer.page().focus("#q");
            keyboard.press("]");
            assertThat(officer.typed("q")).isEqualTo("]");
            officer.type("q", "");
        }
    }

    /** The firm whose line has the focus, or nothing. */
    private static String focused(Visit visit) {
        return String.valueOf(
                visit.page()
                        .evaluate(
                                "() => document.activeElement.matches('[data-case]') ? document.activeElement.textContent : ''"));
    }
}
