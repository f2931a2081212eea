import { describe, expect, it } from 'vitest';
import { type AskValues, askInput, faultsIn } from './ask-form';

const asked: AskValues = {
  reference: ' ld-26-7k3qx2 ',
  personId: 'person_1',
  hours: '24',
  reason: ' The only reader has left the firm. ',
};

const faults = (changed: Partial<AskValues>) =>
  Object.entries(faultsIn({ ...asked, ...changed }))
    .filter(([, wrong]) => wrong)
    .map(([field]) => field);

describe('what is asked for in an emergency', () => {
  it('is sent as the server keeps it', () => {
    expect(faults({})).toEqual([]);
    expect(askInput(asked)).toEqual({
      reference: 'LD-26-7K3QX2',
      personId: 'person_1',
      hours: 24,
      reason: 'The only reader has left the firm.',
    });
  });

  it('names a lead, a person, 1 to 72 hours and a reason that is more than a word', () => {
    expect(faults({ reference: '26-7K3QX2' })).toEqual(['reference']);
    expect(faults({ personId: null })).toEqual(['personId']);
    for (const hours of ['', '0', '73', '1.5', 'a day']) expect([hours, faults({ hours })]).toEqual([hours, ['hours']]);
    expect(faults({ hours: '72' })).toEqual([]);
    expect(faults({ reason: '          urgent            ' })).toEqual(['reason']);
    expect(faults({ reason: '唯一可以查看此线索的人员已经离职，案件今天开庭。' })).toEqual([]);
  });
});
