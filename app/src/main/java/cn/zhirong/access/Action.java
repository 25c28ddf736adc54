package cn.zhirong.access;

import static cn.zhirong.access.Role.AUDITOR;
import static cn.zhirong.access.Role.BANK_MANAGER;
import static cn.zhirong.access.Role.CUSTODIAN;
import static cn.zhirong.access.Role.DIRECTOR;
import static cn.zhirong.access.Role.ENTERPRISE_ASSISTANT;
import static cn.zhirong.access.Role.ENTERPRISE_OWNER;
import static cn.zhirong.access.Role.FINANCE_OFFICE;
import static cn.zhirong.access.Role.GUARANTOR;
import static cn.zhirong.access.Role.INSURER;
import static cn.zhirong.access.Role.OFFICER;
import static cn.zhirong.access.Role.PLATFORM_OPERATOR;
import static cn.zhirong.access.Role.REVIEWER;
import static cn.zhirong.access.Role.SERVICE_AGENT;
import static cn.zhirong.access.Role.VALUER;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done, and which roles may: the one table that pages, calls and menus ask. Every route names one of
 * these ({@link Needs}); a route without one does not start. Whether the object at hand is the person's own is asked besides,
 * with {@link MayI}.
 */
public enum Action {
    /** Read what is public, ask the assistant, keep the conversations of one's own browser: anybody, signed in or not. */
    VISIT(Place.BUREAU, true, null),
    /** Pages that belong to no tenant, or to both places: signing in, static files, settings of one's browser. */
    ENTER(Place.ANYWHERE, true, null),
    /** One's own account, sessions, inbox and personal data. */
    OWN_ACCOUNT(Place.ANYWHERE, false, EnumSet.allOf(Role.class)),
    /** Link one's accounts in several bureaus and change over from one to another. */
    SEVERAL_BUREAUS(
            Place.BUREAU, false, EnumSet.of(BANK_MANAGER, GUARANTOR, INSURER, VALUER, SERVICE_AGENT, CUSTODIAN)),

    /** Look at drafts and the desk. */
    POLICY_DESK(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, AUDITOR)),
    /** Upload, correct and discard drafts. */
    POLICY_EDIT(Place.BUREAU, false, EnumSet.of(OFFICER, REVIEWER, DIRECTOR)),
    /** Publish, withdraw, repeal what somebody else entered. */
    POLICY_RELEASE(Place.BUREAU, false, EnumSet.of(REVIEWER, DIRECTOR)),

    /** Look at question sets, runs, passages and questions without an answer. */
    SEARCH_QUALITY(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, AUDITOR)),
    /** Change them and try settings. */
    SEARCH_QUALITY_EDIT(Place.BUREAU, false, EnumSet.of(OFFICER, REVIEWER, DIRECTOR)),
    /** Let the bureau's search go by tried settings. */
    SEARCH_QUALITY_ADOPT(Place.BUREAU, false, EnumSet.of(REVIEWER, DIRECTOR)),

    /** See accounts, invitations and organisations. */
    PEOPLE_SEE(Place.BUREAU, true, EnumSet.of(DIRECTOR, AUDITOR)),
    /** Invite, disable, change roles, issue tokens. */
    PEOPLE_MANAGE(Place.BUREAU, false, EnumSet.of(DIRECTOR)),
    /** See enterprises that registered themselves. */
    REGISTRATION_SEE(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, AUDITOR)),
    /** Verify or refuse them. */
    REGISTRATION_VERIFY(Place.BUREAU, false, EnumSet.of(OFFICER, REVIEWER, DIRECTOR)),
    /** One's own enterprise and its members. */
    MEMBERS_SEE(Place.BUREAU, true, EnumSet.of(ENTERPRISE_OWNER, ENTERPRISE_ASSISTANT)),
    /** Invite and disable its members, prove that it is who it says. */
    MEMBERS_MANAGE(Place.BUREAU, false, EnumSet.of(ENTERPRISE_OWNER)),

    /** Search, read and export the register of enterprises. */
    ENTERPRISE_SEE(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, AUDITOR)),
    /** Enter and import what is known of enterprises, and answer what they declare. */
    ENTERPRISE_EDIT(Place.BUREAU, false, EnumSet.of(OFFICER, REVIEWER, DIRECTOR)),
    /** What the bureau knows of one's own enterprise. */
    OWN_PROFILE_SEE(Place.BUREAU, true, EnumSet.of(ENTERPRISE_OWNER, ENTERPRISE_ASSISTANT)),
    /** Declare something of it. */
    OWN_PROFILE_DECLARE(Place.BUREAU, false, EnumSet.of(ENTERPRISE_OWNER, ENTERPRISE_ASSISTANT)),

    /** Read rules, their versions, cases and checks. */
    RULE_SEE(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, AUDITOR)),
    /** Write drafts and cases, keep rates. */
    RULE_DRAFT(Place.BUREAU, false, EnumSet.of(OFFICER, REVIEWER, DIRECTOR)),
    /** Publish what somebody else wrote. */
    RULE_PUBLISH(Place.BUREAU, false, EnumSet.of(REVIEWER, DIRECTOR)),
    /** The applications of one's own enterprise. */
    APPLICATION_OWN_SEE(Place.BUREAU, true, EnumSet.of(ENTERPRISE_OWNER, ENTERPRISE_ASSISTANT)),
    /** Apply, put right, confirm, withdraw, appeal. */
    APPLICATION_OWN(Place.BUREAU, false, EnumSet.of(ENTERPRISE_OWNER, ENTERPRISE_ASSISTANT)),
    /** Look at applications and what became of them. */
    APPLICATION_SEE(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, AUDITOR)),
    /** Accept them, ask for corrections, review them first, put lists together. */
    APPLICATION_REVIEW(Place.BUREAU, false, EnumSet.of(OFFICER, REVIEWER, DIRECTOR)),
    /** Review them second, enter what a meeting decided, make it public, answer objections and appeals. */
    APPLICATION_DECIDE(Place.BUREAU, false, EnumSet.of(REVIEWER, DIRECTOR)),
    /** Look at payments. */
    PAYMENT_SEE(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, AUDITOR, FINANCE_OFFICE)),
    /** Take out what the bank is given: whole account numbers stand in it. */
    PAYMENT_FILE(Place.BUREAU, true, EnumSet.of(OFFICER, REVIEWER, DIRECTOR, FINANCE_OFFICE)),
    /** Confirm payments that the bureau put together. */
    PAYMENT_CONFIRM(Place.BUREAU, false, EnumSet.of(FINANCE_OFFICE)),
    /** Say how much may be spent in a year. */
    BUDGET_SET(Place.BUREAU, false, EnumSet.of(DIRECTOR)),

    /** Read, search and export the audit. */
    AUDIT_READ(Place.BUREAU, true, EnumSet.of(AUDITOR, DIRECTOR)),

    /** See how the bureau is set up. */
    TENANT_SEE(Place.BUREAU, true, EnumSet.of(DIRECTOR, AUDITOR)),
    /** Change it. */
    TENANT_CONFIGURE(Place.BUREAU, false, EnumSet.of(DIRECTOR)),
    /** Take everything out, ask for deletion. */
    TENANT_LEAVE(Place.BUREAU, false, EnumSet.of(DIRECTOR)),

    /** What is to be sent and what was: no words of letters of others are shown to anybody else. */
    OUTBOX_SEE(Place.BUREAU, true, EnumSet.of(DIRECTOR, AUDITOR)),
    /** Requests of people to have their data deleted. */
    PRIVACY_HANDLE(Place.BUREAU, false, EnumSet.of(OFFICER, DIRECTOR)),

    /** List tenants with their state and size; no business data. */
    PLATFORM_SEE(Place.PLATFORM, true, EnumSet.of(PLATFORM_OPERATOR)),
    /** Read, search and export what was recorded of the platform itself. */
    PLATFORM_AUDIT(Place.PLATFORM, true, EnumSet.of(PLATFORM_OPERATOR)),
    /** Create, suspend, delete tenants; say how the platform's operators sign in. */
    PLATFORM_OPERATE(Place.PLATFORM, false, EnumSet.of(PLATFORM_OPERATOR));

    /** Where an action exists. */
    public enum Place {
        BUREAU,
        PLATFORM,
        ANYWHERE
    }

    private final Place place;
    private final boolean reading;
    private final @Nullable Set<Role> roles;

    Action(Place place, boolean reading, @Nullable Set<Role> roles) {
        this.place = place;
        this.reading = reading;
        this.roles = roles;
    }

    /** Where it exists: elsewhere its addresses are not there. */
    public Place place() {
        return place;
    }

    /** Whether it changes nothing. */
    public boolean isReading() {
        return reading;
    }

    /** Whether nobody needs to sign in for it. */
    public boolean isOpen() {
        return roles == null;
    }

    /** Whether this role may. */
    public boolean allows(Role role) {
        return roles == null || roles.contains(role);
    }
}
