import { describe, expect, it } from 'vitest';
import { emptyOrganization, organizationInput } from './organization-form';
import { firstRoles, ROLES } from './roles';

describe('the form of an organisation', () => {
  it('takes away what was emptied', () => {
    const input = organizationInput({ ...emptyOrganization(), name: ' Aurelle ', nameZh: ' ', divisionCode: '' });
    expect(input).toMatchObject({ name: 'Aurelle', nameZh: null, divisionCode: null, industry: null });
  });

  it('keeps what was written', () => {
    const input = organizationInput({ ...emptyOrganization(), nameZh: ' 奥莱尔 ', divisionCode: '310000' });
    expect(input).toMatchObject({ nameZh: '奥莱尔', divisionCode: '310000', country: 'CN' });
  });
});

describe('the roles of a kind of organisation', () => {
  it('chooses where there is no choice', () => {
    expect(firstRoles('LE_AGENCY')).toEqual(['LE']);
    expect(firstRoles('MEMBER_BRAND')).toEqual([]);
  });

  it('leaves no kind without any', () => {
    expect(Object.values(ROLES).every((roles) => roles.length > 0)).toBe(true);
  });
});
