import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import { StateBadge } from '@/ui/state-badge';
import classes from './partners.module.css';

const CreateSandboxDialog = lazy(() => import('./dialogs/create-sandbox-dialog'));
const ResetSandboxDialog = lazy(() => import('./dialogs/reset-sandbox-dialog'));

const OwnSandbox = graphql(`
  query OwnSandbox {
    sandbox {
      ...Sandbox
    }
  }
  fragment Sandbox on Sandbox {
    id
    name
    brand
    leads
    createdAt
    version
  }
`);

/** The sandbox of one's own organisation, for its page and for the form of an account. */
export function useSandbox() {
  return useQuery({ query: OwnSandbox });
}

/** Where systems are tried before they work in earnest: made, seen and emptied here. */
export function SandboxSection() {
  const { t } = useTranslation('partners');
  const { moment } = useFormats();
  const [opened, setOpened] = useState(false);
  const [{ data, error }, reload] = useSandbox();
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const close = () => setOpened(false);
  if (!data) return error ? <ShortFailure error={error} retry={reload} /> : null;
  const { sandbox } = data;
  const open = (
    <Button variant="default" size="xs" onClick={() => setOpened(true)}>
      {sandbox ? t('sandboxes.reset') : t('sandboxes.create')}
    </Button>
  );
  return (
    <div className={classes.below}>
      <Section title={t('sandbox')} actions={open}>
        {sandbox ? (
          <>
            <StateBadge tone="neutral" label={sandbox.name} />
            <p className={classes.text}>
              {t('sandboxes.leads', { count: sandbox.leads })}{' '}
              {t('sandboxes.since', { when: moment(sandbox.createdAt) })}
            </p>
            <p className={classes.text}>{t('sandboxes.how', { brand: sandbox.brand })}</p>
          </>
        ) : (
          <p className={classes.text}>{t('sandboxes.none')}</p>
        )}
        <Suspense>
          {opened && !sandbox ? <CreateSandboxDialog onClose={close} /> : null}
          {opened && sandbox ? <ResetSandboxDialog sandbox={sandbox} onClose={close} onStale={refresh} /> : null}
        </Suspense>
      </Section>
    </div>
  );
}
