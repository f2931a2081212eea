/** Fails when the scripts that a first visit to a page loads weigh more than the budget, compressed. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 200;
const PAGES = {
  'sign-in': ['src/routes/sign-in.tsx?tsr-split=component', 'src/locales/en/public.ts'],
  inbox: ['src/routes/_app.tsx?tsr-split=component', 'src/routes/_app/inbox.tsx?tsr-split=component'],
};
const ALWAYS = ['src/locales/en/first.ts'];

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

function closure(names) {
  const files = new Set();
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}`);
    files.add(chunk.file);
    for (const each of chunk.imports ?? []) visit(each);
  };
  names.forEach(visit);
  return [...files].filter((file) => file.endsWith('.js'));
}

/** What the page itself names, before any route is known. */
const html = readFileSync('dist/index.html', 'utf8');
const named = Object.keys(manifest).filter((name) => html.includes(`src="/${manifest[name].file}"`));
if (named.length === 0) throw new Error('The page names no script');

let failed = false;
for (const [page, entries] of Object.entries(PAGES)) {
  const files = closure([...named, ...ALWAYS, ...entries]);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0);
  const kb = bytes / 1000;
  process.stdout.write(`${page}: ${kb.toFixed(1)} kB of ${BUDGET_KB} kB in ${files.length} scripts\n`);
  failed ||= kb > BUDGET_KB;
}
if (failed) process.exit(1);
