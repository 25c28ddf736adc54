package cn.zhirong.access;

import cn.zhirong.testing.TestServer;
import java.time.Clock;

/** What an authenticator app shows for a key. */
public final class AppOnAPhone {
    private AppOnAPhone() {}

    /** The code of this moment by the test server's clock, or of a later step: each is good once. */
    public static String code(String key, int ahead) {
        return Totp.code(key, Totp.step(TestServer.get().bean(Clock.class).instant()) + ahead);
    }
}
