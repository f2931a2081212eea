import { describe, expect, it } from 'vitest';
import { importInput, MOST_BYTES, MOST_BYTES_TOGETHER, readFiles, tooLarge, tooMuch } from './import-form';

const file = (name: string, text: string) => new File([text], name, { type: 'text/xml' });

describe('files of an office', () => {
  it('are read as texts and sent without their names', async () => {
    const { read: documents } = await readFiles([file('a.xml', '<a/>'), file('a.xml', '<b/>')]);
    expect(new Set(documents.map(({ key }) => key)).size).toBe(2);
    expect(importInput({ organizationId: null, brandIds: ['brand_1'], documents }, 'key', true)).toEqual({
      idempotencyKey: 'key',
      brandIds: ['brand_1'],
      documents: ['<a/>', '<b/>'],
      dryRun: true,
    });
  });

  it('are told apart by their size, which counts bytes', async () => {
    const { read: files } = await readFiles([
      file('small.xml', 'x'),
      file('large.xml', '商'.repeat(MOST_BYTES / 3 + 1)),
    ]);
    expect(tooLarge(files)?.name).toBe('large.xml');
    expect(tooLarge(files.slice(0, 1))).toBeUndefined();
  });

  it('are counted together, too', () => {
    const most = { key: 'a', name: 'a.xml', bytes: MOST_BYTES, text: '' };
    const files = Array.from({ length: MOST_BYTES_TOGETHER / MOST_BYTES }, () => most);
    expect(tooMuch(files)).toBe(false);
    expect(tooMuch([...files, { ...most, bytes: 1 }])).toBe(true);
  });

  it('are named where they cannot be read', async () => {
    const folder = file('folder', '');
    folder.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const { read, unread } = await readFiles([folder, file('a.xml', '<a/>')]);
    expect(read.map(({ name }) => name)).toEqual(['a.xml']);
    expect(unread).toEqual(['folder']);
  });
});
