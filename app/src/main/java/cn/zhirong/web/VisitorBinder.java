package cn.zhirong.web;

import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the visitor that {@link VisitorFilter} found. */
@Singleton
class VisitorBinder implements TypedRequestArgumentBinder<Visitor> {
    @Override
    public Argument<Visitor> argumentType() {
        return Argument.of(Visitor.class);
    }

    @Override
    public ArgumentBinder.BindingResult<Visitor> bind(
            ArgumentConversionContext<Visitor> context, HttpRequest<?> source) {
        Visitor visitor = visitor(source);
        return () -> Optional.of(visitor);
    }

    static Visitor visitor(HttpRequest<?> request) {
        return request.getAttribute(Visitor.ATTRIBUTE, Visitor.class)
                .orElseGet(() -> new Visitor(null, "", Display.DEFAULT));
    }
}
