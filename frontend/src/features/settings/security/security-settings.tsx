import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from 'urql';
import { QueryFailure } from '@/ui/query-failure';
import { AccountQuery } from './account';
import { OwnSessions } from './own-sessions';
import { Password } from './password';
import { SecondFactor } from './second-factor';
import { SingleSignOn } from './single-sign-on';

/** What one signs in with. */
export function SecuritySettings() {
  const [{ data, error }, retry] = useQuery({ query: AccountQuery });
  const account = data?.viewer?.account;
  if (error && !account) return <QueryFailure error={error} retry={retry} />;
  if (!account) return <SecuritySkeleton />;
  return (
    <Stack gap="xl" px="var(--ts-edge)" py={20} maw={640}>
      {account.singleSignOn ? <SingleSignOn /> : null}
      {account.passwordSet ? <Password /> : null}
      <SecondFactor account={account} />
      <OwnSessions />
    </Stack>
  );
}

function SecuritySkeleton() {
  return (
    <Stack gap="sm" px="var(--ts-edge)" py={20} maw={640} aria-busy>
      {[30, 80, 60].map((width) => (
        <Skeleton key={width} h={12} w={`${width}%`} />
      ))}
    </Stack>
  );
}
