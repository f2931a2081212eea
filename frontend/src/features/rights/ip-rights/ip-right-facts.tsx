import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IpRightFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import { registrationLabel, useLocalTitle, useOfficeName } from './ip-right-words';
import { LastDay } from './last-day';

graphql(`
  fragment IpRightFacts on IpRight {
    id
    kind
    title
    titleZh
    holder {
      id
      name
      nameZh
    }
    office
    applicationNumber
    registrationNumber
    st13
    filedOn
    inForceFrom
    expiresOn
    daysLeft
    recordUrl
    state
    submittedBy {
      id
      name
    }
    submittedAt
    verifiedBy {
      id
      name
    }
    verifiedAt
    invalidFrom
    createdAt
  }
`);

export function IpRightFacts({ right }: { right: IpRightFactsFragment }) {
  const { t } = useTranslation('ipRights');
  const localName = useLocalName();
  const officeName = useOfficeName();
  const { dateTime } = useFormats();
  const { kind, holder, submittedBy, submittedAt, verifiedBy, verifiedAt } = right;
  // Who it was is not for everybody.
  const done = (name: string | undefined, at: string) =>
    name ? t('page.by', { name, at: dateTime(at) }) : dateTime(at);
  return (
    <Facts>
      <OtherTitle right={right} />
      <Fact label={t('fields.holder')}>
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/organizations/$id" params={{ id: holder.id }} search={{}} {...props} />}
        >
          {localName(holder)}
        </Anchor>
      </Fact>
      <Fact label={t('fields.kind')}>{t(`kinds.${kind}`)}</Fact>
      <Fact label={t('fields.office')}>{officeName(right.office)}</Fact>
      <Fact label={t('fields.applicationNumber')}>{right.applicationNumber}</Fact>
      <Fact label={t(registrationLabel(kind))}>{right.registrationNumber}</Fact>
      <Fact label={t('fields.st13')}>{right.st13}</Fact>
      <Register url={right.recordUrl} />
      <DayFact label={t('fields.filedOn')} day={right.filedOn} />
      <DayFact label={t(`fields.inForceFrom.${kind}`)} day={right.inForceFrom} />
      <Fact label={t('fields.expiresOn')}>{right.expiresOn ? <LastDay right={right} /> : null}</Fact>
      <DayFact label={t('fields.invalidFrom')} day={right.invalidFrom} />
      <Fact label={t('fields.submitted')}>{submittedAt ? done(submittedBy?.name, submittedAt) : null}</Fact>
      <Fact label={t('fields.verified')}>{verifiedAt ? done(verifiedBy?.name, verifiedAt) : null}</Fact>
      <Fact label={t('fields.entered')}>
        <time dateTime={right.createdAt}>{dateTime(right.createdAt)}</time>
      </Fact>
    </Facts>
  );
}

/** The title that is not the page's. */
function OtherTitle({ right }: { right: IpRightFactsFragment }) {
  const { t } = useTranslation('ipRights');
  const shown = useLocalTitle()(right);
  if (!right.titleZh || right.titleZh === right.title) return null;
  if (shown === right.titleZh) return <Fact label={t('fields.title')}>{right.title}</Fact>;
  return (
    <Fact label={t('fields.titleZh')}>
      <span lang="zh-Hans">{right.titleZh}</span>
    </Fact>
  );
}

function DayFact({ label, day }: { label: string; day: string | null | undefined }) {
  const { date } = useFormats();
  return <Fact label={label}>{day ? <time dateTime={day}>{date(day)}</time> : null}</Fact>;
}

function Register({ url }: { url: string | null | undefined }) {
  const { t } = useTranslation('ipRights');
  if (!url) return null;
  return (
    <Fact label={t('fields.recordUrl')}>
      <Anchor inherit href={url} target="_blank" rel="noopener noreferrer">
        {t('page.open')} <IconExternalLink size={13} aria-hidden style={{ verticalAlign: '-2px' }} />
      </Anchor>
    </Fact>
  );
}
