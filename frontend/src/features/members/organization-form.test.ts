import { describe, expect, it } from 'vitest';
import { OrganizationKind } from '@/gql/graphql';
import { emptyOrganization, organizationInput } from './organization-form';
import { chosenRoles, offeredRoles } from './roles';

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
  const brand = { id: 'brand', kind: 'MEMBER_BRAND' } as const;
  const elsewhere = { id: 'secretariat' };

  it('offers all of them at home, elsewhere the administrator and what somebody holds', () => {
    expect(offeredRoles(brand, brand)).toEqual(['MA', 'MI', 'MF', 'AP']);
    expect(offeredRoles(brand, elsewhere)).toEqual(['MA']);
    expect(offeredRoles(brand, elsewhere, ['MA', 'MF'])).toEqual(['MA', 'MF']);
  });

  it('chooses where there is no choice', () => {
    expect(chosenRoles([], ['LE'])).toEqual(['LE']);
    expect(chosenRoles([], ['MA', 'MI'])).toEqual([]);
    expect(chosenRoles(['MI'], ['MA', 'MI'])).toEqual(['MI']);
  });

  it('leaves no kind without any', () => {
    expect(Object.values(OrganizationKind).every((kind) => offeredRoles({ id: 'a', kind }, elsewhere).length > 0)).toBe(
      true,
    );
  });
});
