// Every page works without this file. It looks ahead while one types, opens pages by keys, and keeps what was typed.
'use strict';

const off = 'tracker.keys.off';

// Keys ---------------------------------------------------------------------------------------------------------------

const dialog = document.getElementById('keys');
let first = ''; // the g of "g t"

const isTyping = target =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const links = () => [...document.querySelectorAll('.list tbody th a:first-of-type, .desk .number')];

function step(by) {
  const all = links();
  const now = all.indexOf(document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, now + by))]?.focus();
}

function find() {
  const box = document.querySelector('[data-key="/"]');
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  } else {
    box?.click();
  }
}

function showKeys() {
  if (!dialog || dialog.open) {
    return;
  }

  document.getElementById('keys-switch').textContent = localStorage.getItem(off) ? '启用快捷键' : '停用快捷键';
  dialog.showModal();
}

document.addEventListener('keydown', event => {
  const composing = event.isComposing || event.keyCode === 229; // 229: an input method has the key
  if (composing || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || dialog?.open) {
    first = '';
    return;
  }

  if (event.key === '?') {
    showKeys(); // also while the others are off: they are switched on here
    event.preventDefault();
    return;
  }

  if (localStorage.getItem(off) || event.key.length !== 1) {
    return;
  }

  const keys = first ? `${first} ${event.key}` : event.key;
  first = keys === 'g' ? 'g' : '';
  const done = { j: () => step(1), k: () => step(-1), '/': find }[keys]
    ?? (link => link && (() => link.click()))(document.querySelector(`a[data-key="${CSS.escape(keys)}"]`));
  if (done) {
    done();
    event.preventDefault();
  }
});

document.getElementById('keys-switch')?.addEventListener('click', () => {
  if (localStorage.getItem(off)) {
    localStorage.removeItem(off);
  } else {
    localStorage.setItem(off, '1');
  }

  dialog.close();
});

// Forms --------------------------------------------------------------------------------------------------------------

const ahead = form => form.querySelector('button[formaction$="?handler=Preview"]');

/** What a button of the form would answer, as a page; none if it has to wait for something else. */
async function answer(form, button, signal) {
  const response = await fetch(new URL(button.formAction), { method: 'POST', body: new URLSearchParams(new FormData(form)), signal });
  return response.ok || response.status === 422
    ? new DOMParser().parseFromString(await response.text(), 'text/html')
    : null;
}

/** Sentences about what is filled in; what is still empty is not complained of while one types. */
function faults(form, page) {
  return [...page.querySelectorAll('.errors li')]
    .filter(line => {
      const link = line.querySelector('a');
      const field = link && form.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`);
      return !link || (field && 'value' in field && field.value !== '');
    })
    .map(line => {
      const said = document.createElement('p');
      said.className = 'fault';
      said.textContent = line.textContent.trim();
      return said;
    });
}

function lookAhead(form) {
  const button = ahead(form);
  const place = document.getElementById('foreseen');
  if (!button || !place) {
    return;
  }

  let running = null;
  let timer = 0;
  const look = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const page = await answer(form, button, running.signal);
      const seen = page?.getElementById('foreseen');
      if (!seen) {
        return;
      }

      place.replaceChildren(...faults(form, page), ...seen.childNodes);
      for (const box of form.querySelectorAll('input.day')) {
        const read = page.getElementById(box.id);
        if (read && box !== document.activeElement && read.value !== box.value) {
          box.value = read.value; // the day as it was understood
        }
      }
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        place.replaceChildren(); // nothing is known; the form works as without script
      }
    }
  };
  form.addEventListener('submit', () => {
    clearTimeout(timer); // a look sent beside the form would be answered with the banner meant for the next page
    running?.abort();
  });
  form.addEventListener('change', event => {
    if (event.target.type !== 'file') {
      clearTimeout(timer);
      timer = setTimeout(look, 150);
    }
  });
}

/** 识别: fills in what the server read, without leaving the page. */
function paste(form) {
  const button = form.querySelector('button[formaction$="?handler=Paste"]');
  const fill = async () => {
    const page = await answer(form, button);
    for (const box of page?.querySelectorAll('form.log [id^="Form_"]') ?? []) {
      const mine = document.getElementById(box.id);
      if (mine && 'value' in mine && mine.value === '' && box.value) {
        mine.value = box.value;
        mine.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
  };
  button?.addEventListener('click', event => {
    event.preventDefault();
    fill();
  });
  form.querySelector('#Form_Pasted')?.addEventListener('paste', () => setTimeout(fill));
}

/** A calendar beside each typed day, for who would rather choose. */
function pickers(form) {
  for (const box of form.querySelectorAll('input.day')) {
    const picker = Object.assign(document.createElement('input'), { type: 'date', tabIndex: -1, className: 'picker' });
    picker.setAttribute('aria-hidden', 'true');
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'second calendar', textContent: '日历' });
    button.setAttribute('aria-label', '打开日历');
    const label = form.querySelector(`label[for="${CSS.escape(box.id)}"]`);
    if (label) {
      label.id ||= `${box.id}-label`;
      button.setAttribute('aria-describedby', label.id);
    }

    button.addEventListener('click', () => {
      picker.value = box.value;
      picker.showPicker?.();
    });
    picker.addEventListener('change', () => {
      box.value = picker.value;
      box.dispatchEvent(new Event('change', { bubbles: true }));
      box.focus();
    });
    box.after(picker, button);
  }
}

for (const form of document.querySelectorAll('main form[method="post"]')) {
  let typed = false;
  let sent = false;
  form.addEventListener('input', () => { typed = true; });
  form.addEventListener('submit', event => {
    if (sent) {
      event.preventDefault(); // a double click sends once; the server would take it once, too
      return;
    }

    sent = true;
    setTimeout(() => { sent = false; }, 3000);
  });
  addEventListener('beforeunload', event => {
    if (typed && !sent) {
      event.preventDefault();
    }
  });
  addEventListener('pageshow', () => { sent = false; });
  pickers(form);
  lookAhead(form);
  paste(form);
}

// After a refusal the summary is read first.
document.querySelector('.errors')?.focus();
