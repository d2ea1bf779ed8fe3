// Begins.

/** What is done to each answer, the first included. */
function settle() {
    rove();
}

// The page is not painted before this is done (blocking=render), so that nothing moves.
document.documentElement.classList.add('scripted');
settle();
