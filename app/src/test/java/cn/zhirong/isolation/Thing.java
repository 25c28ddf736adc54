package cn.zhirong.isolation;

/** What an address or a form may name: each bureau of the walk has one, and nobody has the unknown one. */
enum Thing {
    /** A published document. */
    POLICY("987654321"),
    /** Its version. */
    VERSION("987654322"),
    /** A version that is not published. */
    DRAFT("987654323"),
    /** A document that has a draft and nothing published. */
    DRAFT_POLICY("987654324"),
    /** A question of the set that search is measured with. */
    QUESTION("987654325"),
    /** A run on trial settings. */
    RUN("987654326"),
    /** A place where the officer is signed in. */
    SESSION("987654327"),
    /** An API token of the officer. */
    TOKEN("987654328"),
    /** A passage of {@link #VERSION}. */
    PASSAGE("0123456789abcdef0123456789abcdef"),
    /** A letter that could not be sent. */
    LETTER("987654327"),
    /** An unread notice of the officer. */
    NOTICE("987654328"),
    /** A conversation of one turn. */
    CONVERSATION("0123456789abcdef0123456789abcde0"),
    /** An account that no test signs in to. */
    ACCOUNT("987654331"),
    /** An account of an assistant of the enterprise whose owner walks. */
    ASSISTANT("987654332"),
    /** An enterprise that waits to be verified. */
    ENTERPRISE("987654333"),
    /** A request for deletion of somebody who does not walk. */
    REQUEST("987654335"),
    /** Everything of the bureau, taken out. */
    EXPORT("987654334"),
    /** Who vouches for people of the bureau. */
    IDENTITY_PROVIDER("987654335"),
    /** An identity that the officer linked. */
    IDENTITY_LINK("987654336"),
    /** An account in another bureau that the manager of a bank linked. */
    COUNTERPART("987654337"),
    /** The firm of the register whose owner walks. */
    FIRM("987654340"),
    /** Something that it declared and nobody answered. */
    FIRM_FACT("987654341"),
    /** An honour of it that stands. */
    FIRM_ITEM("987654342"),
    /** An honour that it declared and nobody answered. */
    DECLARED_ITEM("987654343"),
    /** A table of firms that was checked and not taken in. */
    FIRM_TABLE("987654344"),
    /** A programme without a rule. */
    RULE_PROGRAMME("987654350"),
    /** A draft of its rule. */
    RULE("987654361"),
    /** A case of that draft. */
    RULE_CASE("987654362"),
    /** A trial of that draft. */
    RULE_TRIAL("987654363"),
    /** A value of a dated rate that waits for another person. */
    RATE_ENTRY("987654365"),
    /** A draft of what people read of a programme. */
    PROGRAMME_DRAFT("987654364"),
    /** A programme that firms apply for, by its code. */
    PROGRAMME("nowhere-at-all"),
    /** An application of the firm whose owner walks, handed in. */
    APPLICATION("987654351"),
    /** A file that was handed in with it. */
    MATERIAL("987654352"),
    /** A list for a meeting that has not decided yet. */
    BATCH("987654353"),
    /** A public notice whose window is open. */
    PUBLIC_NOTICE("987654354"),
    /** An objection that nobody answered. */
    COMPLAINT("987654355"),
    /** Payments that the finance office has not confirmed. */
    DISBURSEMENT("987654356"),
    /** A random part of what was approved. */
    SAMPLE("987654357"),
    /** An application of it that nobody has checked. */
    SAMPLE_ROW("987654358"),
    /** A bureau that no other test knows, for the platform. */
    BUREAU("nowhere-at-all");

    private final String unknown;

    Thing(String unknown) {
        this.unknown = unknown;
    }

    /** One that is nowhere. */
    String unknown() {
        return unknown;
    }

    /** How it stands in addresses and forms of {@link RouteCases}. */
    String slot() {
        return "{" + name() + "}";
    }
}
