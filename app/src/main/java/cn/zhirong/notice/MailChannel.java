package cn.zhirong.notice;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * E-mail by SMTP. {@code zhirong.mail.host}, {@code .port}, {@code .username}, {@code .password}, {@code .from} and {@code
 * .security}: {@code starttls} (the default; refused if the server has none), {@code tls} or {@code none}.
 */
@Singleton
class MailChannel implements Channel {
    private final String host;
    private final String from;
    private final Session session;

    MailChannel(
            @Value("${zhirong.mail.host:}") String host,
            @Value("${zhirong.mail.port:587}") int port,
            @Value("${zhirong.mail.username:}") String username,
            @Value("${zhirong.mail.password:}") String password,
            @Value("${zhirong.mail.from:}") String from,
            @Value("${zhirong.mail.security:starttls}") String security) {
        this.host = host;
        this.from = from;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "10000");
        properties.setProperty("mail.smtp.writetimeout", "10000");
        properties.setProperty("mail.smtp.auth", String.valueOf(!username.isEmpty()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security.equals("starttls")));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security.equals("tls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        session = Session.getInstance(properties, username.isEmpty() ? null : new Login(username, password));
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean isConfigured() {
        return !host.isEmpty() && !from.isEmpty();
    }

    @Override
    public void send(Letter letter) throws NotSent {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
            message.setSubject(letter.subject(), "UTF-8");
            message.setText(letter.words(), "UTF-8");
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (AddressException e) {
            throw NotSent.forGood("地址的写法不对");
        } catch (SendFailedException e) {
            // The server's own words would name the address.
            throw refusedForGood(e) ? NotSent.forGood("邮件服务器不接受这个地址") : NotSent.forNow("邮件服务器暂时不接受");
        } catch (MessagingException e) {
            throw NotSent.forNow("邮件服务器连接失败");
        }
    }

    /** Codes of 5xx say never, 4xx say later. */
    private static boolean refusedForGood(@Nullable Exception e) {
        for (@Nullable Exception cause = e;
                cause != null;
                cause = cause instanceof MessagingException m ? m.getNextException() : null) {
            if (cause instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException failed) {
                return failed.getReturnCode() >= 500;
            }
        }
        return false;
    }

    private static final class Login extends Authenticator {
        private final String username;
        private final String password;

        private Login(String username, String password) {
            this.username = username;
            this.password = password;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(username, password);
        }
    }
}
