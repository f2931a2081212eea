import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AgencyPageFragment, OfficerAction, OfficerFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './agencies.module.css';
import { useLanguages } from './languages';
import { OfficerStateBadge } from './officer-state';

graphql(`
  fragment AgencyOfficers on Agency {
    id
    officers {
      ...Officer
    }
  }
  fragment Officer on Officer {
    id
    maskedName
    rank
    unit
    languages
    state
    hasAccount
    person {
      id
      name
    }
    hasPhone
    postedUntil
    proposedBy {
      id
      name
    }
    proposedAt
    verifiedBy {
      id
      name
    }
    verificationsMissing
    attestedUntil
    revokedAt
    revocationReason
    version
    allowedActions
  }
`);

export interface OfficerDialogProps {
  agency: AgencyPageFragment;
  officer: OfficerFragment;
  onClose: () => void;
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  UPDATE: lazy(() => import('./dialogs/update-officer-dialog')),
  VERIFY: lazy(() => import('./dialogs/verify-officer-dialog')),
  ATTEST: lazy(() => import('./dialogs/attest-officer-dialog')),
  REVOKE: lazy(() => import('./dialogs/revoke-officer-dialog')),
  REVEAL: lazy(() => import('./dialogs/reveal-officer-dialog')),
} satisfies Record<OfficerAction, unknown>;

/** What the entry waits for comes first. */
const ACTS = ['VERIFY', 'ATTEST', 'REVEAL', 'UPDATE', 'REVOKE'] as const satisfies OfficerAction[];

const route = getRouteApi('/_app/agencies/$id');

interface AgencyOfficersProps {
  agency: AgencyPageFragment;
  onStale: () => void;
}

/** Officers by initials and office; the name is shown for a purpose only. */
export function AgencyOfficers({ agency, onStale }: AgencyOfficersProps) {
  const { t } = useTranslation('agencies');
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<{ action: OfficerAction; officer: OfficerFragment }>();
  const { officers, allowedActions } = agency;
  const Dialog = open ? DIALOGS[open.action] : undefined;
  return (
    <Section
      title={t('officers.title')}
      count={officers.length}
      actions={
        allowedActions.includes('PROPOSE_OFFICER') ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'PROPOSE_OFFICER' } })}
          >
            {t('actions.PROPOSE_OFFICER')}
          </Button>
        ) : null
      }
    >
      {officers.length > 0 ? (
        <ul className={classes.list} aria-label={t('officers.title')}>
          {officers.map((officer) => (
            <Officer key={officer.id} officer={officer} onAct={(action) => setOpen({ action, officer })} />
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          {t('officers.empty')}
        </Text>
      )}
      {open && Dialog ? (
        <Suspense>
          <Dialog agency={agency} officer={open.officer} onStale={onStale} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

interface OfficerProps {
  officer: OfficerFragment;
  onAct: (action: OfficerAction) => void;
}

function Officer({ officer, onAct }: OfficerProps) {
  const { t } = useTranslation('agencies');
  const { labelled, list } = useFormats();
  const { nameOf } = useLanguages();
  const { maskedName, rank, unit, languages, state, hasAccount, person, allowedActions } = officer;
  const office = [rank, unit].filter((part) => part !== null && part !== undefined && part !== '') as string[];
  return (
    <li className={classes.item}>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.strong}>{person?.name ?? maskedName}</span>
          {office.length > 0 ? <span>{list(office)}</span> : null}
          <OfficerStateBadge state={state} />
        </div>
        <div className={classes.detail}>
          <span>{list(languages.map(nameOf))}</span>
          <span>{t(hasAccount ? 'officers.account' : 'officers.link')}</span>
          <Standing officer={officer} />
        </div>
      </div>
      <div className={classes.acts}>
        {ACTS.filter((action) => allowedActions.includes(action)).map((action) => (
          <Button
            key={action}
            size="compact-xs"
            variant={action === 'VERIFY' || action === 'ATTEST' ? 'light' : action === 'REVEAL' ? 'default' : 'subtle'}
            color={action === 'REVOKE' ? 'red' : undefined}
            aria-label={labelled(t(`officers.actions.${action}`), maskedName)}
            onClick={() => onAct(action)}
          >
            {t(`officers.actions.${action}`)}…
          </Button>
        ))}
      </div>
    </li>
  );
}

/** Who said yes, who is missing, and until when it holds. */
function Standing({ officer }: { officer: OfficerFragment }) {
  const { t } = useTranslation('agencies');
  const { date, dateTime, list } = useFormats();
  const {
    state,
    attestedUntil,
    postedUntil,
    proposedBy,
    verifiedBy,
    verificationsMissing,
    revokedAt,
    revocationReason,
  } = officer;
  const waits = state === 'PROPOSED' || state === 'LAPSED';
  return (
    <>
      {attestedUntil && !waits && state !== 'REVOKED' ? (
        <time dateTime={attestedUntil} title={dateTime(attestedUntil)}>
          {t('officers.until', { day: date(attestedUntil.slice(0, 10)) })}
        </time>
      ) : null}
      {postedUntil ? <span>{t('officers.posted', { day: date(postedUntil) })}</span> : null}
      {waits && proposedBy ? <span>{t('officers.proposedBy', { name: proposedBy.name })}</span> : null}
      {waits ? <span>{t('officers.missing', { count: verificationsMissing })}</span> : null}
      {verifiedBy.length > 0 ? (
        <span>{t('officers.verifiedBy', { names: list(verifiedBy.map(({ name }) => name)) })}</span>
      ) : null}
      {revokedAt ? (
        <time dateTime={revokedAt} title={dateTime(revokedAt)}>
          {t('officers.revoked', { day: date(revokedAt.slice(0, 10)) })}
        </time>
      ) : null}
      {revocationReason ? <span>{revocationReason}</span> : null}
    </>
  );
}
