package cn.zhirong.access;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignInResult {
    /** A session is open; its stage says what is still wanted. */
    record In(String secret, Session session) implements SignInResult {}

    /** Name, password, link or code is wrong: which of them is not said. */
    record Refused() implements SignInResult {}

    /** Too many attempts; the next one is looked at after this time. */
    record Later(Duration delay) implements SignInResult {}
}
