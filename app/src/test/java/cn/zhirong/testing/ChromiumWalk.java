package cn.zhirong.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A walk through pages in one Chromium, which is there for all tests of a class and skips them where there is none. */
public abstract class ChromiumWalk {
    /** Of the class whose tests run; classes run one after the other. */
    protected static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }
}
