// Begins.

/** What is done to each answer, the first included. */
function settle() {
    rove();
}

settle();
