package cn.zhirong.assistant;

/**
 * Names a turn.
 *
 * @param tenantId whose it is
 * @param conversation 32 hexadecimal digits
 * @param number from 1 within its conversation
 */
record TurnKey(long tenantId, String conversation, int number) {}
