package cn.zhirong.subsidy;

/**
 * What one can apply for.
 *
 * @param code small letters, digits and hyphens; the id of its rules
 * @param policy the code of the policy it rests on first
 */
public record Programme(
        long id,
        String code,
        String title,
        ProgrammeKind kind,
        String policy,
        ProgrammeContent content,
        int revision) {}
