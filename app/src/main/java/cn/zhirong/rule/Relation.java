package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;

/**
 * How a rule stands to others. Where a rule pays for each record of a list, it holds for the same record; else for the firm.
 * What excludes each other does so between a record and the firm too; of what is compared to find the highest, the firm's own is
 * never weighed against a single record.
 *
 * @param with another rule, or the name of a group
 */
public record Relation(Way way, String with, ProvisionReference clause) {
    /** How they stand to each other. */
    public enum Way {
        /** One or the other; what was had from the other, here or from another government, excludes this one. */
        EXCLUSIVE_WITH("不得同时享受"),
        /** Of a group of rules the one that grants most: 就高不就低. */
        HIGHEST_OF("就高不重复"),
        /** What is paid here counts towards the combined cap of a group. */
        COUNTS_TOWARDS("计入合计上限");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        /** In Chinese. */
        public String label() {
            return label;
        }
    }
}
