import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AppraisalFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import { DueBadge } from './appraisal-words';

graphql(`
  fragment AppraisalFacts on Appraisal {
    id
    rank
    rankPlace
    round
    purpose
    orderedAt
    interest
    interestNote
    agreedAt
    finalAt
    sample {
      id
      reference
      seal
      holder {
        id
        name
      }
    }
    purchase {
      id
      reference
      title
    }
    lead {
      id
      reference
    }
    organization {
      id
      name
      nameZh
    }
    follows {
      id
      reference
    }
    appraiser {
      id
      name
    }
    appraiserOrganization {
      id
      name
      nameZh
    }
    orderedBy {
      id
      name
    }
    agreedBy {
      id
      name
    }
    context {
      orderNumber
      seller
      listingUrl
    }
    ...AppraisalDue
  }
`);

/** What is known of it. Who inspects blindly is told less, so each line stands for itself. */
export function AppraisalFacts({ appraisal }: { appraisal: AppraisalFactsFragment }) {
  const { t } = useTranslation('appraisals');
  const localName = useLocalName();
  const { date, dateTime, labelled } = useFormats();
  const { sample, purchase, lead, follows, interest, context, agreedAt, finalAt } = appraisal;
  return (
    <Facts>
      <Fact label={t('fields.due')}>
        <time dateTime={appraisal.dueAt}>{date(appraisal.dueOn)}</time>
        <br />
        <DueBadge appraisal={appraisal} />
      </Fact>
      <Fact label={t('fields.sample')}>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/samples/$id" params={{ id: sample.id }} search={{}} {...props} />}
        >
          {sample.reference}
        </Anchor>
      </Fact>
      <Fact label={t('fields.seal')}>{sample.seal}</Fact>
      <Fact label={t('fields.holder')}>{sample.holder?.name}</Fact>
      <Fact label={t('fields.rank')}>
        {t('rankPlace', { rank: t(`ranks.${appraisal.rank}`), place: appraisal.rankPlace })}
      </Fact>
      <Fact label={t('fields.purpose')}>{appraisal.purpose ? t(`purposes.${appraisal.purpose}`) : null}</Fact>
      <Fact label={t('fields.round')}>{appraisal.round}</Fact>
      <Fact label={t('fields.follows')}>
        {follows ? (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/appraisals/$id" params={{ id: follows.id }} search={{}} {...props} />}
          >
            {follows.reference}
          </Anchor>
        ) : null}
      </Fact>
      <Fact label={t('fields.appraiser')}>{appraisal.appraiser.name}</Fact>
      <Fact label={t('fields.appraiserOrganization')}>{localName(appraisal.appraiserOrganization)}</Fact>
      <Fact label={t('fields.interest')}>
        {interest
          ? appraisal.interestNote
            ? labelled(t(`interests.${interest}`), appraisal.interestNote)
            : t(`interests.${interest}`)
          : null}
      </Fact>
      <Fact label={t('fields.organization')}>{appraisal.organization ? localName(appraisal.organization) : null}</Fact>
      <Fact label={t('fields.purchase')}>
        {purchase ? (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/purchases/$id" params={{ id: purchase.id }} search={{}} {...props} />}
          >
            {`${purchase.reference} · ${purchase.title}`}
          </Anchor>
        ) : null}
      </Fact>
      <Fact label={t('fields.lead')}>
        {lead ? (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} {...props} />
            )}
          >
            {lead.reference}
          </Anchor>
        ) : null}
      </Fact>
      <Fact label={t('fields.seller')}>{context?.seller}</Fact>
      <Fact label={t('fields.orderNumber')}>{context?.orderNumber}</Fact>
      <Fact label={t('fields.listing')}>{context?.listingUrl}</Fact>
      <Fact label={t('fields.orderedBy')}>{appraisal.orderedBy?.name}</Fact>
      <Fact label={t('fields.orderedAt')}>
        <time dateTime={appraisal.orderedAt}>{dateTime(appraisal.orderedAt)}</time>
      </Fact>
      <Fact label={t('fields.agreed')}>
        {agreedAt ? (
          <>
            {appraisal.agreedBy ? `${appraisal.agreedBy.name} · ` : null}
            <time dateTime={agreedAt}>{dateTime(agreedAt)}</time>
          </>
        ) : null}
      </Fact>
      <Fact label={t('fields.finalAt')}>{finalAt ? <time dateTime={finalAt}>{dateTime(finalAt)}</time> : null}</Fact>
    </Facts>
  );
}
