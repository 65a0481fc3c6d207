import { registerHooks } from 'node:module';

// Node runs TypeScript as it is, but not TSX: what a page or a mail looks like is taken from the last build.
registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.endsWith('.tsx')) return next(specifier, context);
    const source = new URL(specifier, context.parentURL).href;
    return next(source.replace('/src/', '/dist/').replace(/\.tsx$/, '.js'), context);
  },
});
