import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { TestPurchaseProgramPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { useByName, useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Fact, Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { ProgramStateBadge } from '../fund-words';
import classes from '../funds.module.css';
import { ProgramMoney } from './program-money';

const UpdateProgramDialog = lazy(() =>
  import('./program-dialogs').then((module) => ({ default: module.UpdateProgramDialog })),
);
const ArchiveProgramDialog = lazy(() =>
  import('./program-dialogs').then((module) => ({ default: module.ArchiveProgramDialog })),
);

const ProgramPageQuery = graphql(`
  query TestPurchaseProgramPage($id: ID!) {
    testPurchaseProgram(id: $id) {
      ...TestPurchaseProgramPage
    }
  }
  fragment TestPurchaseProgramPage on TestPurchaseProgram {
    id
    reference
    name
    purpose
    currency
    startsOn
    endsOn
    state
    open
    version
    allowedActions
    requiredEvidence
    fund {
      id
      name
    }
    members {
      id
      name
      nameZh
    }
    approvalThreshold {
      ...FundMoney
    }
    caps {
      perPurchase {
        ...FundMoney
      }
      perMember {
        ...FundMoney
      }
      perPeriod {
        ...FundMoney
      }
      periodDays
      perSeller {
        ...FundMoney
      }
    }
  }
`);

const route = getRouteApi('/_app/programs/$id');

export function ProgramPage() {
  const { t } = useTranslation(['funds', 'common']);
  const { id } = route.useParams();
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  const money = may(useViewer(), 'FUND_READ');
  const [{ data, error }, reload] = useQuery({ query: ProgramPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const program = data?.testPurchaseProgram;

  if (!program) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.testPurchaseProgram === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return (
      <>
        <PageHeader eyebrow={<ProgramTrail />} title={t('common:loading')} />
        <TwoColumnsSkeleton />
      </>
    );
  }
  const common = { program, onStale: refresh, onClose: () => void navigate({ search: {}, replace: true }) };
  const open = step && program.allowedActions.includes(step) ? step : undefined;
  return (
    <>
      <PageHeader
        eyebrow={<ProgramTrail reference={program.reference} />}
        title={program.name}
        meta={<ProgramStateBadge state={program.state} />}
        actions={program.allowedActions.map((each) => (
          <Button key={each} variant="default" onClick={() => void navigate({ search: { do: each } })}>
            {t(`programs.steps.${each}`)}…
          </Button>
        ))}
      />
      <TwoColumns side={<ProgramFacts program={program} />}>
        <Section title={t('programs.purpose')}>
          <p className={classes.text}>{program.purpose}</p>
        </Section>
        <Caps program={program} />
        <Members program={program} />
        {money ? <ProgramMoney program={program.id} /> : null}
      </TwoColumns>
      <Suspense>
        {open === 'UPDATE' ? <UpdateProgramDialog {...common} /> : null}
        {open === 'ARCHIVE' ? <ArchiveProgramDialog {...common} /> : null}
      </Suspense>
    </>
  );
}

interface ProgramProps {
  program: TestPurchaseProgramPageFragment;
}

function ProgramFacts({ program }: ProgramProps) {
  const { t } = useTranslation(['funds', 'evidence']);
  const { date, list } = useFormats();
  const { fund, startsOn, endsOn, open, requiredEvidence } = program;
  return (
    <Facts>
      <Fact label={t('fields.fund')}>
        {fund ? (
          <Link to="/funds/$id" params={{ id: fund.id }} search={{}} className={classes.link}>
            {fund.name}
          </Link>
        ) : null}
      </Fact>
      <Fact label={t('fields.currency')}>{program.currency}</Fact>
      <Fact label={t('programs.startsOn')}>{date(startsOn)}</Fact>
      <Fact label={t('programs.endsOn')}>{date(endsOn)}</Fact>
      <Fact label={t('programs.who')}>{t(open ? 'programs.everybody' : 'programs.named')}</Fact>
      <Fact label={t('programs.evidence')}>
        {requiredEvidence.length > 0 ? list(requiredEvidence.map((kind) => t(`evidence:kinds.${kind}`))) : null}
      </Fact>
    </Facts>
  );
}

/** What purchases in it may cost, and above what two people approve one. */
function Caps({ program: { caps, approvalThreshold } }: ProgramProps) {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const rows = [
    { key: 'perPurchase', label: t('programs.caps.perPurchase'), value: caps.perPurchase },
    { key: 'perMember', label: t('programs.caps.perMember'), value: caps.perMember },
    { key: 'perSeller', label: t('programs.caps.perSeller'), value: caps.perSeller },
    { key: 'perPeriod', label: t('programs.inDays', { count: caps.periodDays ?? 0 }), value: caps.perPeriod },
    { key: 'threshold', label: t('programs.threshold'), value: approvalThreshold },
  ].flatMap(({ value, ...row }) => (value ? [{ ...row, value }] : []));
  return (
    <Section title={t('programs.capsTitle')}>
      {rows.length > 0 ? (
        <dl className={classes.figures}>
          {rows.map(({ key, label, value }) => (
            <div key={key} className={classes.figure}>
              <dt>{label}</dt>
              <dd>{money(value)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={classes.dimmed}>{t('programs.uncapped')}</p>
      )}
    </Section>
  );
}

function Members({ program: { members, open } }: ProgramProps) {
  const { t } = useTranslation('funds');
  const localName = useLocalName();
  const byName = useByName();
  if (open || members.length === 0) return null;
  return (
    <Section title={t('programs.members')} count={members.length}>
      <ul className={classes.list} aria-label={t('programs.members')}>
        {byName(members).map((member) => (
          <li key={member.id} className={classes.item}>
            {localName(member)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ProgramTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('funds');
  return (
    <>
      <Link to="/programs" search={{}}>
        {t('programs.title')}
      </Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}
