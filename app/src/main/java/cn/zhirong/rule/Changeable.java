package cn.zhirong.rule;

/** Whether a firm can do something about a fact. What has happened, and how old one is, it cannot change. */
public enum Changeable {
    /** Past events, ages, and what others decide. */
    NEVER,
    /** Can be had, or had more of: honours, patents, staff. */
    UP,
    /** Can be lowered: a debt ratio. */
    DOWN,
    /** Either way: where one is registered. */
    ANY
}
