package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code provision}. */
@MappedEntity("provision")
record ProvisionRow(
        long tenantId,
        long versionId,
        int ordinal,
        int parent,
        ProvisionKind kind,
        String label,
        String path,
        String anchor,
        String heading,
        String content,
        String source) {
    static ProvisionRow of(long tenantId, long versionId, Provision provision) {
        return new ProvisionRow(
                tenantId,
                versionId,
                provision.ordinal(),
                provision.parent(),
                provision.kind(),
                provision.label(),
                provision.path(),
                provision.anchor(),
                provision.heading(),
                provision.text(),
                provision.source());
    }

    Provision provision() {
        return new Provision(ordinal, parent, kind, label, path, anchor, heading, content, source);
    }
}
