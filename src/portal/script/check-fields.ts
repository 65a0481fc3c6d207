type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Says at a field that it is wanted, once its reader has left it empty; the server has the last word on everything. */
export function checkFields(root: ParentNode): void {
  for (const field of root.querySelectorAll<Field>('[data-missing]')) {
    field.addEventListener('blur', () => check(field));
    field.addEventListener('input', () => {
      if (field.value.trim() !== '') clear(field);
    });
  }
}

const idOf = (field: Field): string => `${field.id}-missing`;

function check(field: Field): void {
  if (field.value.trim() !== '') {
    clear(field);
    return;
  }
  if (document.getElementById(idOf(field)) || field.getAttribute('aria-invalid') === 'true') return;
  const said = document.createElement('p');
  said.id = idOf(field);
  said.className = 'field-error';
  said.textContent = field.dataset.missing ?? '';
  field.before(said);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${said.id}`.trim());
  field.closest('.field')?.classList.add('has-error');
}

function clear(field: Field): void {
  const said = document.getElementById(idOf(field));
  if (!said) return;
  said.remove();
  field.removeAttribute('aria-invalid');
  field.closest('.field')?.classList.remove('has-error');
  const described = (field.getAttribute('aria-describedby') ?? '').replace(said.id, '').trim();
  if (described === '') field.removeAttribute('aria-describedby');
  else field.setAttribute('aria-describedby', described);
}
