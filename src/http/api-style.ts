/** The look of the pages of the API; no page brings its style itself. */
export const API_STYLE = `
body { font: 100%/1.5 system-ui, sans-serif; margin: 0; color: #1b1b1b; background: #fff; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9rem; overflow-wrap: anywhere; }
pre { background: #f0f0f0; padding: 1rem; overflow-x: auto; white-space: pre-wrap; }
summary { cursor: pointer; padding: 0.5rem 0; }
dt { margin-top: 1rem; }
a { color: #005ea2; }
`;
