package cn.zhirong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Letters;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Letters and notices on the real database, sent by a channel of the test. */
class NoticeTest {
    private static final String ADDRESS = "zhao.qiye@example.cn";

    private final TestServer server = TestServer.get();
    private final Outbox outbox = server.bean(Outbox.class);
    private final OutboxRepository letters = server.bean(OutboxRepository.class);
    private final Inbox inbox = server.bean(Inbox.class);
    private final Tenant city = server.aBureau();
    private final FakeChannel mail = new FakeChannel();
    /** Of the sender: whatever a test writes is due by then, however slow the machine. */
    private Instant now = Instant.now().plus(Duration.ofHours(1));

    /** Takes down what it is to send, or fails as it is told. */
    private static final class FakeChannel implements Channel {
        private final List<Letter> sent = new ArrayList<>();
        private @Nullable NotSent failure;
        private int attempts;

        @Override
        public String name() {
            return "mail";
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public void send(Letter letter) throws NotSent {
            attempts++;
            if (failure != null) {
                throw failure;
            }
            sent.add(letter);
        }
    }

    @Test
    void a_letter_is_written_with_its_cause_and_sent_after_it_once() {
        assertThat(server.bean(Letters.class)).isInstanceOf(Outbox.class);
        Map<String, String> fields = Map.of("姓名", "赵经理", "链接", "https://example.cn/x", "有效期", "72 小时", "岗位", "企业负责人");
        outbox.write(city, ADDRESS, "account.invitation", fields);
        outbox.write(city, ADDRESS, "account.invitation", fields);
        assertThat(letters.newest(city.id())).hasSize(1);
        send();
        send();
        assertThat(mail.sent).hasSize(1);
        assertThat(mail.sent.getFirst().words())
                .contains(
                        "赵经理，您好",
                        "https://example.cn/x",
                        "72 小时",
                        city.profile().name())
                .doesNotContain("{{");
        OutboxRow sent = letters.newest(city.id()).getFirst();
        assertThat(sent.state()).isEqualTo(OutboxRow.State.SENT);
        assertThat(sent.words()).isEmpty();
        assertThat(sent.address()).isEqualTo("z***@example.cn");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_letter_of_a_change_that_failed_is_never_sent() {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    outbox.write(city, ADDRESS, "account.reset", Map.of());
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        send();
        assertThat(mail.sent).isEmpty();
    }

    @Test
    void a_failing_letter_is_tried_eight_times_with_doubled_pauses_and_then_held() {
        outbox.write(city, ADDRESS, "account.reset", Map.of());
        mail.failure = Channel.NotSent.forNow("连接失败");
        send();
        send();
        assertThat(mail.attempts).as("the second came before its time").isEqualTo(1);
        for (int attempt = 2; attempt <= LetterSender.ATTEMPTS; attempt++) {
            Duration pause = Duration.ofMinutes(1L << (attempt - 2));
            now = now.plus(pause).minusSeconds(5);
            send();
            assertThat(mail.attempts).isEqualTo(attempt - 1);
            now = now.plusSeconds(10);
            send();
            assertThat(mail.attempts).isEqualTo(attempt);
        }
        OutboxRow held = letters.newest(city.id()).getFirst();
        assertThat(held.state()).isEqualTo(OutboxRow.State.HELD);
        assertThat(held.reason()).isEqualTo("连接失败");
        now = now.plus(Duration.ofDays(9));
        send();
        assertThat(mail.attempts).isEqualTo(LetterSender.ATTEMPTS);

        mail.failure = null;
        assertThat(letters.retry(city.id(), held.id(), now)).isEqualTo(1);
        send();
        assertThat(mail.sent).hasSize(1);
    }

    @Test
    void an_address_that_is_refused_for_good_is_not_tried_again() {
        outbox.write(city, ADDRESS, "account.reset", Map.of());
        mail.failure = Channel.NotSent.forGood("不接受 " + ADDRESS);
        send();
        OutboxRow held = letters.newest(city.id()).getFirst();
        assertThat(held.state()).isEqualTo(OutboxRow.State.HELD);
        assertThat(held.reason()).isEqualTo("不接受 z***@example.cn");
    }

    @Test
    void a_letter_that_waits_lies_sealed_and_leaves_as_it_was_written() throws SQLException {
        outbox.write(city, ADDRESS, "account.reset", Map.of("链接", "https://example.cn/sign-in?token=geheim"));
        assertThat(stored()).isNotEmpty().doesNotContain("geheim", ADDRESS, "example.cn", "重设密码");
        mail.failure = Channel.NotSent.forGood("不接受");
        send();
        assertThat(stored()).as("held").doesNotContain("geheim", ADDRESS);
        mail.failure = null;
        letters.retry(city.id(), letters.newest(city.id()).getFirst().id(), now);
        send();
        assertThat(mail.sent).singleElement().satisfies(letter -> {
            assertThat(letter.address()).isEqualTo(ADDRESS);
            assertThat(letter.words()).contains("https://example.cn/sign-in?token=geheim");
        });
        assertThat(stored()).isEqualTo("z***@example.cn ");
    }

    @Test
    void a_letter_of_an_earlier_version_is_sent_as_well() throws SQLException {
        outbox.write(city, ADDRESS, "account.reset", Map.of());
        try (Connection connection = server.connection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE outbox_letter SET address = ?, words = '您好' WHERE tenant_id = ?")) {
            update.setString(1, ADDRESS);
            update.setLong(2, city.id());
            update.executeUpdate();
        }
        send();
        assertThat(mail.sent)
                .containsExactly(
                        new Channel.Letter(ADDRESS, mail.sent.getFirst().subject(), "您好"));
    }

    /** Address and words of the bureau's only letter as the database has them. */
    private String stored() throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT address, words FROM outbox_letter WHERE tenant_id = ?")) {
            select.setLong(1, city.id());
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1) + " " + row.getString(2);
            }
        }
    }

    @Test
    void two_senders_at_once_send_a_letter_once() {
        outbox.write(city, ADDRESS, "account.reset", Map.of());
        OutboxRow letter = letters.newest(city.id()).getFirst();
        assertThat(letters.take(city.id(), letter.id(), 0, now.plusSeconds(1), now.plusSeconds(60)))
                .isEqualTo(1);
        assertThat(letters.take(city.id(), letter.id(), 0, now.plusSeconds(1), now.plusSeconds(60)))
                .isZero();
        send();
        assertThat(mail.sent).isEmpty();
        now = now.plusSeconds(61);
        send();
        assertThat(mail.sent).as("the first sender died").hasSize(1);
    }

    @Test
    void merge_fields_are_words_and_nothing_else() {
        NoticeText text = new NoticeText("你好 {{姓名}}", "{{ 姓名 }}|{{不存在}}|${7*7}|<#assign x=1>|{{姓名}}")
                .fill(Map.of("姓名", "{{不存在}}$1\r\nBcc: x@example.cn"));
        assertThat(text.subject()).isEqualTo("你好 {{不存在}}$1 Bcc: x@example.cn");
        assertThat(text.words()).startsWith("{{不存在}}$1").contains("||${7*7}|<#assign x=1>|");
    }

    @Test
    void a_kind_without_a_text_is_told_all_the_same_and_paths_become_addresses() {
        Writing writing = new Writing(new DefaultTexts(), Clock.systemUTC(), "https://jinrong.example.cn/");
        NoticeText text = writing.write(city, "loan.unknown", Map.of("链接", "/city/x", "原因", "//evil.example"));
        assertThat(text.words()).contains("链接：https://jinrong.example.cn/city/x", "原因：//evil.example");
    }

    @Test
    void an_address_of_no_known_kind_is_refused() {
        for (String address : List.of("", "nobody", "1234", "@", "x".repeat(250) + "@x.cn")) {
            assertThatThrownBy(() -> outbox.write(city, address, "account.reset", Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void no_address_reaches_a_log() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        root.addAppender(seen);
        try {
            outbox.write(city, ADDRESS, "account.reset", Map.of("姓名", "赵某某"));
            outbox.write(city, "13800138000", "account.reset", Map.of("姓名", "赵某某"));
            mail.failure = Channel.NotSent.forGood("550 <" + ADDRESS + "> unknown");
            send();
            mail.failure = null;
            outbox.write(city, "again", ADDRESS, "account.reset", Map.of());
            send();
        } finally {
            root.detachAppender(seen);
        }
        assertThat(seen.list)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getThrowableProxy())
                        .doesNotContain(ADDRESS, "13800138000", "赵某某"));
        assertThat(seen.list).extracting(ILoggingEvent::getLevel).contains(Level.WARN);
    }

    @Test
    void a_person_sees_their_own_notices_counts_them_and_reads_them() {
        Browser officer = new Browser();
        Person wang = signedIn(officer, "wang", Role.OFFICER);
        Person li = signedIn(new Browser(), "li", Role.OFFICER);
        inbox.tell(
                city,
                wang.accountId(),
                "a",
                "enterprise.registered",
                Map.of("企业", "云山茶业<b>"),
                "/" + city.slug() + "/ask");
        inbox.tell(
                city,
                wang.accountId(),
                "a",
                "enterprise.registered",
                Map.of("企业", "云山茶业<b>"),
                "/" + city.slug() + "/ask");
        inbox.tell(city, wang.accountId(), "b", "privacy.answered", Map.of("答复", "已删除"), "");
        inbox.tell(city, li.accountId(), "c", "privacy.answered", Map.of("答复", "李的秘密"), "");
        String page = "/" + city.slug() + "/account/inbox";
        assertThat(officer.open("/" + city.slug() + "/ask").body()).contains("收件箱（2 条未读）");
        assertThat(officer.open(page).body())
                .contains("云山茶业&lt;b&gt;", "已删除", "有 2 条未读")
                .doesNotContain("李的秘密");
        long first = inbox.older(wang, Long.MAX_VALUE, 9).getLast().id();
        long ofLi = inbox.older(li, Long.MAX_VALUE, 9).getFirst().id();
        assertThat(officer.submit(page + "/" + first + "/reading", Map.of())
                        .uri()
                        .getPath())
                .isEqualTo("/" + city.slug() + "/ask");
        assertThat(officer.submit(page + "/" + ofLi + "/reading", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(inbox.of(wang)).isEqualTo(1);
        assertThat(officer.submit(page + "/reading", Map.of("upTo", String.valueOf(Long.MAX_VALUE / 100)))
                        .body())
                .contains("已全部标为已读", "没有未读的通知");
        assertThat(inbox.of(wang)).isZero();
        assertThat(inbox.of(li)).isEqualTo(1);
    }

    @Test
    void a_notice_for_an_account_of_another_bureau_is_refused_by_the_database() {
        Tenant other = server.aBureau();
        long foreign = server.bean(Accounts.class)
                .create(other, "zhao", "zhao", Role.OFFICER)
                .accountId();
        assertThatThrownBy(() -> inbox.tell(city, foreign, "a", "privacy.answered", Map.of(), ""))
                .hasMessageContaining("foreign key");
        assertThatThrownBy(() -> inbox.tell(city, 1, "a", "privacy.answered", Map.of(), "https://evil.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_outbox_shows_words_to_the_director_only_while_nothing_can_send_them_and_no_link_that_works() {
        outbox.write(
                city,
                ADDRESS,
                "account.reset",
                Map.of("链接", "https://example.cn/sign-in?token=geheim", "有效期", "30 分钟"));
        Browser director = new Browser();
        signedIn(director, "ju", Role.DIRECTOR);
        Browser auditor = new Browser();
        signedIn(auditor, "shen", Role.AUDITOR);
        String page = "/" + city.slug() + "/console/outbox";
        assertThat(director.open(page).body())
                .contains("https://example.cn/sign-in?（已隐藏）", "30 分钟", "z***@example.cn", "还没有配置发送方式")
                .doesNotContain("geheim", ADDRESS);
        assertThat(auditor.open(page).body()).contains("z***@example.cn").doesNotContain("geheim", ADDRESS, "30 分钟");
        mail.failure = Channel.NotSent.forGood("不接受");
        send();
        long held = letters.newest(city.id()).getFirst().id();
        assertThat(auditor.submit(page + "/" + held + "/retry", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(director.submit(page + "/" + held + "/retry", Map.of()).body())
                .contains("已重新排队发送");
        assertThat(director.submit(page + "/" + held + "/retry", Map.of()).statusCode())
                .isEqualTo(404);
    }

    private void send() {
        new LetterSender(
                        letters,
                        server.bean(SealedLetters.class),
                        List.of(mail),
                        server.bean(Tenants.class),
                        Clock.fixed(now.plusSeconds(1), ZoneOffset.UTC))
                .sendDue(city);
    }

    private Person signedIn(Browser browser, String username, Role role) {
        Accounts accounts = server.bean(Accounts.class);
        Person person = accounts.create(city, username, username, role);
        browser.submit("/" + city.slug() + "/sign-in", Browser.byLink(accounts.issue(person, CredentialKind.LINK)));
        return person;
    }
}
