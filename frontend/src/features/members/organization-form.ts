import type { Industry, Language } from '@/gql/graphql';

/** What an organisation says about itself; the same when it is invited and when it is changed. */
export interface OrganizationDescription {
  name: string;
  nameZh: string;
  industry: Industry | null;
  country: string;
  divisionCode: string;
  timeZone: string;
  language: Language;
}

/** What a new organisation starts with: a Chinese one, since most are. */
export function emptyOrganization(): OrganizationDescription {
  return {
    name: '',
    nameZh: '',
    industry: null,
    country: 'CN',
    divisionCode: '',
    timeZone: 'Asia/Shanghai',
    language: 'ZH_HANS',
  };
}

/** What was emptied is sent as null, which takes it away. */
export function organizationInput({ name, nameZh, divisionCode, ...rest }: OrganizationDescription) {
  return { ...rest, name: name.trim(), nameZh: nameZh.trim() || null, divisionCode: divisionCode.trim() || null };
}
