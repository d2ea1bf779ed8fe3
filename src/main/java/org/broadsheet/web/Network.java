package org.broadsheet.web;

import java.net.InetAddress;

/**
 * Addresses that begin alike.
 *
 * @param address one of them
 * @param bits how many bits they have in common
 */
public record Network(InetAddress address, int bits) {

    public Network {
        if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("/" + bits + " is no length of a prefix of " + address.getHostAddress());
        }
    }

    /**
     * Reads an address ({@code 10.0.0.1}, {@code ::1}) or a network ({@code 10.0.0.0/8}). Names are not looked up.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return new Network(address, address.getAddress().length * Byte.SIZE);
        }
        try {
            return new Network(address, Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no network like 10.0.0.0/8", e);
        }
    }

    /** Whether an address is one of them. */
    public boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
