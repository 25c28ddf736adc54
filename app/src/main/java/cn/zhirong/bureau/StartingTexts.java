package cn.zhirong.bureau;

import cn.zhirong.tenant.TenantProfile;
import java.util.List;

/** What a new bureau may begin with instead of empty pages; its director changes it. */
final class StartingTexts {
    private StartingTexts() {}

    /** The profile with a welcome, questions to begin with, and its own name as the host. */
    static TenantProfile in(TenantProfile profile) {
        return new TenantProfile(
                profile.slug(),
                profile.name(),
                profile.shortName(),
                profile.region(),
                profile.primary(),
                profile.contact(),
                profile.footer().host() == null
                        ? new TenantProfile.Footer(profile.name(), null, null, null, null)
                        : profile.footer(),
                List.of(
                        "贷款贴息的比例是多少，一年最多能拿多少？",
                        "申请补贴要交哪些材料？",
                        "补贴什么时候受理，到哪里交？",
                        "哪些企业可以申请？",
                        "评估费和担保费能补贴多少？",
                        "贷款出现不良，风险由谁分担？"),
                "您好。您可以问本局已发布的金融政策。每句回答都注明出自哪份文件的哪一条；文件没有写的，会直接告诉您。",
                profile.illustrative());
    }
}
