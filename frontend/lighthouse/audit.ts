import lighthouse, { desktopConfig } from 'lighthouse';

export const FORM_FACTORS = ['desktop', 'mobile'] as const;
export type FormFactor = (typeof FORM_FACTORS)[number];

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * The least that a page may reach. A phone is simulated, on a slow mobile network and with a quarter of this machine's
 * speed: docs/portal.md says what that costs.
 */
export const GOALS: Record<FormFactor, Record<Category, number>> = {
  desktop: { performance: 95, accessibility: 100, 'best-practices': 100 },
  mobile: { performance: 70, accessibility: 100, 'best-practices': 100 },
};

export interface Figures {
  page: string;
  formFactor: FormFactor;
  scores: Record<Category, number>;
  /** What cost points, by the audit's name. */
  found: string[];
}

/** One visit with an empty cache, in the browser that listens on `port` and holds the session's cookie. */
export async function audit(page: string, url: string, port: number, formFactor: FormFactor): Promise<Figures> {
  const flags = { port, logLevel: 'error' as const, onlyCategories: [...CATEGORIES] };
  const result = await lighthouse(url, flags, formFactor === 'desktop' ? desktopConfig : undefined);
  if (!result) throw new Error(`no result for ${url}`);
  const { categories, audits, runtimeError, finalDisplayedUrl } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} led to ${finalDisplayedUrl}`);
  const scores = { performance: 0, accessibility: 0, 'best-practices': 0 };
  const found: string[] = [];
  for (const category of CATEGORIES) {
    scores[category] = Math.round((categories[category]?.score ?? 0) * 100);
    for (const { id, weight } of categories[category]?.auditRefs ?? []) {
      const { score = null, displayValue = '', details } = audits[id] ?? {};
      if (weight > 0 && score !== null && score < 0.9)
        found.push(`${id} ${displayValue} ${JSON.stringify(details ?? '')}`.slice(0, 600));
    }
  }
  return { page, formFactor, scores, found };
}
