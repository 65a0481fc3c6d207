import { registerHooks } from 'node:module';

/** The build of the library that `bin/bundle.js` takes, and that runs. */
const YAML = new URL('../../node_modules/yaml/browser/index.js', import.meta.url).href;

// Node runs TypeScript as it is, but not TSX: what a page or a mail looks like is taken from the last build.
registerHooks({
  resolve(specifier, context, next) {
    // What is required, as the API's description is, keeps the library's other build.
    if (specifier === 'yaml' && context.conditions.includes('import')) return next(YAML, context);
    if (!specifier.endsWith('.tsx')) return next(specifier, context);
    const source = new URL(specifier, context.parentURL).href;
    return next(source.replace('/src/', '/dist/').replace(/\.tsx$/, '.js'), context);
  },
});
