/** Words that every package shares and that know nothing but the JDK. */
@NullMarked
package cn.zhirong.kernel;

import org.jspecify.annotations.NullMarked;
