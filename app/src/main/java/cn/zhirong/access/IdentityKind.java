package cn.zhirong.access;

/** How a provider of identities is spoken to. */
public enum IdentityKind {
    /** OpenID Connect: authorization code with PKCE. */
    OPENID("OpenID Connect"),
    /** The browser brings a ticket that works once; the server exchanges it, as portals of provinces do. */
    TICKET("票据换取（浙里办、粤商通一类）");

    private final String label;

    IdentityKind(String label) {
        this.label = label;
    }

    /** The words a reader sees. */
    public String label() {
        return label;
    }
}
