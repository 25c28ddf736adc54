package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import org.jspecify.annotations.Nullable;

/**
 * No more than so much. It holds for each payee apart.
 *
 * @param benefit the only benefit it holds for; null for all of the rule together
 * @param group the group of rules it holds for; null unless the scope is one of a group
 * @param groupLabel what people call the group; empty where it was given no name
 * @param limit an amount; for {@link CapScope#YEARS} a count
 */
public record Cap(
        CapScope scope,
        @Nullable String benefit,
        @Nullable String group,
        String groupLabel,
        Formula limit,
        ProvisionReference clause) {
    public Cap {
        if (scope.ofGroup() != (group != null) || (limit.kind() == Kind.COUNT) != (scope == CapScope.YEARS)) {
            throw new IllegalArgumentException("a cap of " + scope + " with group " + group + " and " + limit.kind());
        }
    }
}
