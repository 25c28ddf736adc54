package cn.zhirong.notice;

/** A way for a letter to leave the house. */
public interface Channel {
    /** The word under which its letters wait: {@code mail}, {@code sms} or {@code robot}. */
    String name();

    /** Whether it is set up; what waits for one that is not stays where it is. */
    boolean isConfigured();

    /**
     * Sends a letter.
     *
     * @throws NotSent if it did not go; the message must not name the address
     */
    void send(Letter letter) throws NotSent;

    /** Its address as the channel understands it, and plain words. */
    record Letter(String address, String subject, String words) {}

    /** It did not go. */
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        private NotSent(String reason, boolean forGood) {
            super(reason, null, false, false);
            this.forGood = forGood;
        }

        /** Another attempt may succeed. */
        public static NotSent forNow(String reason) {
            return new NotSent(reason, false);
        }

        /** No further attempt will. */
        public static NotSent forGood(String reason) {
            return new NotSent(reason, true);
        }

        boolean isForGood() {
            return forGood;
        }
    }
}
