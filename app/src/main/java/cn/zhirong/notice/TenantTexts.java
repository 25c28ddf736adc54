package cn.zhirong.notice;

import cn.zhirong.tenant.LetterTexts;
import cn.zhirong.tenant.Tenant;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A bureau's own words where it wrote some, else the standard ones. */
@Singleton
@Primary
class TenantTexts implements Texts {
    private final LetterTexts own;
    private final DefaultTexts standard;

    TenantTexts(LetterTexts own, DefaultTexts standard) {
        this.own = own;
        this.standard = standard;
    }

    @Override
    public Optional<NoticeText> find(Tenant tenant, String kind) {
        return own.find(tenant, kind)
                .map(text -> new NoticeText(text.subject(), text.body()))
                .or(() -> standard.find(tenant, kind));
    }
}
