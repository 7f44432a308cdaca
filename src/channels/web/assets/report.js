// @ts-check
// Marks the words that `#c-START-END(.START-END)*` names, and tells what a figure is when it is chosen. `?c=` does the first without this file.

const report = /** @type {HTMLElement} */ (document.getElementById('report'));
const badPlace = /** @type {HTMLElement} */ (document.getElementById('bad-place'));
const toCited = /** @type {HTMLAnchorElement} */ (document.getElementById('to-cited'));
const note = /** @type {HTMLElement} */ (document.getElementById('figure-note'));
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

function showCited() {
  const fragment = decodeURIComponent(location.hash.slice(1));
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
  first?.scrollIntoView({ block: 'center' });
}

addEventListener('hashchange', showCited);
showCited();

// The switch of language keeps the place, which the server never sees.
const language = document.querySelector('a.language');
if (language instanceof HTMLAnchorElement) language.addEventListener('click', () => (language.hash = location.hash));

const figures = [...report.querySelectorAll('.fig')].filter((figure) => figure instanceof HTMLElement);
figures[0]?.setAttribute('tabindex', '0');

/** @param {Element | null} figure */
function tell(figure) {
  note.hidden = figure === null;
  if (figure !== null) note.textContent = figure.getAttribute('title');
}

/** @param {EventTarget | null} target */
const figureAt = (target) => (target instanceof Element ? target.closest('.fig') : null);

report.addEventListener('mouseover', (event) => tell(figureAt(event.target)));
report.addEventListener('mouseleave', () => tell(figureAt(document.activeElement)));
report.addEventListener('focusin', (event) => tell(figureAt(event.target)));
report.addEventListener('focusout', () => tell(null));
report.addEventListener('keydown', (event) => {
  const figure = figureAt(event.target);
  const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
  if (figure === null || step === 0) return;
  event.preventDefault();
  const next = figures[figures.indexOf(/** @type {HTMLElement} */ (figure)) + step];
  if (!(next instanceof HTMLElement)) return;
  figure.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
});
