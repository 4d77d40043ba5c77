package io.enablement.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine's loopback address. */
public final class Ports {

    /** Below those that systems give to outgoing connections, which could take a port meanwhile. */
    private static final int FIRST_FREE = 20_000;

    private static final int AFTER_FREE = 32_000;

    private Ports() {}

    /** A port on which nobody listens now. */
    public static int free() {
        int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, AFTER_FREE);
        while (!isFree(port)) {
            port = ThreadLocalRandom.current().nextInt(FIRST_FREE, AFTER_FREE);
        }
        return port;
    }

    /** The port itself where it is free, a free one for 0. */
    static int claim(int port, String part, String flag) {
        if (port == 0) {
            return free();
        }
        if (isFree(port)) {
            return port;
        }
        throw StackException.portTaken(part, port, flag);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for a port", e);
        }
    }
}
