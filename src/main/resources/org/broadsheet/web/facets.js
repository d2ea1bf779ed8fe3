// Long facets. The link to all values becomes a field that searches them where one is.

/** How long nobody types before the values are asked for, in milliseconds: less than a reader notices. */
const PAUSE = 120;

/** Puts a field with a list below it in the place of the link. */
function searchIn(link) {
    const place = link.parentElement;
    const facet = link.dataset.facet;
    const field = document.createElement('input');
    field.type = 'search';
    field.className = 'search-in';
    field.autocomplete = 'off';
    field.placeholder = link.textContent;
    field.setAttribute('aria-label', `Search ${facet} by beginning`);
    const list = document.createElement('ul');
    list.className = 'values';
    place.replaceChildren(field, list);
    let request = null;
    let timer = 0;
    const fill = async () => {
        request?.abort();
        const mine = request = new AbortController();
        const url = new URL(`/api/facets/${facet}`, location.href);
        for (const [name, value] of new URL(location.href).searchParams) {
            if (!['page', 'cursor', 'size', 'sort', 'facets', 'explain'].includes(name)) {
                url.searchParams.append(name, value);
            }
        }
        url.searchParams.set('prefix', field.value);
        url.searchParams.set('size', '30');
        try {
            const answer = await (await fetch(url, {signal: mine.signal})).json();
            const shown = new Set([...document.querySelectorAll(`#facets > fieldset > .values input[name=${facet}]`)]
                    .map(input => input.value));
            list.replaceChildren(...(answer.values ?? []).filter(value => !shown.has(value.value))
                    .map(value => row(facet, value)));
        } catch (problem) {
            if (problem.name !== 'AbortError') {
                list.replaceChildren();
            }
        }
    };
    field.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(fill, PAUSE);
    });
    field.addEventListener('keydown', event => {
        if (event.key === 'Enter') {
            event.preventDefault(); // it searches values, not articles
        }
    });
    field.focus();
    return fill();
}

/** One value as the server writes it. */
function row(facet, value) {
    const item = document.createElement('li');
    const label = document.createElement('label');
    const check = document.createElement('input');
    check.type = 'checkbox';
    check.name = facet;
    check.value = value.value;
    check.setAttribute('form', 'search');
    const text = document.createElement('span');
    text.className = 'value';
    text.textContent = value.value;
    const count = document.createElement('span');
    count.className = 'count';
    count.textContent = value.count.toLocaleString('en');
    label.append(check, text, count);
    item.append(label);
    return item;
}

document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-facet]');
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        searchIn(link);
    }
});
