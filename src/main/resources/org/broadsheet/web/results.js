// The results. What is asked for by the form or a link replaces the answer without loading the page anew; the address
// tells all of it, so that Back, Forward and a bookmark work as ever. Whatever fails here is done by the browser itself.

const form = document.getElementById('search');
const box = document.getElementById('q');
let shown = location.search; // what the page answers
let asked = null; // ends the request that a newer one makes superfluous

/** Where the form would lead, tidied as the server would tidy it. */
function formUrl() {
    const url = new URL(form.action);
    const quality = {min: '', max: ''};
    for (const [name, value] of new FormData(form)) {
        if (name === 'quality-min' || name === 'quality-max') {
            quality[name.slice(-3)] = value.trim();
        } else if ((value.trim() !== '' || name === 'facets') && !(name === 'sort' && value === 'relevance')) {
            url.searchParams.append(name, value);
        }
    }
    if (quality.min || quality.max) {
        url.searchParams.set('quality', `${quality.min}..${quality.max}`);
    }
    return url;
}

/** Whether an address is one of results, so that its answer fits into this page. */
function isSearch(url) {
    return url.origin === location.origin && url.pathname === '/' && document.getElementById('answer') !== null;
}

/** Asks for an answer and shows it. A kept address gets an entry in the history, one that is gone back to has it. */
async function show(url, keep = true) {
    asked?.abort();
    const mine = asked = new AbortController();
    const main = document.getElementById('main');
    main.setAttribute('aria-busy', 'true');
    try {
        const response = await fetch(url, {signal: mine.signal, headers: {Accept: 'text/html'}});
        const text = await response.text();
        if (mine.signal.aborted) {
            return;
        }
        const page = new DOMParser().parseFromString(text, 'text/html');
        if (!response.ok || !page.getElementById('answer')) {
            location.assign(url);
            return;
        }
        if (keep && response.url !== location.href) {
            history.pushState(null, '', response.url);
        }
        shown = location.search;
        replace(page, keep && document.activeElement === box);
    } catch (problem) {
        if (problem.name !== 'AbortError') {
            location.assign(url);
        }
    } finally {
        if (asked === mine) {
            main.removeAttribute('aria-busy');
        }
    }
}

/**
 * The parts that a search changes, less the box while somebody types there. The live region stays and only its text
 * changes, or nobody would hear of it.
 */
function replace(page, typing) {
    const focus = focused();
    const open = document.querySelector('.time .numbers')?.open;
    document.title = page.title;
    for (const selector of ['.summary h1', '.summary [role=status]', '.filters summary', '#facets', '#answer']) {
        const now = document.querySelector(selector);
        const then = page.querySelector(selector);
        if (now && then && now.innerHTML !== then.innerHTML) {
            now.replaceChildren(...then.childNodes);
        }
    }
    const sort = document.getElementById('sort');
    sort.replaceChildren(...page.getElementById('sort').childNodes);
    sort.value = sort.querySelector('[selected]')?.value ?? 'relevance'; // a choice does not survive the move
    for (const field of form.querySelectorAll('input[type=hidden]')) {
        field.remove();
    }
    form.append(...page.querySelectorAll('#search input[type=hidden]'));
    for (const link of document.head.querySelectorAll('link[rel=alternate]')) {
        link.href = page.head.querySelector(`link[rel=alternate][type="${link.type}"]`).getAttribute('href');
    }
    if (!typing) {
        box.value = page.getElementById('q').value;
    }
    const numbers = document.querySelector('.time .numbers');
    if (numbers && open) {
        numbers.open = true;
    }
    settle();
    restore(focus);
}

/** What has the focus, told in a way that outlives its replacement. */
function focused() {
    const element = document.activeElement;
    if (!element || !element.closest('#facets, #answer')) {
        return null;
    }
    if (element.name) {
        const value = element.type === 'checkbox' ? `[value="${CSS.escape(element.value)}"]` : '';
        return `[name="${element.name}"]${value}`;
    }
    return element.closest('.chart') ? '.chart a[tabindex="0"]' : '#main h1';
}

function restore(selector) {
    if (!selector || document.activeElement !== document.body) {
        return;
    }
    const target = document.querySelector(selector) ?? document.querySelector('#main h1');
    if (target.matches('h1')) {
        target.tabIndex = -1;
    }
    target.focus({preventScroll: true});
}

/** Why a result is where it is, asked for when somebody wants to know: it is told of all results of the page. */
async function explain(details) {
    const results = document.querySelectorAll('details.why[data-explain]');
    let text;
    try {
        text = await (await fetch(details.dataset.explain)).text();
    } catch {
        return; // the link in it leads there too
    }
    const page = new DOMParser().parseFromString(text, 'text/html');
    const told = page.querySelectorAll('.hits details.why');
    results.forEach((result, i) => {
        delete result.dataset.explain;
        if (told[i]) {
            result.replaceChildren(result.querySelector('summary'), told[i].querySelector('ul'));
        }
    });
}

form.addEventListener('submit', event => {
    const url = formUrl();
    if (isSearch(url)) {
        event.preventDefault();
        show(url);
    }
});

document.addEventListener('change', event => {
    const field = event.target;
    // A date or a number is changed by each key: those wait until they are left or Enter is pressed.
    if (field.form === form && (field.type === 'checkbox' || field.tagName === 'SELECT')) {
        form.requestSubmit();
    }
});

document.addEventListener('focusout', event => {
    const field = event.target;
    if (field.form === form && field.matches?.('.bounds input') && field.value !== field.defaultValue
            && field.checkValidity() && !event.relatedTarget?.matches('.bounds input')) {
        form.requestSubmit();
    }
});

document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey
            || event.altKey || !link.closest('#facets, #answer')) {
        return;
    }
    const url = new URL(link.getAttribute('href'), location.href);
    if (isSearch(url) && !link.hasAttribute('download')) {
        event.preventDefault();
        show(url).then(() => {
            if (link.closest('.pages, .hits')) {
                scrollTo(0, 0);
            }
        });
    }
});

document.addEventListener('toggle', event => {
    if (event.target.open && event.target.matches?.('details.why[data-explain]')) {
        explain(event.target);
    }
}, true);

addEventListener('popstate', () => {
    const url = new URL(location.href);
    if (isSearch(url) && url.search !== shown) { // else only the place on the page has changed
        show(url, false);
    }
});
