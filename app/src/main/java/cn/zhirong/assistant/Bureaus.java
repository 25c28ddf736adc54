package cn.zhirong.assistant;

import cn.zhirong.tenant.TenantProfile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tenant as the bureau that answers. */
public final class Bureaus {
    private Bureaus() {}

    /** Who answers for this tenant. */
    public static Question.Bureau of(TenantProfile profile) {
        String place = profile.region().name();
        return new Question.Bureau(
                profile.slug(), profile.name(), place.isBlank() ? List.of() : List.of(place), contact(profile));
    }

    /** The way to a person in one line, such as {@code 融资服务科；电话 …；时间 工作日 …}; empty where none is known. */
    static String contact(TenantProfile profile) {
        TenantProfile.Contact contact = profile.contact();
        String phone = contact.phone() == null ? "" : "电话 " + contact.phone();
        String hours = contact.hours() == null ? "" : "时间 " + contact.hours();
        String department = contact.department() == null ? "" : contact.department();
        String address = contact.address() == null ? "" : "地址 " + contact.address();
        return Stream.of(department, phone, hours, address)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("；"));
    }
}
