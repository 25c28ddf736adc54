package cn.zhirong.web;

import cn.zhirong.access.Person;

/** How many notices a person has not read, for the head of every page. */
public interface Unread {
    /** The number, 0 where there is none. */
    int of(Person person);
}
