package cn.zhirong.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a policy beside each other.
 *
 * @param library address of the policy library
 * @param here address of this page without its query
 * @param title of the later one
 * @param tabs text and comparison
 * @param versions to choose from, newest first
 * @param from number of the version that is the ground
 * @param to number of the version that is compared with it
 * @param show which changes are shown: {@code changed} leaves out what stayed, {@code all} shows everything, or one status
 * @param filters what may be shown, with counts
 * @param summary one sentence with all counts
 * @param groups those shown, in the order of the text
 */
public record ComparisonView(
        String library,
        String here,
        String title,
        List<PageTab> tabs,
        List<Choice> versions,
        int from,
        int to,
        String show,
        List<PageTab> filters,
        String summary,
        List<Group> groups) {
    private static final String CHANGED = "changed";
    private static final String ALL = "all";

    /** A version to choose. */
    public record Choice(String value, String text) {}

    /**
     * What became of one provision.
     *
     * @param status in lower case, as the style sheet and the macro know it
     * @param path where it stands now, or stood
     * @param before where it stood, or empty
     * @param after where it stands, or empty
     * @param pieces its words
     * @param href to the provision in the version that holds it
     */
    public record Change(
            String status, String path, String before, String after, List<WordDiff.Piece> pieces, String href) {}

    /**
     * Neighbours of which the same became.
     *
     * @param folded one line that opens them where only few will want to read them, or empty
     * @param status of all of them
     * @param where the first and the last of them, or the only one
     */
    public record Group(String folded, String status, String where, List<Change> changes) {
        public Group {
            changes = List.copyOf(changes);
        }
    }

    static ComparisonView of(String slug, PolicyDocument from, PolicyDocument to, @Nullable String wanted) {
        String library = "/" + slug + "/policies";
        String policy = library + "/" + to.version().policyId();
        String here = policy + "/comparison";
        List<ProvisionChange> all = ProvisionComparison.between(from.provisions(), to.provisions());
        Map<ProvisionChange.Status, Integer> counts = counts(all);
        String show = known(wanted);
        String query = here + "?from=" + from.version().number() + "&to="
                + to.version().number() + "&show=";
        return new ComparisonView(
                library,
                here,
                to.version().title(),
                List.of(
                        new PageTab("条文", policy + "/v" + to.version().number(), false, null),
                        new PageTab("版本对比", here, true, to.versions().size())),
                to.versions().stream()
                        .map(it -> new Choice(
                                String.valueOf(it.number()),
                                "第 " + it.number() + " 版"
                                        + (it.dated() == null ? "" : "（" + PageWords.day(it.dated()) + "）")))
                        .toList(),
                from.version().number(),
                to.version().number(),
                show,
                filters(counts, query, show),
                summary(counts),
                groups(
                        all.stream()
                                .filter(it -> isShown(it.status(), show))
                                .map(it -> change(it, policy, from, to))
                                .toList(),
                        show));
    }

    /**
     * What came or went stands together, an article with its items; what was changed stands alone. What says the same is
     * folded, but where a reader asked for nothing else.
     */
    private static List<Group> groups(List<Change> changes, String show) {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= changes.size(); i++) {
            String status = changes.get(from).status();
            boolean alone = status.equals(name(ProvisionChange.Status.CHANGED));
            if (i == changes.size() || alone || !status.equals(changes.get(i).status())) {
                List<Change> run = changes.subList(from, i);
                boolean folds = saysTheSame(status) && (show.equals(CHANGED) || show.equals(ALL));
                groups.add(new Group(folds ? folded(run) : "", status, where(run), run));
                from = i;
            }
        }
        return groups;
    }

    private static boolean saysTheSame(String status) {
        return status.equals(name(ProvisionChange.Status.SAME))
                || status.equals(name(ProvisionChange.Status.RENUMBERED));
    }

    private static String folded(List<Change> run) {
        Change first = run.getFirst();
        return first.status().equals(name(ProvisionChange.Status.SAME))
                ? where(run) + "没有变化"
                : where(run) + "只改了编号，原为" + first.before()
                        + (run.size() == 1 ? "" : "至" + run.getLast().before());
    }

    private static String where(List<Change> run) {
        String first = run.getFirst().path();
        return run.size() == 1 ? first : first + "至" + run.getLast().path() + "（" + run.size() + " 处）";
    }

    private static Map<ProvisionChange.Status, Integer> counts(List<ProvisionChange> changes) {
        Map<ProvisionChange.Status, Integer> counts = new EnumMap<>(ProvisionChange.Status.class);
        for (ProvisionChange.Status status : ProvisionChange.Status.values()) {
            counts.put(status, 0);
        }
        changes.forEach(it -> counts.merge(it.status(), 1, Integer::sum));
        return counts;
    }

    private static String known(@Nullable String wanted) {
        boolean status = Arrays.stream(ProvisionChange.Status.values()).anyMatch(it -> name(it).equals(wanted));
        return wanted != null && (status || wanted.equals(ALL)) ? wanted : CHANGED;
    }

    private static List<PageTab> filters(Map<ProvisionChange.Status, Integer> counts, String query, String show) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        int same = counts.getOrDefault(ProvisionChange.Status.SAME, 0);
        List<PageTab> filters = new ArrayList<>();
        filters.add(new PageTab("全部变化", query + CHANGED, show.equals(CHANGED), total - same));
        for (ProvisionChange.Status status : ProvisionChange.Status.values()) {
            if (status != ProvisionChange.Status.SAME) {
                filters.add(new PageTab(
                        status.label(), query + name(status), show.equals(name(status)), counts.get(status)));
            }
        }
        filters.add(new PageTab("全部条文", query + ALL, show.equals(ALL), total));
        return filters;
    }

    private static String summary(Map<ProvisionChange.Status, Integer> counts) {
        return "新增 " + counts.get(ProvisionChange.Status.ADDED)
                + " 处，删除 " + counts.get(ProvisionChange.Status.REMOVED)
                + " 处，修改 " + counts.get(ProvisionChange.Status.CHANGED)
                + " 处，仅改编号 " + counts.get(ProvisionChange.Status.RENUMBERED)
                + " 处，无变化 " + counts.get(ProvisionChange.Status.SAME) + " 处。";
    }

    private static boolean isShown(ProvisionChange.Status status, String show) {
        return switch (show) {
            case ALL -> true;
            case CHANGED -> status != ProvisionChange.Status.SAME;
            default -> name(status).equals(show);
        };
    }

    private static Change change(ProvisionChange change, String policy, PolicyDocument from, PolicyDocument to) {
        int version = (change.after() == null ? from : to).version().number();
        return new Change(
                name(change.status()),
                change.either().path(),
                change.before() == null ? "" : change.before().path(),
                change.after() == null ? "" : change.after().path(),
                pieces(change),
                policy + "/v" + version + "#" + change.either().anchor());
    }

    private static List<WordDiff.Piece> pieces(ProvisionChange change) {
        String after = ProvisionChange.words(change.after());
        return switch (change.status()) {
            case ADDED, REMOVED, CHANGED -> WordDiff.between(ProvisionChange.words(change.before()), after);
            // White space may differ without being a change.
            case RENUMBERED, SAME -> after.isEmpty() ? List.of() : WordDiff.between(after, after);
        };
    }

    private static String name(ProvisionChange.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
