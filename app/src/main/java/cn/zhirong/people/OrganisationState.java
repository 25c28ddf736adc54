package cn.zhirong.people;

/** How far an organisation has come. */
enum OrganisationState {
    /** It registered itself; nobody has looked at it. */
    PENDING("待核验"),
    /** It is who it says. */
    VERIFIED("已核验"),
    /** It is not, or not here. */
    REFUSED("未通过");

    private final String label;

    OrganisationState(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }
}
