import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, personWith, test } from './fixture';
import { GUEST_CODE, GUEST_LINK, inMail } from './mail';
import { sentReferral } from './referral';

test('an officer without an account opens one referral on a phone and accepts it', async ({
  portal,
  request,
  browser,
  signInAs,
}) => {
  const author = personWith(portal, 'MA', 'MEMBER_BRAND');
  const { id, title } = await sentReferral(request, author, personWith(portal, 'SO', 'SECRETARIAT'), 'Yunqi');
  const context = await browser.newContext({
    baseURL: portal.url,
    viewport: PHONE,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    hasTouch: true,
  });
  const page = await context.newPage();

  await page.goto('/guest');
  await expect(page.getByText('This link is not whole.')).toBeVisible();
  await page.goto('/guest#nonsense');
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await expect(page.getByRole('heading', { name: 'This link is closed' })).toBeVisible();
  await expectAccessible(page, 'a closed link');

  const link = await inMail(request, '@yunqi-psb', GUEST_LINK);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Shared with you' })).toBeVisible();
  await expectAccessible(page, 'a guest comes');
  await page.getByRole('button', { name: 'Send me the code' }).click();
  const field = page.getByRole('textbox', { name: 'Code from the mail' });
  await field.fill('0000-0000');
  await page.getByRole('button', { name: 'Open the referral' }).click();
  await expect(page.getByRole('alert')).toContainText('This code is not good');
  await settled(page);
  await expectAccessible(page, 'a code that is not good');

  // Who looks for the mail may come back to a page that was thrown away meanwhile.
  await page.reload();
  await field.fill((await inMail(request, '@yunqi-psb', GUEST_CODE)).toLowerCase().replace('-', ' '));
  await page.getByRole('button', { name: 'Open the referral' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('button', { name: '确认签收' })).toBeVisible();
  await settled(page);
  await expectNoSidewaysScroll(page, 'a guest’s referral in Chinese');
  await expectAccessible(page, 'a guest’s referral in Chinese');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expectKeyboard(page, 'a guest’s referral');
  await expect(page.getByText('Times are those of Asia/Shanghai.')).toBeVisible();

  await page.getByRole('button', { name: 'Acknowledge receipt' }).click();
  await expect(page.getByText('Acknowledged. The sender knows that you have it.')).toBeVisible();
  await page.getByRole('button', { name: 'Download' }).click();
  const open = page.getByRole('form', { name: 'Download' });
  await open.getByRole('button', { name: 'Download' }).click();
  await expect(open.getByText('Say what for.')).toBeVisible();
  await open.getByRole('combobox', { name: 'Purpose' }).selectOption('Work on the case');
  await expectAccessible(page, 'a guest’s package');
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    open.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(paper.suggestedFilename()).toMatch(/\.pdf$/);

  await page.getByRole('button', { name: 'Ask for information' }).click();
  const question = page.getByRole('form', { name: 'Ask for information' });
  await question.getByRole('textbox', { name: 'What is to be known' }).fill('Since when?');
  await question.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('list', { name: 'History' })).toContainText('Since when?');
  await expect(page.getByText('clock paused')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const theirs = await signInAs(author);
  await theirs.goto(`/referrals/${id}`);
  await theirs.getByRole('button', { name: 'Answer' }).click();
  const answer = theirs.getByRole('dialog', { name: 'Answer' });
  await answer.getByRole('textbox', { name: 'Answer' }).fill('Since March.');
  await answer.getByRole('button', { name: 'Answer' }).click();
  await expect(theirs.getByText('Under review')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const accept = page.getByRole('form', { name: 'Accept' });
  await accept.getByRole('button', { name: 'Accept' }).click();
  await expect(accept.getByText('Give the file number.')).toBeVisible();
  await accept.getByRole('textbox', { name: 'File number' }).fill('2026-0117');
  await settled(page);
  await expectAccessible(page, 'a guest accepts');
  await accept.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText('Accepted. The sender learns the file number.')).toBeVisible();

  await page.getByRole('button', { name: 'Give feedback' }).click();
  const feedback = page.getByRole('form', { name: 'Give feedback' });
  await feedback.getByRole('checkbox', { name: 'It was used' }).check();
  await feedback.getByRole('combobox', { name: 'What came of it' }).selectOption('An investigation');
  await expectAccessible(page, 'a guest’s feedback');
  await expectNoSidewaysScroll(page, 'a guest’s feedback');
  await feedback.getByRole('button', { name: 'Give feedback' }).click();
  await expect(page.getByRole('region', { name: 'Feedback' })).toContainText('used, not useful, An investigation');
  await page.setViewportSize(DESK);
  await settled(page);
  await expectAccessible(page, 'a guest’s referral on a desk');

  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You have left' })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem('touchstone.guest'))).toBeNull();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Send me the code' })).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByText('2026-0117')).toBeVisible();
  await context.close();
});
