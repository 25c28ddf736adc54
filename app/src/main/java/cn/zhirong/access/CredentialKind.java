package cn.zhirong.access;

import java.time.Duration;

/** What a secret is for, and how long it lives. */
public enum CredentialKind {
    /** A link that sets the first password: works once. */
    LINK(Duration.ofHours(24)),
    /** A link for a forgotten password: works once. */
    RESET(Duration.ofMinutes(30)),
    /** A browser's session; how long is the bureau's policy. */
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
