package org.broadsheet.cli;

/** The program. */
public final class Broadsheet {
    private Broadsheet() {}

    public static void main(String[] arguments) {
        IO.println("Broadsheet");
    }
}
