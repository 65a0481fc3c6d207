import type { Child, Html } from '../../render/jsx-runtime.ts';

interface PasskeyForm {
  readonly title: string;
  readonly about: string;
  readonly button: string;
  /** Said where the device gave none, or it was not taken. */
  readonly failed: string;
  /** `create`: a new one is made; `get`: one is shown. */
  readonly does: 'create' | 'get';
  readonly action: string;
  readonly options: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly isKind: 'main' | 'plain';
  readonly children?: Child;
}

/** A form that asks the reader's device; it stands hidden where there is no script, and so nothing to ask with. */
export const passkeyForm = (form: PasskeyForm): Html => (
  <section data-passkeys="" hidden={true}>
    <h2>{form.title}</h2>
    <p>{form.about}</p>
    <p data-passkey-failed="" hidden={true} role="alert" class="field-error">
      {form.failed}
    </p>
    <form method="post" action={form.action} data-passkey={form.does} data-options={form.options}>
      {Object.entries(form.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="credential" value="" />
      {form.children}
      <div class="buttons">
        <button type="submit" class={form.isKind === 'plain' ? 'plain' : undefined}>
          {form.button}
        </button>
      </div>
    </form>
  </section>
);
