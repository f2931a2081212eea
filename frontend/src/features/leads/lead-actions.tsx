import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrint } from '@/features/exports/use-print';
import { graphql } from '@/gql';
import { type LeadAction, LeadOrderField, type LeadPageFragment, OrderDirection } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { may } from '@/lib/permissions';
import { useCommand } from '@/lib/use-command';
import { useViewer } from '@/lib/viewer';
import { notify } from '@/ui/notify';

const ExportDialog = lazy(() => import('@/features/exports/export-dialog'));

const SubmitLead = graphql(`
  mutation SubmitLead($input: LeadTransitionInput!) {
    submitLead(input: $input) {
      lead {
        ...LeadPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What moves the lead on, in the order of its life: the first one allowed becomes the button. */
const FORWARD = ['SUBMIT', 'TRIAGE', 'SHARE', 'RESOLVE', 'REOPEN'] as const satisfies LeadAction[];
/** What else the menu has: dialogs, and the form for a copy. */
const FURTHER = [
  'UPDATE',
  'CHANGE_TLP',
  'CHANGE_HANDLING',
  'COPY',
  'MERGE',
  'REJECT',
  'RETRACT',
] as const satisfies LeadAction[];
const SEVERE: LeadAction[] = ['REJECT', 'RETRACT'];

const NEWEST_FIRST = { field: LeadOrderField.CreatedAt, direction: OrderDirection.Desc };

const route = getRouteApi('/_app/leads/$reference');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function LeadActions({ lead }: { lead: LeadPageFragment }) {
  const { t } = useTranslation(['leads', 'exports']);
  const navigate = route.useNavigate();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  // Everybody who sees a lead may have it on paper; what they do not see is not on it.
  const { print, printing } = usePrint(`/leads/${encodeURIComponent(lead.id)}.pdf`, lead.reference);
  const submit = useCommand(SubmitLead);
  const exports = may(useViewer(), 'LEAD_EXPORT');
  const [exporting, setExporting] = useState(false);
  const can = (action: LeadAction) => lead.allowedActions.includes(action);
  const [primary, ...rest] = FORWARD.filter(can);
  const menu = [...rest, ...FURTHER.filter(can)];

  const act = async (action: LeadAction) => {
    if (action === 'COPY') return void navigate({ to: '/leads/new', search: { from: lead.reference } });
    if (action !== 'SUBMIT') return void navigate({ search: { do: action } });
    const outcome = await submit.run({ input: { id: lead.id, expectedVersion: lead.version } });
    void notify(outcome.ok ? t('done.SUBMIT') : failureText(outcome.failure));
  };

  return (
    <>
      {phone ? null : (
        <ActionIcon
          variant="default"
          size={30}
          title={t('exports:print')}
          aria-label={t('exports:print')}
          loading={printing}
          onClick={() => void print()}
        >
          <IconPrinter size={16} />
        </ActionIcon>
      )}
      {primary ? (
        <Button loading={submit.running} onClick={() => void act(primary)}>
          {t(`actions.${primary}`)}
        </Button>
      ) : null}
      {menu.length > 0 || phone || exports ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('actions.more')} loading={phone && printing}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {phone ? <Menu.Item onClick={() => void print()}>{t('exports:print')}</Menu.Item> : null}
            {exports ? <Menu.Item onClick={() => setExporting(true)}>{t('exports:open')}</Menu.Item> : null}
            {menu.map((action) => (
              <Menu.Item key={action} c={SEVERE.includes(action) ? 'red' : undefined} onClick={() => void act(action)}>
                {t(`actions.${action}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {exporting ? (
        <Suspense>
          <ExportDialog
            filter={{ ids: [lead.id] }}
            orderBy={NEWEST_FIRST}
            lead={{ reference: lead.reference, red: lead.tlp === 'RED' }}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
