// @ts-check
// Makes the page to ask on a chat. Without this file every form on it works by itself.

const turns = /** @type {HTMLOListElement} */ (document.getElementById('turns'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('ask'));
const box = /** @type {HTMLTextAreaElement} */ (document.getElementById('q'));
const clear = /** @type {HTMLFormElement} */ (document.getElementById('clear'));

/** Questions asked on this page, oldest first; where ↑ and ↓ stand in them. */
const asked = [...turns.querySelectorAll('.asked p')].map((question) => question.textContent ?? '');
let recalled = asked.length;
let busy = false;

/** @param {ParentNode} within */
function showCopyButtons(within) {
  for (const button of within.querySelectorAll('.copy')) button.removeAttribute('hidden');
}

/** @param {string} tag @param {string} className @param {string} text */
function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A turn that waits for its answer. @param {string} question */
function waitingTurn(question) {
  const turn = element('li', 'turn', '');
  const said = element('div', 'asked', '');
  said.append(element('span', 'hidden', form.dataset.asked ?? ''), element('p', '', question));
  turn.append(said, element('div', 'answer waiting', form.dataset.thinking ?? ''));
  return turn;
}

/** @param {string} question */
async function ask(question) {
  if (busy || question.trim() === '') return;
  busy = true;
  asked.push(question);
  recalled = asked.length;
  const intro = document.getElementById('intro');
  const title = intro?.querySelector('h1');
  // The page keeps its heading for who does not see it.
  title?.classList.add('hidden');
  if (title) intro?.replaceWith(title);
  clear.hidden = false;
  const turn = waitingTurn(question);
  turns.append(turn);
  turn.scrollIntoView({ block: 'start' });
  box.value = '';
  try {
    const response = await fetch(form.action, { method: 'POST', headers: { 'X-Wenbao-Part': '1' }, body: new URLSearchParams({ q: question }), signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(String(response.status));
    const answered = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.turn');
    if (answered === null) throw new Error('no turn');
    // A long question is shown cut by the server; what the person typed is kept as it is recalled.
    const arrived = document.importNode(answered, true);
    turn.replaceWith(arrived);
    showCopyButtons(arrived);
    arrived.scrollIntoView({ block: 'start' });
  } catch {
    turn.querySelector('.answer')?.replaceChildren(form.dataset.failed ?? '');
    if (box.value === '') box.value = question;
  } finally {
    busy = false;
    // On a phone the keyboard would cover the answer.
    if (!matchMedia('(hover: none)').matches) box.focus({ preventScroll: true });
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask(box.value);
});

box.addEventListener('keydown', (event) => {
  // While an input method composes, Enter and arrows belong to it; 229 is how Safari says so.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === 'ArrowUp' && recalled > 0 && (box.value === '' || box.value === asked[recalled])) {
    event.preventDefault();
    recalled -= 1;
    box.value = asked[recalled] ?? '';
  } else if (event.key === 'ArrowDown' && recalled < asked.length && box.value === asked[recalled]) {
    event.preventDefault();
    recalled += 1;
    box.value = asked[recalled] ?? '';
  }
});

document.addEventListener('submit', (event) => {
  const button = /** @type {SubmitEvent} */ (event).submitter;
  if (!(button instanceof HTMLButtonElement) || button.name !== 'q') return;
  event.preventDefault();
  void ask(button.value);
});

/** @param {string} text */
async function copy(text) {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  // Plain http elsewhere than on this machine has no clipboard to write to.
  const area = /** @type {HTMLTextAreaElement} */ (element('textarea', 'hidden', ''));
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  return undefined;
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('.copy') : null;
  if (!(button instanceof HTMLButtonElement)) return;
  const label = button.textContent;
  void copy(button.dataset.copy ?? '').then(() => {
    button.textContent = button.dataset.done ?? label;
    setTimeout(() => (button.textContent = label), 2000);
  });
});

showCopyButtons(turns);
// Without this file Enter breaks the line.
document.getElementById('keys')?.removeAttribute('hidden');
if (!matchMedia('(hover: none)').matches) box.focus({ preventScroll: true });
