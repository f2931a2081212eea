import { Button, Group, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrganizationPageFragment, OrganizationSingleSignOnFragment } from '@/gql/graphql';
import type { Failure, Outcome } from '@/lib/command';
import { useFormats } from '@/lib/format';
import { useCommand } from '@/lib/use-command';
import { Fact, Facts } from '@/ui/facts';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import type { SingleSignOnStep } from './dialogs/single-sign-on-step-dialog';

graphql(`
  fragment OrganizationSingleSignOn on Organization {
    id
    singleSignOn {
      issuer
      clientId
      domains
      enforced
      redirectUri
      verifiedAt
      version
    }
  }
`);

const TestSingleSignOn = graphql(`
  mutation TestSingleSignOn($input: TestSingleSignOnInput!) {
    testSingleSignOn(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const StepDialog = lazy(() => import('./dialogs/single-sign-on-step-dialog'));

const route = getRouteApi('/_app/organizations/$id');

interface OrganizationSingleSignOnProps {
  organization: OrganizationPageFragment & OrganizationSingleSignOnFragment;
  onChanged: () => void;
}

/** The organisation's own sign-in provider, for who looks after it. */
export function OrganizationSingleSignOn({ organization, onChanged }: OrganizationSingleSignOnProps) {
  const { t } = useTranslation('members');
  const navigate = route.useNavigate();
  if (!organization.allowedActions.includes('CONFIGURE_SINGLE_SIGN_ON')) return null;
  const provider = organization.singleSignOn;
  return (
    <Section
      title={t('singleSignOn.title')}
      actions={
        <Button variant="default" onClick={() => void navigate({ search: { do: 'CONFIGURE_SINGLE_SIGN_ON' } })}>
          {t(provider ? 'singleSignOn.change' : 'singleSignOn.configure')}…
        </Button>
      }
    >
      {provider ? (
        <Provider id={organization.id} provider={provider} onChanged={onChanged} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('singleSignOn.none')}
        </Text>
      )}
    </Section>
  );
}

interface ProviderProps {
  id: string;
  provider: NonNullable<OrganizationSingleSignOnFragment['singleSignOn']>;
  onChanged: () => void;
}

function Provider({ id, provider, onChanged }: ProviderProps) {
  const { t } = useTranslation(['members', 'common']);
  const { dateTime } = useFormats();
  const test = useCommand(TestSingleSignOn);
  const [step, setStep] = useState<SingleSignOnStep | null>(null);
  const { enforced, verifiedAt } = provider;

  const told = (outcome: Outcome<unknown>, done: string) => {
    const text = outcome.ok ? done : textOf(outcome.failure);
    if (text) void notify(text);
    onChanged();
  };
  return (
    <>
      <Facts>
        <Fact label={t('singleSignOn.issuer')}>{provider.issuer}</Fact>
        <Fact label={t('singleSignOn.clientId')}>{provider.clientId}</Fact>
        <Fact label={t('singleSignOn.domains')}>{provider.domains.join(', ')}</Fact>
        <Fact label={t('singleSignOn.redirectUri')}>{provider.redirectUri}</Fact>
        <Fact label={t('singleSignOn.ways')}>{t(enforced ? 'singleSignOn.enforced' : 'singleSignOn.optional')}</Fact>
        <Fact label={t('singleSignOn.verified')}>
          {verifiedAt ? dateTime(verifiedAt) : t('singleSignOn.notVerified')}
        </Fact>
      </Facts>
      <Group gap={6} mt="xs">
        <Button
          size="compact-xs"
          variant="default"
          loading={test.running}
          onClick={async () => told(await test.run({ input: { organization: id } }), t('singleSignOn.tested'))}
        >
          {t('singleSignOn.test')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setStep(enforced ? 'release' : 'enforce')}>
          {t(enforced ? 'singleSignOn.release' : 'singleSignOn.enforce')}…
        </Button>
        <Button size="compact-xs" variant="subtle" color="red" onClick={() => setStep('remove')}>
          {t('singleSignOn.remove')}…
        </Button>
      </Group>
      <Suspense>
        {step ? (
          <StepDialog
            step={step}
            organization={id}
            version={provider.version}
            onClose={() => setStep(null)}
            onChanged={onChanged}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function textOf({ message, fields }: Failure) {
  return message ?? Object.values(fields)[0];
}
