package cn.zhirong.assistant;

import java.util.List;

/**
 * The first page of a bureau.
 *
 * @param welcome one or two sentences; may be empty
 * @param box the question box
 * @param suggestions questions the bureau's documents answer
 * @param contact the way to a person, or empty
 */
public record HomeView(String welcome, AskView.Box box, List<String> suggestions, String contact) {
    /** The first page of an installation: its bureaus. */
    public record Front(List<Bureau> bureaus) {}

    /** A bureau. */
    public record Bureau(String name, String region, String href) {}
}
