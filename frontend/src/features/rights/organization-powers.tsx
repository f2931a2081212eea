import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type {
  OrganizationPageFragment,
  OrganizationPowersFragment,
  PowerOfAttorneyAction,
  PowerOfAttorneyFragment,
} from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { RightsDocuments } from './documents/rights-documents';
import classes from './rights.module.css';
import { PowerStateBadge } from './rights-state';

const PowerStepDialog = lazy(() => import('./dialogs/power-step-dialog'));
const ReportForgedDialog = lazy(() => import('./dialogs/report-forged-dialog'));

graphql(`
  fragment OrganizationPowers on Organization {
    id
    powersOfAttorney {
      ...PowerOfAttorney
    }
  }
  fragment PowerOfAttorney on PowerOfAttorney {
    id
    principal {
      id
      name
      nameZh
    }
    agent {
      id
      name
      nameZh
    }
    brands {
      id
      name
      nameZh
    }
    allBrands
    actions
    validFrom
    validTo
    state
    submittedBy {
      id
      name
    }
    createdAt
    verifiedAt
    documents {
      ...RightsDocument
    }
    forgedAt
    forgedReason
    mayReportForged
    version
    allowedActions
  }
`);

const route = getRouteApi('/_app/organizations/$id');

interface OrganizationPowersProps {
  organization: OrganizationPageFragment & OrganizationPowersFragment;
  onChanged: () => void;
}

/** What the organisation let others do for it, and what others let it do. */
export function OrganizationPowers({ organization, onChanged }: OrganizationPowersProps) {
  const { t } = useTranslation('rights');
  const navigate = route.useNavigate();
  const { powersOfAttorney: powers } = organization;
  const may = organization.allowedActions.includes('SUBMIT_POWER_OF_ATTORNEY');
  if (powers.length === 0 && !may) return null;
  return (
    <Section
      title={t('powers.title')}
      count={powers.length}
      actions={
        may ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'SUBMIT_POWER_OF_ATTORNEY' } })}
          >
            {t('powers.submit')}
          </Button>
        ) : null
      }
    >
      {powers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('powers.emptyText')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {powers.map((power) => (
            <li key={power.id} className={classes.item}>
              <Power power={power} here={organization.id} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface PowerProps {
  power: PowerOfAttorneyFragment;
  /** The organisation on whose page it stands. */
  here: string;
  onChanged: () => void;
}

function Power({ power, here, onChanged }: PowerProps) {
  const { t } = useTranslation(['rights', 'enums']);
  const localName = useLocalName();
  const { date, dateTime, list } = useFormats();
  const [step, setStep] = useState<PowerOfAttorneyAction | null>(null);
  const [reporting, setReporting] = useState(false);
  const given = power.principal.id === here;
  const other = given ? power.agent : power.principal;
  const brands = power.allBrands ? t('powers.allBrands') : list(power.brands.map(localName));
  return (
    <>
      <div className={classes.line}>
        <span className={classes.dimmed}>{t(given ? 'powers.givenTo' : 'powers.givenBy')}</span>
        <Link to="/organizations/$id" params={{ id: other.id }} search={{}} className={classes.name}>
          {localName(other)}
        </Link>
        <PowerStateBadge state={power.state} />
        {power.forgedAt ? <StateBadge tone="bad" label={t('powers.forged', { at: dateTime(power.forgedAt) })} /> : null}
        <Group gap={6} className={classes.end}>
          {power.allowedActions.map((each) => (
            <Button
              key={each}
              size="compact-xs"
              variant={each === 'REVOKE' ? 'subtle' : 'default'}
              color={each === 'REVOKE' ? 'red' : undefined}
              onClick={() => setStep(each)}
            >
              {t(`powerActions.${each}`)}…
            </Button>
          ))}
          {power.mayReportForged ? (
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => setReporting(true)}>
              {t('powers.reportForged')}…
            </Button>
          ) : null}
        </Group>
      </div>
      {power.forgedReason ? <div>{power.forgedReason}</div> : null}
      <div>{power.actions.map((action) => t(`enums:poaAction.${action}`)).join(' · ')}</div>
      <div className={classes.line}>
        <span className={classes.dimmed}>{brands}</span>
        <span className={classes.dimmed}>
          {t('validity.fromTo', { from: date(power.validFrom), to: date(power.validTo) })}
        </span>
        <span className={classes.dimmed}>
          {t('powers.submittedBy', { name: power.submittedBy.name, at: dateTime(power.createdAt) })}
        </span>
      </div>
      <PowerDocuments power={power} name={localName(other)} onChanged={onChanged} />
      {reporting ? (
        <Suspense>
          <ReportForgedDialog power={power} onChanged={onChanged} onClose={() => setReporting(false)} />
        </Suspense>
      ) : null}
      {step ? (
        <Suspense>
          <PowerStepDialog power={power} step={step} onChanged={onChanged} onClose={() => setStep(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface PowerDocumentsProps {
  power: PowerOfAttorneyFragment;
  /** Of the other side. */
  name: string;
  onChanged: () => void;
}

/** What was handed in of it; both sides add to that while it waits or holds, and take back while it waits. */
function PowerDocuments({ power, name, onChanged }: PowerDocumentsProps) {
  const viewer = useViewer();
  const own = viewer.organization.id;
  const { principal, agent, state } = power;
  const keeps = may(viewer, 'POWER_OF_ATTORNEY_SUBMIT') && (principal.id === own || agent.id === own);
  return (
    <RightsDocuments
      of={{ powerOfAttorneyId: power.id }}
      name={name}
      version={power.version}
      documents={power.documents}
      adds={keeps && (state === 'SUBMITTED' || state === 'VERIFIED')}
      withdraws={keeps && state === 'SUBMITTED'}
      onChanged={onChanged}
    />
  );
}
