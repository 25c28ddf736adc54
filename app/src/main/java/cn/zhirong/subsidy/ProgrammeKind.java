package cn.zhirong.subsidy;

/** What a programme pays for, in the order in which people look for it. */
public enum ProgrammeKind {
    INTEREST("贷款贴息"),
    VALUATION_FEE("评估费补贴"),
    GUARANTEE_FEE("担保费补贴"),
    PREMIUM("保费补贴"),
    SECURITISATION("证券化费用补贴"),
    LISTING("上市挂牌奖励"),
    OTHER("其他扶持");

    private final String label;

    ProgrammeKind(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
