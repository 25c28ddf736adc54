package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Fails as code of ours might; there only where a test asks for it. */
@Requires(property = "zhirong.test.broken")
@Needs(Action.ENTER)
@Controller("/{slug}/broken")
class BrokenController {
    @Get
    String fail() {
        throw new IllegalStateException("SELECT secret FROM account; /var/lib/zhirong");
    }
}
