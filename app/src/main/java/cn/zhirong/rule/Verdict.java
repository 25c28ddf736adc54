package cn.zhirong.rule;

/** What comes of a criterion. Unknown is never taken for yes. */
public enum Verdict {
    MET("符合"),
    NOT_MET("不符合"),
    /** A fact is missing that could decide it. */
    UNKNOWN("待补充"),
    /** Nothing is missing but an officer's judgement. */
    OFFICER("待经办判断");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    /** All of these together: one no decides; else what is unknown stands before what is to be judged. */
    static Verdict all(Iterable<Finding> findings) {
        Verdict worst = MET;
        for (Finding finding : findings) {
            worst = worst.and(finding.verdict());
        }
        return worst;
    }

    Verdict and(Verdict other) {
        if (this == NOT_MET || other == NOT_MET) {
            return NOT_MET;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : this == OFFICER || other == OFFICER ? OFFICER : MET;
    }

    /** At least so many of these. */
    static Verdict some(int least, Iterable<Finding> findings) {
        int met = 0;
        int unknown = 0;
        int officer = 0;
        for (Finding finding : findings) {
            switch (finding.verdict()) {
                case MET -> met++;
                case UNKNOWN -> unknown++;
                case OFFICER -> officer++;
                case NOT_MET -> {}
            }
        }
        if (met >= least) {
            return MET;
        }
        if (met + officer + unknown < least) {
            return NOT_MET;
        }
        return unknown > 0 ? UNKNOWN : OFFICER;
    }

    Verdict not() {
        return this == MET ? NOT_MET : this == NOT_MET ? MET : this;
    }
}
