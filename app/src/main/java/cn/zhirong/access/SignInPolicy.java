package cn.zhirong.access;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How people sign in to one bureau.
 *
 * @param rules what a password must be
 * @param secondFactorRoles roles that do nothing before a second factor was given
 * @param idleMinutes after which an unused session ends: {@value #IDLE_LEAST} to {@value #IDLE_MOST}
 * @param sessionHours after which any session ends: 1 to {@value #HOURS_MOST}
 */
public record SignInPolicy(PasswordProfile rules, Set<Role> secondFactorRoles, int idleMinutes, int sessionHours) {
    public static final int IDLE_LEAST = 5;
    public static final int IDLE_MOST = 30;
    public static final int HOURS_MOST = 12;
    /** What holds where a bureau said nothing. */
    public static final SignInPolicy DEFAULT =
            new SignInPolicy(PasswordProfile.MODERN, EnumSet.noneOf(Role.class), IDLE_MOST, HOURS_MOST);

    public SignInPolicy {
        if (idleMinutes < IDLE_LEAST || idleMinutes > IDLE_MOST) {
            throw new IllegalArgumentException("无操作退出的时间须在 " + IDLE_LEAST + " 至 " + IDLE_MOST + " 分钟之间。");
        }
        if (sessionHours < 1 || sessionHours > HOURS_MOST) {
            throw new IllegalArgumentException("一次登录的有效时间须在 1 至 " + HOURS_MOST + " 小时之间。");
        }
        secondFactorRoles = Set.copyOf(secondFactorRoles);
    }

    /** What is asked of a password. */
    public enum PasswordProfile {
        /** Long, not common, never changed for its age alone: OWASP ASVS 5, 6.2. */
        MODERN("以长度为主，不定期更换"),
        /** Complex and changed every {@value SignInPolicy#CHANGE_DAYS} days: GB/T 22239-2019, 8.1.4.1. */
        CLASSIFIED("等级保护：复杂度加 90 天更换");

        private final String label;

        PasswordProfile(String label) {
            this.label = label;
        }

        /** The words a reader sees. */
        public String label() {
            return label;
        }
    }

    static final int CHANGE_DAYS = 90;

    Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }

    Duration longest() {
        return Duration.ofHours(sessionHours);
    }
}
