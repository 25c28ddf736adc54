package cn.zhirong.knowledge;

import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An index that a follower of its own builds from nothing and keeps, on the thread that asks for it: whoever listens to the
 * database on this thread sees every statement of it.
 */
public final class FreshIndex implements AutoCloseable {
    private final PolicyIndexes indexes;
    private final IndexFollower follower;

    public FreshIndex(Path folder) {
        TestServer server = TestServer.get();
        indexes = new PolicyIndexes(folder, new CharacterEmbedder());
        follower = new IndexFollower(
                server.bean(Tenants.class),
                server.bean(PolicyOutbox.class),
                indexes,
                server.bean(PassageCorrections.class));
    }

    /** Up to what was committed before. */
    public void follow(Tenant tenant) {
        follower.catchUp(tenant);
    }

    @Override
    public void close() throws IOException {
        follower.close();
        indexes.close();
    }
}
