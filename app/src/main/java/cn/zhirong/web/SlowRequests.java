package cn.zhirong.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that send a request more slowly than anybody's line: from its first byte a request has {@code
 * zhirong.limits.slow-request} (60 s) and another second for every 4 KiB that came. Without this, a few bytes a minute on many
 * connections would hold them all open.
 */
@Singleton
class SlowRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final long BYTES_A_SECOND = 4096;

    private final Duration grace;

    SlowRequests(@Value("${zhirong.limits.slow-request:60s}") Duration grace) {
        this.grace = grace;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Watching(null));
        return event.getBean();
    }

    private final class Watching implements NettyServerCustomizer {
        private final @Nullable Channel channel;

        private Watching(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel accepted, ChannelRole role) {
            return new Watching(accepted);
        }

        @Override
        public void onStreamPipelineBuilt() {
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (channel != null && channel.pipeline().get(codec) != null) {
                Begun begun = new Begun(grace.toNanos());
                channel.pipeline().addBefore(codec, "zhirong-slow-begun", begun);
                channel.pipeline().addAfter(codec, "zhirong-slow-ended", new Ended(begun));
            }
        }
    }

    /** Sees bytes: the first of a request starts its clock. */
    private static final class Begun extends ChannelInboundHandlerAdapter {
        private final long grace;
        private long since;
        private long bytes;
        private @Nullable ScheduledFuture<?> check;

        private Begun(long grace) {
            this.grace = grace;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf buffer) {
                if (check == null) {
                    since = System.nanoTime();
                    bytes = 0;
                    long pause = Math.max(grace / 4, TimeUnit.MILLISECONDS.toNanos(50));
                    check = context.executor()
                            .scheduleAtFixedRate(() -> look(context), pause, pause, TimeUnit.NANOSECONDS);
                }
                bytes += buffer.readableBytes();
            }
            context.fireChannelRead(message);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // whatever comes of it, the connection is given up
        private void look(ChannelHandlerContext context) {
            long allowed = grace + TimeUnit.SECONDS.toNanos(1) * (bytes / BYTES_A_SECOND);
            if (System.nanoTime() - since > allowed) {
                ended();
                context.close();
            }
        }

        private void ended() {
            ScheduledFuture<?> running = check;
            if (running != null) {
                running.cancel(false);
                check = null;
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            ended();
            context.fireChannelInactive();
        }
    }

    /** Sees messages: the last part of a request stops its clock. */
    private static final class Ended extends ChannelInboundHandlerAdapter {
        private final Begun begun;

        private Ended(Begun begun) {
            this.begun = begun;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof LastHttpContent) {
                begun.ended();
            }
            context.fireChannelRead(message);
        }
    }
}
