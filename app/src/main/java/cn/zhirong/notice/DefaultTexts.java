package cn.zhirong.notice;

import cn.zhirong.tenant.LetterKind;
import cn.zhirong.tenant.LetterKinds;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of those who wrote none of their own. */
@Singleton
public class DefaultTexts implements Texts, LetterKinds {
    private static final String FOOT = "\n\n{{单位}}\n本信由系统自动发出，请勿回复。我们不会向您索要密码和验证码。";

    private static final Map<String, LetterKind> TEXTS = Map.ofEntries(
            text("account.invitation", "邀请函", "请开通您在{{单位}}的账号", """
                    {{姓名}}，您好：
                    {{单位}}为您开了账号（岗位：{{岗位}}）。请打开下面的链接设置密码：
                    {{链接}}
                    链接只能用一次，{{有效期}}内有效。如果您不认识我们，请不用理会这封信。"""),
            text("account.reset", "重设密码", "重设您在{{单位}}的密码", """
                    {{姓名}}，您好：
                    有人为您的账号申请了重设密码。是您本人的话，请打开下面的链接：
                    {{链接}}
                    链接只能用一次，{{有效期}}内有效。不是您本人的话，不用理会，原来的密码照旧可用。"""),
            text("account.second-factor", "两步验证有变动", "您的两步验证有变动", """
                    {{姓名}}，您好：
                    您在{{单位}}的账号于 {{时间}} 变动了两步验证。不是您本人操作的，请马上联系本单位管理员。"""),
            text("account.password-changed", "密码已修改", "您的密码已修改", """
                    {{姓名}}，您好：
                    您在{{单位}}的账号于 {{时间}} 修改了密码。不是您本人操作的，请马上联系本单位管理员。"""),
            text("account.identity", "统一身份有变动", "您账号关联的身份有变动", """
                    {{姓名}}，您好：
                    您在{{单位}}的账号于 {{时间}} {{变动}}（登录渠道：{{渠道}}）。不是您本人操作的，请马上联系本单位管理员。"""),
            text("account.counterpart", "服务单位有变动", "您账号连接的单位有变动", """
                    {{姓名}}，您好：
                    您在{{单位}}的账号于 {{时间}} {{变动}}（{{对方单位}}）。不是您本人操作的，请马上修改密码，并联系本单位管理员。"""),
            text("account.new-sign-in", "在新的地方登录", "您的账号在新的地方登录", """
                    {{姓名}}，您好：
                    您的账号于 {{时间}} 在以前没有用过的设备上登录。不是您本人的话，请修改密码，并在“我的账号—登录设备”里让其他设备都退出。"""),
            text("enterprise.registered", "企业登记回执", "已收到{{企业}}的登记", """
                    {{姓名}}，您好：
                    我们收到了{{企业}}的登记，核验之后会再告诉您结果。"""),
            text("enterprise.verified", "企业核验通过", "{{企业}}已通过核验", """
                    {{姓名}}，您好：
                    {{企业}}已通过核验，现在可以办理业务了：
                    {{链接}}"""),
            text("enterprise.refused", "企业核验未通过", "{{企业}}没有通过核验", """
                    {{姓名}}，您好：
                    {{企业}}没有通过核验。原因：{{原因}}
                    改正之后可以重新登记；有疑问请联系我们。"""),
            text("enterprise.transfer-code", "打款核验", "请填写转账附言里的核验码", """
                    {{姓名}}，您好：
                    我们向{{企业}}的对公账户转了一笔小额款项，附言里有核验码。请打开下面的页面填写：
                    {{链接}}"""),
            text("enterprise.waiting", "企业登记待核验提醒", "{{企业}}登记了，等待核验", """
                    {{企业}}在本单位登记，请打开下面的页面核对材料并给出结果。"""),
            text("application.waiting", "补贴申报待办提醒", "{{企业}}的补贴申报：{{状态}}", """
                    {{企业}}申报“{{项目}}”（{{编号}}），{{事项}}，现在是“{{状态}}”，期限 {{期限}}。{{说明}}"""),
            text("application.moved", "补贴申报进度", "“{{项目}}”申报：{{状态}}", """
                    贵企业申报的“{{项目}}”（{{编号}}）：{{事项}}，现在是“{{状态}}”，期限 {{期限}}。
                    {{说明}}"""),
            text("application.objection", "公示异议待办提醒", "有人对{{企业}}的补贴提出异议", """
                    有人对{{企业}}的“{{项目}}”（{{编号}}）提出异议，由没有参与审核的人员答复。"""),
            text("application.payment", "补贴拨付待确认提醒", "拨付批次 {{编号}} 等待确认", """
                    拨付批次 {{编号}}，合计 {{金额}}，请核对后确认。"""),
            text("application.assigned", "补贴申报分给您提醒", "{{经办}}分给您 {{份数}} 份补贴申报", """
                    {{经办}}分给您 {{份数}} 份补贴申报，请打开下面的页面办理。"""),
            text("application.window", "补贴订阅提醒", "“{{项目}}”{{事项}}", """
                    您订阅的“{{项目}}”{{事项}}（{{期限}}）。{{说明}}
                    {{链接}}
                    {{退订}}"""),
            text("application.deadline", "补贴办理到期提醒", "“{{项目}}”须在 {{期限}} 前{{事项}}", """
                    贵企业申报的“{{项目}}”（{{编号}}）须在 {{期限}} 前{{事项}}，{{剩余}}。
                    {{链接}}"""),
            text("privacy.waiting", "个人信息申请待办提醒", "有一份个人信息申请等待答复", """
                    有人提交了申请（{{事项}}），最晚在 {{期限}} 答复。"""),
            text("privacy.received", "个人信息申请回执", "已收到您的个人信息申请", """
                    {{姓名}}，您好：
                    我们收到了您的申请（{{事项}}），最晚在 {{期限}} 答复。"""),
            text("privacy.answered", "个人信息申请答复", "您的个人信息申请有了答复", """
                    {{姓名}}，您好：
                    您的申请（{{事项}}）已有答复：{{答复}}
                    {{链接}}"""),
            text("tenant.deletion", "删除告知", "{{单位}}的数据将被删除", """
                    {{姓名}}，您好：
                    {{单位}}已申请删除，全部数据将在 {{期限}} 之后删除。在那之前可以撤回。"""));

    @Override
    public Optional<NoticeText> find(Tenant tenant, String kind) {
        return Optional.ofNullable(TEXTS.get(kind)).map(it -> new NoticeText(it.subject(), it.body()));
    }

    /** All of them, for the page where a bureau writes its own. */
    @Override
    public List<LetterKind> kinds() {
        return TEXTS.values().stream()
                .sorted(Comparator.comparing(LetterKind::kind))
                .toList();
    }

    private static Map.Entry<String, LetterKind> text(String kind, String label, String subject, String words) {
        NoticeText text = new NoticeText(subject, words + FOOT);
        return Map.entry(kind, new LetterKind(kind, label, subject, text.words(), text.fields()));
    }
}
