package org.broadsheet.cli;

/** How a command writes its answer. */
enum Format {
    TEXT, JSON
}
