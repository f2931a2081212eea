import type { FormErrors } from '@mantine/form';
import type { ServiceScope } from '@/gql/graphql';

export interface AccountDescription extends Record<string, unknown> {
  name: string;
  description: string;
  scopes: ServiceScope[];
  networks: string[];
  /** Chosen once, when it is made. */
  sandbox: boolean;
}

interface Described {
  name: string;
  description?: string | null;
  scopes: readonly ServiceScope[];
  networks: readonly string[];
  sandbox?: boolean;
}

export const NEW_ACCOUNT: AccountDescription = { name: '', description: '', scopes: [], networks: [], sandbox: false };

export function accountDescriptionOf(account: Described): AccountDescription {
  const { name, description, scopes, networks, sandbox } = account;
  return {
    name,
    description: description ?? '',
    scopes: [...scopes],
    networks: [...networks],
    sandbox: sandbox ?? false,
  };
}

export function accountInput({ name, description, scopes, networks }: AccountDescription) {
  const written = description.trim();
  return { name: name.trim(), description: written || null, scopes, networks: networks.map((each) => each.trim()) };
}

/** What is wrong with the list of networks, whichever of them the server named. */
export function networksError(errors: FormErrors) {
  const [, error] = Object.entries(errors).find(([path]) => path === 'networks' || path.startsWith('networks.')) ?? [];
  return error;
}
