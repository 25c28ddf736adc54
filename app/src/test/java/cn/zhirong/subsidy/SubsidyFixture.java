package cn.zhirong.subsidy;

import cn.zhirong.policy.BundledLibrary;
import cn.zhirong.policy.BundledPolicy;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Bureaus that have the programmes of a bundled one, with its policies. */
public final class SubsidyFixture {
    private static final TestServer SERVER = TestServer.get();
    private static final ProgrammeFiles.Loaded FILES = ProgrammeFiles.bundled();

    private SubsidyFixture() {}

    /** A new bureau with the programmes and the policies of {@code slug}. */
    public static Tenant like(String slug) {
        Tenant tenant = SERVER.aBureau();
        load(tenant, slug);
        List<BundledPolicy> own = PolicyFiles.bundled().policies().stream()
                .filter(policy -> policy.shelf().equals(slug))
                .map(policy -> new BundledPolicy(
                        tenant.slug(),
                        policy.slug(),
                        policy.title(),
                        policy.issuers(),
                        policy.kind(),
                        policy.level(),
                        policy.audience(),
                        policy.topics(),
                        policy.source(),
                        policy.illustrative(),
                        policy.note(),
                        policy.versions()))
                .toList();
        SERVER.bean(BundledLibrary.class).load(tenant, own);
        return tenant;
    }

    /** Gives a programme one more published rule, which no longer can be read. */
    static void spoil(Tenant tenant, String code) {
        String sql = "INSERT INTO subsidy_rule (tenant_id, programme_id, number, state, effective_from, content,"
                + " created_by, created_at, changed_by, changed_at, published_by, published_at)"
                + " SELECT tenant_id, id, 99, 'PUBLISHED', '2026-05-01', 'nonsense: 1', 'chen', '2026-01-05', 'chen',"
                + " '2026-01-05', 'li', '2026-01-05' FROM subsidy_programme WHERE tenant_id = ? AND code = ?";
        try (Connection connection = SERVER.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, tenant.id());
            statement.setString(2, code);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("no programme " + code);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The programmes of {@code slug} for a bureau, without policies. */
    public static void load(Tenant tenant, String slug) {
        FILES.bureaus().stream()
                .filter(bureau -> bureau.slug().equals(slug))
                .forEach(bureau -> SERVER.bean(BundledProgrammes.class).load(tenant, bureau));
    }
}
