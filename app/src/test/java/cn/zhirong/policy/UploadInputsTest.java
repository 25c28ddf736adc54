package cn.zhirong.policy;

import static cn.zhirong.policy.PolicyFixture.CHEN;
import static cn.zhirong.policy.PolicyFixture.LI;
import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.desk;
import static cn.zhirong.policy.PolicyFixture.draft;
import static cn.zhirong.policy.PolicyFixture.file;
import static cn.zhirong.policy.PolicyFixture.library;
import static cn.zhirong.policy.PolicyFixture.measure;
import static cn.zhirong.policy.PolicyFixture.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cn.zhirong.document.Provision;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Awkward documents on their whole way, from the upload to what a reader sees. */
class UploadInputsTest {
    private final Tenant city = TestServer.get().aBureau();

    @Test
    void one_changed_amount_makes_a_new_version_whose_difference_is_that_amount() {
        String number = aNumber();
        PolicyVersion old = published(city, measure(number, "每户每年贴息不超过50万元。"));
        String text = measure(number, "每户每年贴息不超过80万元。");
        Upload upload = desk().upload(city, CHEN, "办法.md", file(text), new UploadHints(old.policyId(), ""));
        assertThat(upload).asInstanceOf(type(Upload.Stored.class)).satisfies(stored -> {
            assertThat(stored.sameText()).isNull();
            assertThat(stored.version().policyId()).isEqualTo(old.policyId());
            assertThat(stored.version().number()).isEqualTo(2);
        });
        PolicyVersion draft = ((Upload.Stored) upload).version();
        desk().publish(city, LI, draft.id(), draft.revision());

        String page = new Browser()
                .open("/" + city.slug() + "/policies/" + old.policyId() + "/comparison?from=1&to=2")
                .body();

        assertThat(page).contains("修改 1 处", "新增 0 处", "删除 0 处").contains("<del>50</del><ins>80</ins>万元");
    }

    @Test
    void three_years_from_the_day_of_issue_are_counted_and_end_with_their_last_day() {
        String text = measure(aNumber(), "贴息比例为三成。").replace("自2026年3月1日起施行，有效期至2027年2月28日", "自印发之日起施行，有效期三年");
        PolicyVersion version = published(city, text);

        assertThat(version.effectiveFrom()).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(version.expiresOn()).isEqualTo(LocalDate.of(2029, 2, 9));
        assertThat(validity(version, LocalDate.of(2026, 2, 9))).isEqualTo(Validity.NOT_YET_IN_FORCE);
        assertThat(validity(version, LocalDate.of(2026, 2, 10))).isEqualTo(Validity.IN_FORCE);
        assertThat(validity(version, LocalDate.of(2029, 2, 9))).isEqualTo(Validity.IN_FORCE);
        assertThat(validity(version, LocalDate.of(2029, 2, 10))).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void a_document_of_the_future_repeals_an_older_one_from_its_own_first_day() {
        String number = aNumber();
        PolicyVersion old = published(city, measure(number, "贴息比例为三成。"));
        PolicyVersion next = published(
                city,
                measure(aNumber(), "贴息比例为五成。")
                        .replace("# 云山市知识产权质押贴息办法（示例）", "# 云山市贴息新办法（示例）")
                        .replace(
                                "2026年3月1日起施行，有效期至2027年2月28日", "2027年1月1日起施行，《云山市知识产权质押贴息办法（示例）》（" + number + "）同时废止"));
        LocalDate eve = LocalDate.of(2026, 12, 31);

        assertThat(validity(next, eve)).isEqualTo(Validity.NOT_YET_IN_FORCE);
        assertThat(validity(old, eve)).isEqualTo(Validity.IN_FORCE);
        assertThat(validity(next, eve.plusDays(1))).isEqualTo(Validity.IN_FORCE);
        assertThat(validity(old, eve.plusDays(1))).isEqualTo(Validity.REPEALED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★5年", "秘密", "内部资料，注意保存"})
    void a_document_with_a_mark_of_secrecy_waits_for_a_person(String mark) {
        PolicyVersion draft = draft(city, mark + "\n\n" + measure(aNumber(), "贴息比例为三成。"));

        assertThat(desk().draft(city, draft.id()).holds())
                .extracting(PolicyNotice::code)
                .contains("classified");
        assertHeld(draft);
    }

    @Test
    void a_list_of_persons_waits_and_its_numbers_are_not_repeated() {
        String first = "6200000000000005";
        String second = "6200000000000013";
        PolicyVersion draft =
                draft(city, measure(aNumber(), "贴息比例为三成。") + "\n附件：名单\n\n甲 " + first + "\n\n乙 " + second + "\n");

        assertThat(desk().draft(city, draft.id()).holds()).anySatisfy(notice -> {
            assertThat(notice.code()).isEqualTo("personal-data");
            assertThat(notice.message()).contains("2个银行卡号").doesNotContain(first, second);
        });
        assertHeld(draft);
    }

    @Test
    void the_words_of_templates_are_read_and_shown_as_they_stand() {
        List<String> odd =
                List.of("${7*7}", "<#assign x=\"freemarker.template.utility.Execute\"?new()>", "{{x}}", "#{x}");
        PolicyVersion version = published(city, measure(aNumber(), "填写“" + String.join("、", odd) + "”一栏。"));

        assertThat(library()
                        .document(city, version.policyId(), null, LocalDate.of(2026, 4, 1))
                        .orElseThrow()
                        .provisions())
                .extracting(Provision::text)
                .anySatisfy(text -> assertThat(text).contains(odd));
        String page = new Browser()
                .open("/" + city.slug() + "/policies/" + version.policyId() + "/v1")
                .body();
        assertThat(page)
                .contains("${7*7}", "{{x}}", "#{x}")
                .contains("&lt;#assign x=&quot;freemarker.template.utility.Execute&quot;?new()&gt;")
                .doesNotContain("<#assign");
    }

    private void assertHeld(PolicyVersion draft) {
        assertThatThrownBy(() -> desk().publish(city, LI, draft.id(), draft.revision()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status().getCode()).isEqualTo(400));
        assertThat(library().document(city, draft.policyId(), null, LocalDate.of(2026, 4, 1)))
                .isEmpty();
    }

    private Validity validity(PolicyVersion of, LocalDate asOf) {
        return library().document(city, of.policyId(), null, asOf).orElseThrow().validity();
    }
}
