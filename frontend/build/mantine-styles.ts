import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ALL = '@mantine/core/styles.layer.css';
const BASE = ['default-css-variables', 'baseline', 'global'].map((part) => `@mantine/core/styles/${part}.layer.css`);
const COMPONENT = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;

/**
 * A build gives each of the library's components its own styles, which come with its script, instead of those of all
 * components before the first page is painted. A component imports the names of its classes last, so the styles of what
 * it is made of stand before its own.
 */
export function mantineStyles(): Plugin {
  return {
    name: 'mantine-styles',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === ALL ? '\0mantine-base' : null),
    load: (id) => (id === '\0mantine-base' ? BASE.map((file) => `import '${file}';`).join('\n') : null),
    transform(code, id) {
      const component = COMPONENT.exec(id)?.[1];
      if (!component) return null;
      const file = `@mantine/core/styles/${component}.layer.css`;
      if (!existsSync(fileURLToPath(new URL(`../node_modules/${file}`, import.meta.url))))
        throw new Error(`${component} has no styles of its own`);
      return { code: `import '${file}';\n${code}`, map: null };
    },
  };
}
