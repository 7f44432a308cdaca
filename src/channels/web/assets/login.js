// @ts-check
// Whoever came by the link of a citation gets to its words after logging in: the place stands in the fragment, which the server never sees.

const next = document.querySelector('input[name="next"]');
if (next instanceof HTMLInputElement && location.pathname !== '/login') next.value += location.hash;
