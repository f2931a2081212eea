import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocalTitle } from '@/features/rights/ip-rights/ip-right-words';
import { graphql } from '@/gql';
import type { ReferralContentOfFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { CaseWords } from './case-words';
import classes from './referrals.module.css';

graphql(`
  fragment ReferralContentOf on Referral {
    id
    side
    content {
      facts
      hasHiddenParts
      leads {
        id
        reference
        title
      }
      rights {
        right {
          id
          title
          titleZh
          registrationNumber
        }
        lack
      }
      items {
        id
        title
        platform
        brand {
          id
          name
          nameZh
        }
      }
      subjects {
        id
        name
        kind
        role
      }
      evidence {
        id
        title
        kind
        state
      }
      ...CaseWordsOfContent
      dataCountry
      crossBorderBasis
      approvalReference
      needsApprovalReference
    }
  }
`);

/** What a referral is made of, before it is frozen: as far as the viewer sees it. */
export function ReferralContent({ referral }: { referral: ReferralContentOfFragment }) {
  const { t } = useTranslation(['referrals', 'ipRights', 'subjects', 'evidence']);
  const localName = useLocalName();
  const localTitle = useLocalTitle();
  const { content } = referral;
  if (!content) return null;
  const { facts, hasHiddenParts, leads, rights, items, subjects, evidence } = content;
  return (
    <>
      {hasHiddenParts ? <p className={classes.notice}>{t('content.hidden')}</p> : null}
      <Section title={t('fields.facts')}>{facts ? <p className={classes.text}>{facts}</p> : <Nothing />}</Section>
      <Section title={t('content.leads')} count={leads.length}>
        <ul className={classes.list}>
          {leads.map(({ id, reference, title }) => (
            <li key={id} className={classes.item}>
              <Link to="/leads/$reference" params={{ reference }} search={{}} className={classes.link}>
                {title}
              </Link>
              <span className={classes.code}>{reference}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Parts title={t('content.rights')} count={rights.length}>
        {rights.map(({ right, lack }) => (
          <li key={right.id} className={classes.item}>
            <Link to="/rights/$rightId" params={{ rightId: right.id }} search={{}} className={classes.link}>
              {localTitle(right)}
            </Link>
            <span className={classes.code}>{right.registrationNumber}</span>
            {lack ? <StateBadge tone="bad" label={t(`ipRights:lacks.${lack}`)} /> : null}
          </li>
        ))}
      </Parts>
      <Parts title={t('content.items')} count={items.length}>
        {items.map(({ id, title, platform, brand }) => (
          <li key={id} className={classes.item}>
            <span className={classes.strong}>{title}</span>
            {brand ? <span>{localName(brand)}</span> : null}
            <span className={classes.dimmed}>{platform}</span>
          </li>
        ))}
      </Parts>
      <Parts title={t('content.subjects')} count={subjects.length}>
        {subjects.map(({ id, name, kind, role }) => (
          <li key={id} className={classes.item}>
            <Link to="/subjects/$subject" params={{ subject: id }} search={{}} className={classes.link}>
              {name}
            </Link>
            <span className={classes.dimmed}>{t(`subjects:kinds.${kind}`)}</span>
            {role ? <span className={classes.dimmed}>{t(`subjects:roles.${role}`)}</span> : null}
          </li>
        ))}
      </Parts>
      <Parts title={t('content.evidence')} count={evidence.length}>
        {evidence.map(({ id, title, kind, state }) => (
          <li key={id} className={classes.item}>
            <Link to="/evidence/$id" params={{ id }} search={{}} className={classes.link}>
              {title}
            </Link>
            <span className={classes.dimmed}>{t(`evidence:kinds.${kind}`)}</span>
            {state === 'HELD' ? null : <StateBadge tone="bad" label={t(`evidence:states.${state}`)} />}
          </li>
        ))}
      </Parts>
      <CaseWords words={content} />
      <CrossBorder content={content} />
    </>
  );
}

function Nothing() {
  const { t } = useTranslation('referrals');
  return (
    <Text size="sm" c="dimmed">
      {t('content.nothing')}
    </Text>
  );
}

function Parts({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  return (
    <Section title={title} count={count}>
      {count > 0 ? <ul className={classes.list}>{children}</ul> : <Nothing />}
    </Section>
  );
}

/** Whether personal data leave the country they are stored in, and on which ground. */
function CrossBorder({ content }: { content: NonNullable<ReferralContentOfFragment['content']> }) {
  const { t } = useTranslation('referrals');
  const { crossBorderBasis, approvalReference, needsApprovalReference } = content;
  if (!crossBorderBasis && !approvalReference && !needsApprovalReference) return null;
  return (
    <Section title={t('content.crossBorder')}>
      {needsApprovalReference ? (
        <p className={classes.notice} role="note">
          {t(approvalReference ? 'content.referenceGiven' : 'content.referenceNeeded')}
        </p>
      ) : null}
      {approvalReference ? <p className={classes.code}>{approvalReference}</p> : null}
      {crossBorderBasis ? <p className={classes.text}>{crossBorderBasis}</p> : null}
    </Section>
  );
}
