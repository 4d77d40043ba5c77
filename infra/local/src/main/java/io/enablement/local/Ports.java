package io.enablement.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
final class Ports {

    private Ports() {}

    /** The port itself where it is free, a free one for 0. */
    static int claim(int port, String part, String flag) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw StackException.portTaken(part, port, flag);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for a port", e);
        }
    }
}
