package cn.zhirong.policy;

import cn.zhirong.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that takes a file in.
 *
 * @param console address of the list
 * @param policy the policy of which it is a new version, as typed, or empty
 * @param policyTitle its title, or empty
 * @param source as typed
 * @param problems what is wrong
 * @param existing where the same file is already, or null
 */
public record UploadView(
        String console,
        String policy,
        String policyTitle,
        String source,
        List<Refusal.Field> problems,
        @Nullable PageLink existing) {
    public UploadView {
        problems = List.copyOf(problems);
    }
}
