/** Where nobody has chosen a zone yet, the browser's own is chosen already; to send it stays with the reader. */
export function offerOwnZone(root: ParentNode): void {
  const select = root.querySelector<HTMLSelectElement>('[data-own-zone] select');
  if (select?.value !== '') return;
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some(({ value }) => value === own)) select.value = own;
}
