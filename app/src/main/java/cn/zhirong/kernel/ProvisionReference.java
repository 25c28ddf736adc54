package cn.zhirong.kernel;

/**
 * Where something is said: a provision of one version of a policy.
 *
 * @param policy the policy's short name, as in its address
 * @param version the version's own name, a document number or a year
 * @param path the provision's path, such as {@code 第四条第二款}
 */
public record ProvisionReference(String policy, String version, String path) {
    public ProvisionReference {
        if (policy.isBlank() || version.isBlank() || path.isBlank()) {
            throw new IllegalArgumentException("a reference names policy, version and path");
        }
    }
}
