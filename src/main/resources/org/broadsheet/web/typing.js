// Suggestions while typing: an editable combobox with a list, as the ARIA Authoring Practices describe it. The focus
// stays in the box, the arrow keys move through the list, Enter takes what was chosen with them and otherwise searches
// for what stands there.

const list = document.createElement('ul');
let suggestions = []; // their texts
let chosen = -1; // which of them, or -1 for what was typed
let typed = '';
let request = null;
let waiting = 0;
let composing = false;

list.id = 'suggestions';
list.className = 'suggestions';
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', 'Suggestions');
list.hidden = true;
box.after(list);
for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id})) {
    box.setAttribute(name, value);
}

function close() {
    clearTimeout(waiting);
    request?.abort();
    list.hidden = true;
    chosen = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
}

function open(found) {
    suggestions = found.map(one => one.text);
    list.replaceChildren(...found.map((one, i) => {
        const option = document.createElement('li');
        option.id = `suggestion-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const kind = document.createElement('span');
        kind.className = 'kind-of';
        kind.textContent = one.kind === 'word' ? '' : one.kind;
        option.append(one.text, kind);
        return option;
    }));
    chosen = -1;
    list.hidden = found.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    box.removeAttribute('aria-activedescendant');
}

function choose(which) {
    chosen = which;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === which)));
    if (which < 0) {
        box.removeAttribute('aria-activedescendant');
        box.value = typed;
    } else {
        box.setAttribute('aria-activedescendant', list.children[which].id);
        list.children[which].scrollIntoView({block: 'nearest'});
        box.value = suggestions[which];
    }
}

async function suggest() {
    request?.abort();
    const mine = request = new AbortController();
    const text = box.value;
    if (text.trim() === '') {
        close();
        return;
    }
    try {
        const url = `/api/suggest?size=8&q=${encodeURIComponent(text)}`;
        const answer = await (await fetch(url, {signal: mine.signal})).json();
        if (!mine.signal.aborted && document.activeElement === box && box.value === text) {
            typed = text;
            open(answer.suggestions ?? []);
        }
    } catch (problem) {
        if (problem.name !== 'AbortError') {
            close();
        }
    }
}

function later() {
    clearTimeout(waiting);
    request?.abort();
    typed = box.value;
    chosen = -1;
    if (!composing) {
        waiting = setTimeout(suggest, PAUSE);
    }
}

box.addEventListener('compositionstart', () => {
    composing = true;
});
box.addEventListener('compositionend', () => {
    composing = false;
    later();
});
box.addEventListener('input', later);
box.addEventListener('blur', close);
form.addEventListener('submit', close);

box.addEventListener('keydown', event => {
    if (event.isComposing || composing) {
        return; // these keys are those of the input method
    }
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && !list.hidden) {
        event.preventDefault();
        const places = suggestions.length + 1; // the text that was typed is one of them
        choose((chosen + 1 + step + places) % places - 1);
    } else if (step === 1 && box.value.trim() !== '') {
        event.preventDefault();
        suggest();
    } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        choose(-1);
        close();
    }
});

// Before the box loses the focus, which would close the list under the pointer.
list.addEventListener('pointerdown', event => {
    event.preventDefault();
});
list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) {
        box.value = suggestions[[...list.children].indexOf(option)];
        form.requestSubmit();
    }
});

document.addEventListener('keydown', event => {
    const elsewhere = event.target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (event.key === '/' && !elsewhere && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        box.focus();
        box.select();
    }
});
