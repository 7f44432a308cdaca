// @ts-check
// Marks the words that `#c-START-END(.START-END)*` names, and opens what is known of a figure beside the text. `?c=` and `?f=` do both without this file.

const report = /** @type {HTMLElement} */ (document.getElementById('report'));
const badPlace = /** @type {HTMLElement} */ (document.getElementById('bad-place'));
const toCited = /** @type {HTMLAnchorElement} */ (document.getElementById('to-cited'));
const note = /** @type {HTMLElement} */ (document.getElementById('figure'));
const length = Number(report.dataset.length);
const MOST_SPANS = 200;

/** The spans of a fragment in reading order; null when it names a place that is none of this text's. @param {string} place */
function spansOf(place) {
  if (!/^\d{1,9}-\d{1,9}(?:\.\d{1,9}-\d{1,9})*$/.test(place)) return null;
  const spans = place.split('.').map((span) => {
    const [start = 0, end = 0] = span.split('-').map(Number);
    return { start, end };
  });
  if (spans.length > MOST_SPANS || spans.some(({ start, end }) => end <= start || end > length)) return null;
  return spans;
}

function unmark() {
  for (const mark of report.querySelectorAll('mark')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** Wraps `[start, end)` of the source wherever its characters stand. @param {number} start @param {number} end */
function mark(start, end) {
  for (const stretch of report.querySelectorAll('[data-s]')) {
    const from = Number(/** @type {HTMLElement} */ (stretch).dataset.s);
    if (from >= end) return;
    if (from + (stretch.textContent ?? '').length <= start) continue;
    const walker = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT);
    /** @type {{ node: Text, at: number }[]} */
    const texts = [];
    let at = from;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      texts.push({ node: /** @type {Text} */ (node), at });
      at += /** @type {Text} */ (node).data.length;
    }
    for (const { node, at: place } of texts) {
      const first = Math.max(start - place, 0);
      const last = Math.min(end - place, node.data.length);
      if (first >= last || node.parentElement?.closest('mark')) continue;
      const range = document.createRange();
      range.setStart(node, first);
      range.setEnd(node, last);
      range.surroundContents(document.createElement('mark'));
    }
  }
}

/** True when a boundary stands between the two halves of a character outside the basic plane. @param {{ start: number, end: number }[]} spans */
function splitsPair(spans) {
  const text = [...report.querySelectorAll('[data-s]')].map((stretch) => stretch.textContent).join('');
  return spans.some(({ start, end }) => [start, end].some((at) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))));
}

/** The fragment without percent signs; as it stands where they make no text. */
function fragmentRead() {
  const raw = location.hash.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** @param {ScrollBehavior} behavior */
function showCited(behavior) {
  const fragment = fragmentRead();
  if (!fragment.startsWith('c-')) return;
  badPlace.hidden = true;
  let first = report.querySelector('mark');
  if (first?.id !== fragment) {
    unmark();
    const spans = report.dataset.otherVersion === undefined ? spansOf(fragment.slice(2)) : [];
    if (spans === null || splitsPair(spans)) badPlace.hidden = false;
    else for (const { start, end } of spans) mark(start, end);
    first = report.querySelector('mark');
    if (first !== null) first.id = fragment;
  }
  toCited.hidden = first === null;
  toCited.href = `#${fragment}`;
  first?.scrollIntoView({ block: 'center', behavior });
}

addEventListener('hashchange', () => showCited('auto'));
// Whoever follows a citation wants to be there, not to see the way.
showCited('instant');

// The switch of language keeps the place, which the server never sees.
const language = document.querySelector('a.language');
if (language instanceof HTMLAnchorElement) language.addEventListener('click', () => (language.hash = location.hash));

const figures = [...report.querySelectorAll('.fig')].filter((figure) => figure instanceof HTMLElement);
figures[0]?.setAttribute('tabindex', '0');
/** The figure whose card is open. @type {HTMLElement | null} */
let opened = null;
let asked = 0;

/** @param {EventTarget | null} target */
const figureAt = (target) => (target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest('.fig')) : null);
/** @param {string | undefined} id */
const figureOf = (id) => /** @type {HTMLAnchorElement | null} */ (report.querySelector(`.fig[href*="&f=${id}#"]`));

/** One line on a figure, while no card is open. @param {Element | null} figure */
function tell(figure) {
  if (opened !== null) return;
  const hint = figure?.getAttribute('title') ?? null;
  note.hidden = hint === null;
  note.textContent = hint;
}

/** Gives each figure its line, once nothing else is to be done: the lines are as long as the report. */
async function hint() {
  const response = await fetch(report.dataset.hints ?? '', { signal: AbortSignal.timeout(20_000) }).catch(() => null);
  if (response === null || !response.ok) return;
  /** @type {Record<string, string>} */
  const hints = await response.json();
  for (const figure of figures) figure.title = hints[new URLSearchParams(/** @type {HTMLAnchorElement} */ (figure).search).get('f') ?? ''] ?? '';
  tell(figureAt(document.activeElement) ?? report.querySelector('.fig:hover'));
}
if (figures.length > 0) addEventListener('load', () => (globalThis.requestIdleCallback ?? setTimeout)(() => void hint()));

/** @param {HTMLAnchorElement} figure */
async function open(figure) {
  const mine = (asked += 1);
  try {
    const response = await fetch(figure.href, { headers: { 'X-Wenbao-Part': '1' }, signal: AbortSignal.timeout(20_000) });
    if (!response.ok) throw new Error(String(response.status));
    const parts = new DOMParser().parseFromString(await response.text(), 'text/html').body.childNodes;
    if (mine !== asked) return;
    choose(figure);
    note.replaceChildren(...[...parts].map((part) => document.importNode(part, true)));
    note.hidden = false;
  } catch {
    // The address shows the same.
    location.assign(figure.href);
  }
}

/** @param {HTMLAnchorElement | null} figure */
function choose(figure) {
  opened?.classList.remove('chosen');
  opened = figure;
  figure?.classList.add('chosen');
}

function close() {
  const back = opened;
  choose(null);
  note.hidden = true;
  note.replaceChildren();
  back?.focus({ preventScroll: true });
}

report.addEventListener('mouseover', (event) => tell(figureAt(event.target)));
report.addEventListener('mouseleave', () => tell(figureAt(document.activeElement)));
report.addEventListener('focusin', (event) => tell(figureAt(event.target)));
report.addEventListener('focusout', () => tell(null));
report.addEventListener('click', (event) => {
  const figure = figureAt(event.target);
  if (figure === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // Whoever marks words with the mouse does not choose a figure.
  if (!getSelection()?.isCollapsed) return;
  reach(figure);
  void open(figure);
});
report.addEventListener('keydown', (event) => {
  const figure = figureAt(event.target);
  const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
  if (figure === null || step === 0) return;
  event.preventDefault();
  const next = figures[figures.indexOf(figure) + step];
  if (!(next instanceof HTMLElement)) return;
  reach(next);
  next.focus();
});

/** Of all figures the one last reached is the one that Tab comes to. @param {HTMLElement} figure */
function reach(figure) {
  for (const other of report.querySelectorAll('.fig[tabindex="0"]')) other.setAttribute('tabindex', '-1');
  figure.setAttribute('tabindex', '0');
}

note.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.classList.contains('close')) {
    event.preventDefault();
    return close();
  }
  const figure = link.dataset.figure === undefined ? null : figureOf(link.dataset.figure);
  if (figure === null) return;
  event.preventDefault();
  figure.scrollIntoView({ block: 'center' });
  void open(figure);
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && opened !== null) close();
});
const shown = note.querySelector('.figure-card');
if (shown instanceof HTMLElement) choose(figureOf(shown.dataset.figure));
opened?.scrollIntoView({ block: 'start', behavior: 'instant' });
