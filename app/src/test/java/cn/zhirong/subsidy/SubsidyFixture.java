package cn.zhirong.subsidy;

import cn.zhirong.policy.BundledLibrary;
import cn.zhirong.policy.BundledPolicy;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
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

    /** The programmes of {@code slug} for a bureau, without policies. */
    public static void load(Tenant tenant, String slug) {
        FILES.bureaus().stream()
                .filter(bureau -> bureau.slug().equals(slug))
                .forEach(bureau -> SERVER.bean(BundledProgrammes.class).load(tenant, bureau));
    }
}
