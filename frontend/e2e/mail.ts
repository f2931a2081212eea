import type { APIRequestContext } from '@playwright/test';
import { expect } from './fixture';

/** What the latest mail to somebody says that matches; the demo keeps its mails instead of sending them. */
export async function inMail(request: APIRequestContext, to: string, wanted: RegExp, besides?: string) {
  let found: string | undefined;
  await expect(async () => {
    const list = await (await request.get('/dev/mail')).text();
    const rows = list.split('<tr>').filter((row) => row.includes(to));
    for (const row of rows) {
      const mail = await (await request.get(/href="([^"]+)"/.exec(row)?.[1] ?? '')).text();
      found = wanted.exec(mail)?.[1];
      if (found && found !== besides) return;
    }
    expect(found, `a mail to ${to}`).toBe('there');
  }).toPass({ timeout: 60_000 });
  return found as string;
}

/** The address that a guest's mail leads to. */
export const GUEST_LINK = /(\/guest#[^\s"<&]+)/;
/** The code by which a guest comes in. */
export const GUEST_CODE = /([0-9A-Z]{4}-[0-9A-Z]{4})/;
