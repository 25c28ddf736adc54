package cn.zhirong.access;

/** What an account may do in its bureau. */
public enum Role {
    /** 经办: enters, never releases what they entered. */
    OFFICER("经办"),
    /** 复核: releases what somebody else entered. */
    REVIEWER("复核"),
    /** 局长. */
    DIRECTOR("局长");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }
}
