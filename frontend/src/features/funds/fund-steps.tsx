import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FundPageFragment } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { type FundDo, PROPOSALS, RECORDS } from './fund-search';

const route = getRouteApi('/_app/funds/$id');

/** What moves money once others agree, what the bank did, and all of it in files. */
export function FundSteps({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const viewer = useViewer();
  const reads = may(viewer, 'LEDGER_READ');
  return (
    <>
      {may(viewer, 'BANK_STATEMENT_READ') ? <ReconciliationButton fund={fund} /> : null}
      {reads ? <ExportButton /> : null}
      {fund.allowedActions.includes('RECORD') ? <Steps label={t('record')} steps={RECORDS} variant="default" /> : null}
      {fund.allowedActions.includes('PROPOSE') ? (
        <Steps label={t('propose')} steps={PROPOSALS} variant="filled" />
      ) : null}
    </>
  );
}

function useStep() {
  const navigate = route.useNavigate();
  return (step: FundDo) => void navigate({ search: (now) => ({ ...now, do: step }) });
}

function ReconciliationButton({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  return (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/funds/$id/reconciliation" params={{ id: fund.id }} search={{}} {...props} />}
    >
      {t('reconciliation')}
    </Button>
  );
}

function ExportButton() {
  const { t } = useTranslation('funds');
  const act = useStep();
  return (
    <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => act('EXPORT')}>
      {t('export.title')}
    </Button>
  );
}

interface StepsProps {
  label: string;
  steps: readonly Exclude<FundDo, 'EXPORT'>[];
  variant: 'default' | 'filled';
}

function Steps({ label, steps, variant }: StepsProps) {
  const { t } = useTranslation('funds');
  const act = useStep();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant={variant} rightSection={<IconChevronDown size={14} />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((step) => (
          <Menu.Item key={step} onClick={() => act(step)}>
            {t(`dos.${step}`)}…
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
