import type { StaleLists } from '@/lib/cache';

const MATCHES = ['bankLines', 'bankStatements', 'bankMatchSuggestions', 'bankReconciliation'] as const;

/** After which changes which lists are read again. */
export default {
  importBankStatement: [...MATCHES, 'bankStatementPreview'],
  matchBankLines: MATCHES,
  matchBankLinesByReference: MATCHES,
  unmatchBankLines: [...MATCHES, 'fund'],
  suspendBankLine: [...MATCHES, 'funds', 'fund'],
} satisfies StaleLists;
