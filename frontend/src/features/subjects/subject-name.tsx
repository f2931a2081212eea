import {
  IconBuildingFactory2,
  IconBuildingStore,
  IconCar,
  IconCreditCard,
  IconMapPin,
  IconPhone,
  IconUser,
  IconWorldWww,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SubjectHeadFragment, SubjectKind } from '@/gql/graphql';
import classes from './subjects.module.css';

graphql(`
  fragment SubjectHead on Subject {
    id
    kind
    name
    isMasked
    role
    removedAt
  }
`);

const ICONS: Record<SubjectKind, typeof IconUser> = {
  PERSON: IconUser,
  COMPANY: IconBuildingFactory2,
  SHOP_ACCOUNT: IconBuildingStore,
  PAYMENT_ACCOUNT: IconCreditCard,
  SITE: IconMapPin,
  PHONE: IconPhone,
  VEHICLE: IconCar,
  DOMAIN: IconWorldWww,
};

/** The kind stands in words wherever this does not say it. */
export function KindIcon({ kind, label }: { kind: SubjectKind; label?: boolean }) {
  const { t } = useTranslation('subjects');
  const Icon = ICONS[kind];
  return label ? (
    <Icon size={16} stroke={1.6} role="img" aria-label={t(`kinds.${kind}`)} className={classes.icon} />
  ) : (
    <Icon size={16} stroke={1.6} aria-hidden className={classes.icon} />
  );
}

export function SubjectLink({ subject }: { subject: Pick<SubjectHeadFragment, 'id' | 'name' | 'removedAt'> }) {
  const { t } = useTranslation('subjects');
  return (
    <>
      <Link
        to="/subjects/$subject"
        params={{ subject: subject.id }}
        search={{}}
        className={classes.link}
        data-removed={subject.removedAt ? true : undefined}
      >
        {subject.name}
      </Link>
      {subject.removedAt ? <span className={classes.dimmed}> ({t('removed')})</span> : null}
    </>
  );
}
