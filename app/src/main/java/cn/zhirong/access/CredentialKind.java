package cn.zhirong.access;

import java.time.Duration;

/** What a secret is for, and how long it lives. */
public enum CredentialKind {
    /** A sign-in link: works once. */
    LINK(Duration.ofHours(24)),
    /** A browser's session. */
    SESSION(Duration.ofHours(12)),
    /** A token for scripts and integrators. */
    TOKEN(Duration.ofDays(90));

    private final Duration life;

    CredentialKind(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
