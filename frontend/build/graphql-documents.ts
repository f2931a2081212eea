import type { Plugin } from 'vite';

const CALL = /\bgraphql\(\s*(?:\/\*.*?\*\/\s*)?`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/gs;

/**
 * Replaces `graphql(`query Name …`)` by the generated document, as the client preset's Babel plugin does. Without it
 * the generated lookup table, which holds every operation twice, would travel to the browser.
 */
export function graphqlDocuments(generated: string): Plugin {
  return {
    name: 'graphql-documents',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(')) return null;
      const names = new Set<string>();
      const replaced = code.replace(CALL, (_call, kind: string, name: string) => {
        const document = kind === 'fragment' ? `${name}FragmentDoc` : `${name}Document`;
        names.add(document);
        return document;
      });
      if (names.size === 0) return null;
      return { code: `import { ${[...names].join(', ')} } from '${generated}';\n${replaced}`, map: null };
    },
  };
}
