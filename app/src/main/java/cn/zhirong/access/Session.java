package cn.zhirong.access;

import java.time.Instant;

/**
 * A browser that is signed in, or on its way to be.
 *
 * @param id its key in its tenant
 * @param person whom it stands for
 * @param stage what is still wanted before it opens anything
 * @param createdAt when it began
 * @param lastSeenAt when it was used last, to the minute
 * @param endsAt when it ends whatever is done
 * @param source the network address it was seen at last
 * @param agent what the browser says of itself
 */
public record Session(
        long id,
        Person person,
        Stage stage,
        Instant createdAt,
        Instant lastSeenAt,
        Instant endsAt,
        String source,
        String agent) {
    /** What is still wanted of the person. */
    public enum Stage {
        /** Nothing: it opens what the person may. */
        FULL,
        /** The code of the second factor. */
        CODE,
        /** To set a second factor up, which the bureau asks of this role. */
        ENROL,
        /** Another password, because this one is too old. */
        PASSWORD
    }

    /** Whether it opens what the person may. */
    public boolean isFull() {
        return stage == Stage.FULL;
    }
}
