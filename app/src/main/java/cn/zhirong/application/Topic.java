package cn.zhirong.application;

import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What programmes have in common that people want to hear of: their kind, or the policy they rest on.
 *
 * @param key {@code kind/INTEREST} or {@code policy/CODE}
 * @param label in Chinese
 */
record Topic(String key, String label) {
    /** All that can be chosen at this bureau: every kind, and every policy with a programme. */
    static List<Topic> all(List<Programme> programmes) {
        Stream<Topic> kinds = Arrays.stream(ProgrammeKind.values()).map(Topic::of);
        Stream<Topic> policies = programmes.stream()
                .map(Programme::policy)
                .filter(policy -> !policy.isEmpty())
                .distinct()
                .map(policy -> new Topic("policy/" + policy, "依据 " + policy + " 的全部项目"));
        return Stream.concat(kinds, policies).toList();
    }

    private static Topic of(ProgrammeKind kind) {
        return new Topic("kind/" + kind.name(), kind.label());
    }

    boolean isOf(Programme programme) {
        return key.equals("kind/" + programme.kind().name()) || key.equals("policy/" + programme.policy());
    }
}
