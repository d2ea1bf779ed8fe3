package org.broadsheet.cli;

/** {@code broadsheet.yaml} cannot be used; the message says where and why, in one line. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
