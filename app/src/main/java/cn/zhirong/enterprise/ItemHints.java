package cn.zhirong.enterprise;

/** What a person should know when they fill in a column; empty where its name says it. */
final class ItemHints {
    private ItemHints() {}

    static String of(ItemGroup group, ItemColumn column) {
        return switch (group) {
            case HONOUR -> "";
            case PROPERTY -> column == ItemColumn.PARTIES ? "有几个共有人的，用顿号分开；没有的不填。" : "";
            case CREDIT ->
                switch (column) {
                    case BEGINS_ON -> "列入名单的，填列入日期。";
                    case ENDS_ON -> "列入名单的，填移出日期；还在名单里的不填。";
                    default -> "";
                };
            case LOAN ->
                switch (column) {
                    case INTEREST -> "上一年实际付给银行的利息，不含罚息、复利和违约金。";
                    case PLEDGE -> "从 " + String.join("、", ItemGroup.PLEDGES) + " 里选，有几种的用顿号分开，没有质押的写“无”。";
                    case TITLE -> "质押的专利号、商标注册号等。";
                    case IP_AMOUNT -> "组合担保的，填银行写明的知识产权部分；全部是知识产权质押的可以不填。";
                    default -> "";
                };
            case FEE ->
                switch (column) {
                    case RATE -> "增值税税率，例如 6。";
                    case BELONGS_TO -> "为哪一笔贷款或者哪一期产品付的，填它的编号。";
                    default -> "";
                };
            case EVENT ->
                switch (column) {
                    case TITLE -> "上市的填主板、科创板、创业板、北交所或者境外；发行证券化产品的填产品名称。";
                    case AMOUNT -> "上市的填首发募集资金净额，发行的填发行规模。";
                    default -> "";
                };
        };
    }
}
