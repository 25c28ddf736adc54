package cn.zhirong.application;

import io.micronaut.aop.Around;
import io.micronaut.transaction.annotation.Transactional;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What changes something: one transaction, and done again from its start where the database rolled it back for another one. Within
 * a transaction of somebody else it is a part of that, and only the whole is done again. What leaves the database, such as letters,
 * waits for the commit and so goes out once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Around
@Transactional
@interface Whole {}
