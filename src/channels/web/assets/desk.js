// @ts-check
// "Make an alias" beside a question puts its words into the form above; the operator cuts them to the phrase that stands for a figure.

const phrase = /** @type {HTMLInputElement} */ (document.getElementById('phrase'));

for (const button of document.querySelectorAll('.teach')) {
  button.removeAttribute('hidden');
  button.addEventListener('click', () => {
    phrase.value = /** @type {HTMLElement} */ (button).dataset.phrase ?? '';
    phrase.scrollIntoView({ block: 'center' });
    phrase.focus({ preventScroll: true });
    phrase.select();
  });
}
