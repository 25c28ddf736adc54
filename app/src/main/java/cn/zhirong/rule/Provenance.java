package cn.zhirong.rule;

import java.time.LocalDate;

/**
 * Why a fact is believed.
 *
 * @param on the day it was said, looked at or sent
 * @param evidence what it rests on, such as the name of a certificate; empty when nothing was shown
 */
public record Provenance(Source source, LocalDate on, String evidence) {}
