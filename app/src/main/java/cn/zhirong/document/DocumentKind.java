package cn.zhirong.document;

/** What sort of paper a document is. Only the first five bind anybody. */
public enum DocumentKind {
    /** 法律、法规、规章. */
    REGULATION("法规"),
    /** 办法、细则、规定. */
    MEASURE("办法"),
    /** 方案、规划、行动计划、意见. */
    PLAN("方案"),
    /** 通知、决定、批复、函、通报. */
    NOTICE("通知"),
    /** 申报指南、办事指南. */
    GUIDE("指南"),
    /** 政策解读、问答. */
    INTERPRETATION("解读"),
    /** 新闻报道. */
    NEWS("新闻"),
    /** 征求意见稿: never the ground of a payment. */
    DRAFT_FOR_COMMENT("征求意见稿");

    private final String label;

    DocumentKind(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }

    /** Whether it lays something down, rather than tells of it or asks for opinions. */
    public boolean isBinding() {
        return switch (this) {
            case REGULATION, MEASURE, PLAN, NOTICE, GUIDE -> true;
            case INTERPRETATION, NEWS, DRAFT_FOR_COMMENT -> false;
        };
    }
}
