package cn.zhirong.assistant;

import java.time.LocalDate;
import java.util.List;

/**
 * What is asked.
 *
 * @param bureau whom it is asked of
 * @param text as typed; anything goes
 * @param asOf the day for which the documents must hold
 * @param earlier the conversation so far, oldest first; only the last turns are read
 */
public record Question(Bureau bureau, String text, LocalDate asOf, List<Turn> earlier) {
    public Question {
        earlier = List.copyOf(earlier);
    }

    /** The same, for which documents must hold on another day. */
    Question on(LocalDate day) {
        return day.equals(asOf) ? this : new Question(bureau, text, day, earlier);
    }

    /** A question without a conversation. */
    public Question(Bureau bureau, String text, LocalDate asOf) {
        this(bureau, text, asOf, List.of());
    }

    /**
     * The bureau that answers.
     *
     * @param slug its tenant: its own shelf and the shared one are read, no other
     * @param name its full name, as people know it
     * @param places places it answers for, such as {@code 肇庆}; questions about other places are declined
     * @param contact the way to a person there, or empty
     */
    public record Bureau(String slug, String name, List<String> places, String contact) {
        public Bureau {
            places = List.copyOf(places);
        }
    }

    /**
     * An earlier question of the same conversation.
     *
     * @param text as typed
     * @param policies the documents its answer cited
     * @param programmes codes of the programmes its answer spoke of
     */
    public record Turn(String text, List<Long> policies, List<String> programmes) {
        public Turn {
            policies = List.copyOf(policies);
            programmes = List.copyOf(programmes);
        }

        public Turn(String text, List<Long> policies) {
            this(text, policies, List.of());
        }
    }
}
