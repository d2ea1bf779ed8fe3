// The chart over the results. Drawn across, it spans a range; arrow keys move from bar to bar, with Shift they span a
// range, Enter narrows the search to it and Escape gives it up.

const bars = () => [...document.querySelectorAll('.time .chart a[data-from]')];
let anchor = -1; // the bar at which a range begins, or -1
let drag = null; // the bars that the pointer was over when it went down and is now

function mark(first, last) {
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    bars().forEach((bar, i) => bar.classList.toggle('spanned', first >= 0 && i >= low && i <= high));
}

function narrow(first, last) {
    const all = bars();
    const url = new URL(document.querySelector('.time').dataset.all, location.href);
    url.searchParams.set('from', all[Math.min(first, last)].dataset.from);
    url.searchParams.set('to', all[Math.max(first, last)].dataset.to);
    anchor = -1;
    if (isSearch(url)) {
        show(url);
    } else {
        location.assign(url);
    }
}

/** The bar nearest to a place of the screen, in pixels from its left edge. */
function nearest(x) {
    const distance = bar => {
        const place = bar.querySelector('.slot').getBoundingClientRect();
        return Math.max(place.left - x, x - place.right, 0);
    };
    return bars().reduce((best, bar, i, all) => distance(bar) < distance(all[best]) ? i : best, 0);
}

/** One stop for the tab key: a chart of sixty days is not sixty stops. */
function rove() {
    const all = bars();
    const current = Math.max(0, all.findIndex(bar => bar.hasAttribute('aria-current')));
    all.forEach((bar, i) => bar.setAttribute('tabindex', i === current ? '0' : '-1'));
}

document.addEventListener('keydown', event => {
    const all = bars();
    const at = all.indexOf(event.target.closest?.('.time .chart a'));
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1}[event.key];
    if (to !== undefined) {
        event.preventDefault();
        const next = Math.min(Math.max(to, 0), all.length - 1);
        anchor = !event.shiftKey ? -1 : anchor < 0 ? at : anchor;
        all.forEach((bar, i) => bar.setAttribute('tabindex', i === next ? '0' : '-1'));
        all[next].focus();
        mark(anchor, next);
    } else if (event.key === 'Enter' && anchor >= 0) {
        event.preventDefault();
        narrow(anchor, at);
    } else if (event.key === 'Escape') {
        anchor = -1;
        mark(-1, -1);
    }
});

document.addEventListener('pointerdown', event => {
    if (event.button === 0 && event.target.closest?.('.time .chart') && bars().length > 0) {
        const at = nearest(event.clientX);
        drag = {from: at, to: at};
    }
});

document.addEventListener('pointermove', event => {
    if (drag) {
        drag.to = nearest(event.clientX);
        if (drag.to !== drag.from || document.querySelector('.time .spanned')) {
            mark(drag.from, drag.to);
        }
    }
});

document.addEventListener('pointerup', () => {
    const range = drag;
    drag = null;
    if (range && range.from !== range.to) {
        // The click that follows is the end of the drag, not a wish for its last bar.
        addEventListener('click', event => {
            event.preventDefault();
            event.stopPropagation();
        }, {capture: true, once: true});
        setTimeout(() => narrow(range.from, range.to));
    }
});

document.addEventListener('pointercancel', () => {
    drag = null;
    mark(-1, -1);
});

document.addEventListener('dragstart', event => {
    if (event.target.closest?.('.time .chart')) {
        event.preventDefault(); // a bar is a link, and would be dragged away
    }
});
