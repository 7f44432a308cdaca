// @ts-check
// Files dropped anywhere on the page go in one after the other, each with its progress. Without this file the form sends them together.

const form = /** @type {HTMLFormElement} */ (document.getElementById('intake'));
const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
const list = /** @type {HTMLUListElement} */ (document.getElementById('outcomes'));

/** @type {{ file: File, line: HTMLElement, said: Record<string, string>, to: string }[]} */
const waiting = [];
let sending = false;
/** Of all files taken on this page, how many have an outcome. */
const counted = { done: 0, all: 0 };
const total = /** @type {HTMLElement} */ (document.getElementById('total'));
/** The server says when it has too much at once; then a file is tried again after so long. */
const AGAIN_MS = 2000;

/** @param {Iterable<File>} files @param {string} to where each is sent: to be taken in, or to be checked only */
function take(files, to) {
  // What is said of whose they are counts for the files that are taken now.
  const said = Object.fromEntries(['org', 'year'].map((name) => [name, /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value]));
  for (const file of files) {
    const line = document.createElement('li');
    line.className = 'outcome';
    const name = document.createElement('span');
    name.className = 'file';
    name.textContent = file.name;
    const progress = document.createElement('progress');
    progress.max = 1;
    progress.value = 0;
    progress.setAttribute('aria-label', `${form.dataset.waiting ?? ''} ${file.name}`);
    line.append(progress, ' ', name);
    list.append(line);
    waiting.push({ file, line, said, to });
    counted.all += 1;
  }
  tellTotal();
  void sendAll();
}

function tellTotal() {
  total.hidden = counted.all < 2;
  total.textContent = (form.dataset.total ?? '').replace('{done}', String(counted.done)).replace('{all}', String(counted.all));
}

async function sendAll() {
  if (sending) return;
  sending = true;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    await send(next);
    counted.done += 1;
    tellTotal();
  }
  sending = false;
}

/** @param {(typeof waiting)[number]} upload @returns {Promise<void>} */
function send(upload) {
  const { file, line, said, to } = upload;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    for (const [name, value] of Object.entries(said)) body.append(name, value);
    request.open('POST', to);
    request.setRequestHeader('X-Wenbao-Part', '1');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const progress = line.querySelector('progress');
      if (progress !== null) progress.value = loaded / total;
    });
    request.addEventListener('loadend', () => {
      if (request.status === 429) return void setTimeout(() => void send(upload).then(resolve), AGAIN_MS);
      const arrived = new DOMParser().parseFromString(request.responseText, 'text/html');
      const outcomes = request.status === 200 ? [...arrived.querySelectorAll('.outcome')] : [];
      if (outcomes.length > 0) line.replaceWith(...outcomes.map((outcome) => document.importNode(outcome, true)));
      else {
        line.classList.add('refused');
        line.querySelector('progress')?.remove();
        // A refusal is a page that says one thing; none at all means that nobody answered.
        const why = document.createElement('p');
        why.textContent = arrived.querySelector('.sheet p')?.textContent ?? form.dataset.failed ?? '';
        line.append(why);
      }
      return resolve();
    });
    request.send(body);
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { submitter } = event;
  take(input.files ?? [], submitter instanceof HTMLButtonElement ? submitter.formAction : form.action);
  form.reset();
});

for (const type of ['dragenter', 'dragover']) {
  addEventListener(type, (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
}
addEventListener('dragleave', (event) => event.relatedTarget === null && form.classList.remove('over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('over');
  take(event.dataTransfer?.files ?? [], form.action);
});
