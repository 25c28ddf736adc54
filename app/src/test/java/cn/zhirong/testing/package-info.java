/** What tests of every feature share: one real server on one real database, and a browser without scripts. */
@NullMarked
package cn.zhirong.testing;

import org.jspecify.annotations.NullMarked;
