import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseEvidenceOfFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import classes from './purchases.module.css';

graphql(`
  fragment PurchaseEvidenceOf on Purchase {
    id
    listingEvidence {
      ...PurchaseProof
    }
    orderProof {
      ...PurchaseProof
    }
    video {
      ...PurchaseProof
    }
    evidence {
      ...PurchaseProof
    }
  }
  fragment PurchaseProof on EvidenceItem {
    id
    title
    kind
  }
`);

/** The listing as it was ordered, the order, its unpacking, and what else proves it. */
export function PurchaseEvidence({ purchase }: { purchase: PurchaseEvidenceOfFragment }) {
  const { t } = useTranslation(['purchases', 'evidence']);
  const { listingEvidence, orderProof, video, evidence } = purchase;
  const named = [
    { role: 'listing' as const, item: listingEvidence },
    { role: 'proof' as const, item: orderProof },
    { role: 'video' as const, item: video },
    ...evidence.map((item) => ({ role: 'other' as const, item })),
  ].flatMap(({ role, item }) => (item ? [{ role, item }] : []));
  if (named.length === 0) return null;
  return (
    <Section title={t('evidence.title')} count={named.length}>
      <ul className={classes.list} aria-label={t('evidence.title')}>
        {named.map(({ role, item }) => (
          <li key={`${role}${item.id}`} className={classes.item}>
            <span className={classes.dimmed}>{t(`evidence.roles.${role}`)}</span>
            <Link to="/evidence/$id" params={{ id: item.id }} search={{}} className={classes.link}>
              {item.title}
            </Link>
            <span className={classes.end}>{t(`evidence:kinds.${item.kind}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
