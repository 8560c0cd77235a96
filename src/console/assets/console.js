// What the pages do faster with a keyboard. Everything here can be done without it.
const isTyping = (element) => element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(element.tagName));

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  const links = [...document.querySelectorAll('.records > li > a')];
  const at = links.indexOf(document.activeElement);
  if (event.key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (event.key === 'k') links[Math.max(at - 1, 0)]?.focus();
  else if (event.key === '/') document.querySelector('input[type=search]')?.focus();
  else {
    const wanted = [...document.querySelectorAll('[data-key]')].find((element) => element.dataset.key === event.key);
    if (wanted === undefined) return;
    wanted.click();
  }
  event.preventDefault();
});

// The second press of a button sends nothing again.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent === 'yes') event.preventDefault();
  form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent; });

document.getElementById('cited')?.focus({ preventScroll: true });
