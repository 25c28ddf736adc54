package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule grants.
 *
 * @param id its name within the rule, which caps and payments refer to
 * @param label in Chinese
 * @param to who is paid
 * @param payee the field that says which institution; null for the firm, or where it does not matter
 * @param shares how the amount is divided among several; empty when all of it goes to {@code to}; the rates sum to 100 %
 */
public record Benefit(
        String id,
        String label,
        Beneficiary to,
        @Nullable FactRef payee,
        Formula amount,
        List<ShareOut> shares,
        ProvisionReference clause) {
    public Benefit {
        shares = List.copyOf(shares);
        long sum = shares.stream().mapToLong(share -> share.rate().ppm()).sum();
        if (!shares.isEmpty() && sum != Rate.ONE_PPM) {
            throw new IllegalArgumentException("shares of " + id + " sum to " + sum + " millionths");
        }
    }

    /** One share of an amount. */
    public record ShareOut(Beneficiary to, Rate rate) {}
}
