package cn.zhirong.rule;

import cn.zhirong.kernel.Money;

/** Who gets how much for what. */
public record Payout(String benefit, Beneficiary to, String payee, String key, Money amount) {}
