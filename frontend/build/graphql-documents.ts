import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDocument } from '@urql/core';
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

/**
 * Replaces `graphql(`query Name …`)` by the text of the operation with its fragments. The client preset alone would send
 * every operation of the portal, as syntax trees and twice, with the first page; this way each page carries its own,
 * as text, which urql parses when it is first used. Types are untouched: they come from the generated overloads.
 *
 * A build also writes `documents.json`, the documents by their ids, which the server embeds; the portal then sends ids
 * (src/lib/documents.ts). The texts stay in the bundle because the cache reads selections from them.
 */
export function graphqlDocuments(sources: string): Plugin {
  let fragments = new Map<string, FragmentDefinitionNode>();
  const manifest = new Map<string, string>();
  return {
    name: 'graphql-documents',
    enforce: 'pre',
    buildStart() {
      fragments = collectFragments(sources);
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(`')) return null;
      if (this.environment.mode === 'dev') fragments = collectFragments(sources);
      const built = this.environment.mode === 'build';
      const replaced = code.replace(CALL, (_call, text: string) => {
        const document = complete(text, fragments);
        if (!built || document === '') return JSON.stringify(document);
        return `trusted('${remember(document, manifest)}', ${JSON.stringify(document)})`;
      });
      return { code: built ? `import { trusted } from '@/lib/documents';\n${replaced}` : replaced, map: null };
    },
    generateBundle() {
      const source = JSON.stringify(Object.fromEntries([...manifest].sort()), null, 1);
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
  };
}

/** Puts a document into the manifest as the portal's cache would send it, with type names; its SHA-256. */
function remember(document: string, manifest: Map<string, string>): string {
  const sent = stripIgnoredCharacters(print(formatDocument(parse(document, { noLocation: true }))));
  const id = createHash('sha256').update(sent).digest('hex');
  manifest.set(`sha256:${id}`, sent);
  return id;
}

function collectFragments(sources: string) {
  const found = new Map<string, FragmentDefinitionNode>();
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  for (const file of files.filter((name) => !name.startsWith('gql'))) {
    for (const [, text] of readFileSync(join(sources, file), 'utf8').matchAll(CALL)) {
      for (const definition of parse(text ?? '').definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION) found.set(definition.name.value, definition);
      }
    }
  }
  return found;
}

/** The operation and every fragment it reaches; nothing for a call that only declares fragments. */
function complete(text: string, fragments: Map<string, FragmentDefinitionNode>): string {
  const operation = parse(text).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return '';
  const reached = new Set<string>();
  const reach = (definition: DefinitionNode) =>
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`No fragment ${name.value}`);
        if (reached.has(name.value)) return;
        reached.add(name.value);
        reach(fragment);
      },
    });
  reach(operation);
  const definitions = [operation, ...[...reached].map((name) => fragments.get(name) as FragmentDefinitionNode)];
  return stripIgnoredCharacters(definitions.map(print).join('\n'));
}
