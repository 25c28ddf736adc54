package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The sign-in policy of each bureau. A change holds for whoever signs in after it. */
@Singleton
public class SignInPolicies {
    private final SignInPolicyRepository repository;
    private final Audit audit;

    SignInPolicies(SignInPolicyRepository repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /** What holds now. */
    public SignInPolicy of(Tenant tenant) {
        return repository
                .find(tenant.id())
                .map(row -> new SignInPolicy(
                        SignInPolicy.PasswordProfile.valueOf(row.passwordRules()),
                        roles(row.secondFactorRoles()),
                        row.idleMinutes(),
                        row.sessionHours()))
                .orElse(SignInPolicy.DEFAULT);
    }

    /** Puts another in its place. */
    @Transactional
    public void change(Tenant tenant, String actor, SignInPolicy policy) {
        SignInPolicy before = of(tenant);
        repository.put(
                tenant.id(),
                policy.rules().name(),
                written(policy.secondFactorRoles()),
                policy.idleMinutes(),
                policy.sessionHours());
        audit.record(tenant, actor, "sign-in-policy.change", tenant.slug(), said(before) + " -> " + said(policy));
    }

    private static Set<Role> roles(String written) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(written.split(","))
                .filter(it -> !it.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }

    private static String written(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static String said(SignInPolicy policy) {
        return policy.rules() + " [" + written(policy.secondFactorRoles()) + "] " + policy.idleMinutes() + "min "
                + policy.sessionHours() + "h";
    }
}
