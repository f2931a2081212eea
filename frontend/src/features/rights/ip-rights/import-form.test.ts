import { describe, expect, it } from 'vitest';
import { importInput, MOST_BYTES, readFiles, tooLarge } from './import-form';

const file = (name: string, text: string) => new File([text], name, { type: 'text/xml' });

describe('files of an office', () => {
  it('are read as texts and sent without their names', async () => {
    const documents = await readFiles([file('a.xml', '<a/>'), file('a.xml', '<b/>')]);
    expect(new Set(documents.map(({ key }) => key)).size).toBe(2);
    expect(importInput({ organizationId: null, brandIds: ['brand_1'], documents }, 'key', true)).toEqual({
      idempotencyKey: 'key',
      brandIds: ['brand_1'],
      documents: ['<a/>', '<b/>'],
      dryRun: true,
    });
  });

  it('are told apart by their size, which counts bytes', async () => {
    const files = await readFiles([file('small.xml', 'x'), file('large.xml', '商'.repeat(MOST_BYTES / 3 + 1))]);
    expect(tooLarge(files)?.name).toBe('large.xml');
    expect(tooLarge(files.slice(0, 1))).toBeUndefined();
  });
});
