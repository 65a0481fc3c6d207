/** The look of every page: one column, large type, plain controls; dark where the reader's screen is. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #0b0c0c; --paper: #ffffff; --line: #b1b4b6; --link: #1d70b8;
  --act: #00703c; --act-ink: #ffffff; --note: #f3f2f1; --warn: #942514; --focus: #ffdd00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f3f2f1; --paper: #16181a; --line: #5b6065; --link: #8ab8e8; --act: #56b883; --act-ink: #0b0c0c;
    --note: #25282b; --warn: #f0a090; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 44rem; margin: 0 auto; padding: 0.75rem 1rem; }
main.wide { max-width: 70rem; }
header { border-bottom: 1px solid var(--line); }
header strong { font-size: 1.25rem; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.banner { background: var(--note); padding: 0.5rem 1rem; text-align: center; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
p, dd, td, pre, h1 { overflow-wrap: anywhere; }
a { color: var(--link); }
a, button, input, textarea, summary { outline-offset: 2px; }
:focus-visible { outline: 3px solid var(--focus); box-shadow: 0 0 0 5px #0b0c0c; }
dl { margin: 1rem 0; display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
label { display: block; font-weight: 600; margin: 1rem 0 0.25rem; }
.hint { margin: 0 0 0.25rem; }
input, textarea { width: 100%; font: inherit; color: inherit; background: var(--paper);
  border: 2px solid var(--ink); padding: 0.5rem; }
button { font: inherit; font-weight: 600; margin: 1rem 0; padding: 0.6rem 1rem; min-height: 44px; cursor: pointer;
  color: var(--act-ink); background: var(--act); border: 2px solid transparent; }
button.plain { color: var(--ink); background: var(--note); border-color: var(--line); }
blockquote, pre { margin: 0.5rem 0; padding: 0.75rem 1rem; background: var(--note); border-left: 5px solid var(--line);
  white-space: pre-wrap; font-size: 1rem; }
blockquote { font-family: inherit; }
.problem { border-left: 5px solid var(--warn); padding: 0.25rem 1rem; margin: 1rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); background: #ffffff; }
`;
