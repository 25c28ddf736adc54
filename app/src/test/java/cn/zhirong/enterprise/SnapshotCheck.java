package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Holds the snapshots of a bureau's firms against what their facts and entries say. */
final class SnapshotCheck {
    private SnapshotCheck() {}

    /** Every snapshot that can be read says what the profile says. */
    static void allAreTrue(TestServer server, Tenant bureau) throws SQLException {
        Enterprises enterprises = server.bean(Enterprises.class);
        for (Map.Entry<Long, byte[]> snapshot : readable(server, bureau).entrySet()) {
            assertThat(snapshot.getValue())
                    .as("the snapshot of firm " + snapshot.getKey())
                    .isEqualTo(ProfileSnapshot.write(enterprises.profile(bureau, snapshot.getKey())));
        }
    }

    /** The snapshots of the form that is written now, by the numbers of their firms. */
    static Map<Long, byte[]> readable(TestServer server, Tenant bureau) throws SQLException {
        Map<Long, byte[]> found = new TreeMap<>();
        try (Connection connection = server.connection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT enterprise_id, content FROM enterprise_snapshot WHERE tenant_id = ? AND form = ?")) {
            select.setLong(1, bureau.id());
            select.setInt(2, ProfileSnapshot.FORM);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getBytes(2));
                }
            }
        }
        return found;
    }
}
