/**
 * How is Broadsheet run? The program and its commands, one class each; here all the other packages are wired together,
 * and nowhere else.
 *
 * <p>{@link org.broadsheet.cli.Broadsheet} is the entry point. Only this package reads options, environment variables
 * and {@code broadsheet.yaml}; the others are given records of settings. Results go to standard output and all else to
 * standard error, both in UTF-8. The exit status is 0 (done), 1 (done, but files were rejected and that was asked
 * about), 2 (wrong usage) or 3 (it could not be done).
 */
package org.broadsheet.cli;
