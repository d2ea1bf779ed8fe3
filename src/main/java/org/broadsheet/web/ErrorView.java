package org.broadsheet.web;

/** A page that says what went wrong. */
record ErrorView(LayoutView layout, String title, String detail) {}
