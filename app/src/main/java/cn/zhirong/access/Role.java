package cn.zhirong.access;

import org.jspecify.annotations.Nullable;

/**
 * What an account is in its tenant; {@link Action} says what it may do. A person who serves several bureaus has an account in
 * each and may link them ({@link Counterparts}): nothing that one bureau grants reaches another.
 */
public enum Role {
    /** 经办: enters, never releases what they entered. */
    OFFICER("经办", null),
    /** 复核: releases what somebody else entered. */
    REVIEWER("复核", null),
    /** 局长: appoints people and configures the bureau. */
    DIRECTOR("局长", null),
    /** 资金池管理员: books what moves in the fund pool. */
    FUND_MANAGER("资金池管理员", null),
    /** 审计员: reads everything that was done and changes nothing. */
    AUDITOR("审计员", null),
    /** 财政局: reads and confirms payments. */
    FINANCE_OFFICE("财政局", OrganisationKind.FINANCE),
    /** 银行客户经理: of one bank in this tenant. */
    BANK_MANAGER("银行客户经理", OrganisationKind.BANK),
    /** 担保机构经办人. */
    GUARANTOR("担保机构经办人", OrganisationKind.GUARANTOR),
    /** 保险机构经办人. */
    INSURER("保险机构经办人", OrganisationKind.INSURER),
    /** 评估机构经办人. */
    VALUER("评估机构经办人", OrganisationKind.VALUER),
    /** 服务机构经办人. */
    SERVICE_AGENT("服务机构经办人", OrganisationKind.SERVICE),
    /** 托管运营机构经办人: runs fund pools for several bureaus, in one at a time. */
    CUSTODIAN("托管运营机构经办人", OrganisationKind.CUSTODIAN),
    /** 企业负责人: acts for one enterprise and invites its assistants. */
    ENTERPRISE_OWNER("企业负责人", OrganisationKind.ENTERPRISE),
    /** 企业经办人: acts for one enterprise. */
    ENTERPRISE_ASSISTANT("企业经办人", OrganisationKind.ENTERPRISE),
    /** 平台运营: creates tenants and sees no business data; exists on the platform alone. */
    PLATFORM_OPERATOR("平台运营", null);

    private final String label;
    private final @Nullable OrganisationKind organisation;

    Role(String label, @Nullable OrganisationKind organisation) {
        this.label = label;
        this.organisation = organisation;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }

    /** The kind of organisation such an account acts for, or null for the bureau's own people and the platform's. */
    public @Nullable OrganisationKind organisation() {
        return organisation;
    }

    /** Whether it is one of the bureau's own people. */
    public boolean isStaff() {
        return organisation == null && this != PLATFORM_OPERATOR;
    }
}
