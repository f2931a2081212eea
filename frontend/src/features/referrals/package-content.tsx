import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PackagePartsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { CaseWords } from './case-words';
import classes from './referrals.module.css';

graphql(`
  fragment PackageParts on ReferralPackage {
    manifestSha256
    pdfSha256
    frozenAt
    score
    rulesVersion
    facts
    rights {
      title
      kind
      office
      number
      certificates {
        title
        sha256
      }
    }
    items {
      title
      brand
      url
      seller
      price
    }
    subjects {
      name
      kind
      role
      isPerson
      identifiers {
        kind
        value
      }
    }
    evidence {
      title
      kind
      sha256
      collectedAt
    }
    ...CaseWordsOfPackage
  }
`);

/** What a package says, to whoever opened it: an officer with an account, or a guest. */
export function PackageContent({ content }: { content: PackagePartsFragment }) {
  const { t } = useTranslation(['referrals', 'ipRights', 'subjects', 'evidence']);
  const { dateTime } = useFormats();
  const { facts, rights, items, evidence, score, rulesVersion, frozenAt, manifestSha256, pdfSha256 } = content;
  return (
    <>
      <Section title={t('fields.facts')}>
        <p className={classes.text}>{facts}</p>
      </Section>
      <Section title={t('content.rights')} count={rights.length}>
        <ul className={classes.list}>
          {rights.map(({ title, kind, office, number, certificates }) => (
            <li key={`${office}${number}${title}`} className={classes.item}>
              <span className={classes.strong}>{title}</span>
              <span className={classes.dimmed}>{t(`ipRights:kinds.${kind}`)}</span>
              <span className={classes.code}>{[office, number].filter(Boolean).join(' ')}</span>
              {certificates.map((certificate) => (
                <span key={certificate.sha256} className={classes.code} title={certificate.sha256}>
                  {certificate.title ?? t('content.certificate')} {certificate.sha256.slice(0, 12)}…
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('content.items')} count={items.length}>
        <ul className={classes.list}>
          {items.map(({ title, brand, url, seller, price }) => (
            <li key={`${title}${url}`} className={classes.item}>
              <span className={classes.strong}>{title}</span>
              <span>{brand}</span>
              <span className={classes.dimmed}>{seller}</span>
              <span>{price}</span>
              <span className={classes.code}>{url}</span>
            </li>
          ))}
        </ul>
      </Section>
      <PackagedSubjects content={content} />
      <Section title={t('content.evidence')} count={evidence.length}>
        <ul className={classes.list}>
          {evidence.map(({ title, kind, sha256, collectedAt }) => (
            <li key={`${sha256}${title}${collectedAt}`} className={classes.item}>
              <span className={classes.strong}>{title}</span>
              <span className={classes.dimmed}>{t(`evidence:kinds.${kind}`)}</span>
              <time dateTime={collectedAt} className={classes.time}>
                {dateTime(collectedAt)}
              </time>
              {sha256 ? (
                <span className={classes.code} title={sha256}>
                  {sha256.slice(0, 12)}…
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <CaseWords words={content} />
      <Section title={t('package.title')}>
        <p className={classes.text}>{t('package.frozen', { at: dateTime(frozenAt), score, version: rulesVersion })}</p>
        <p className={classes.code}>{t('package.manifest', { hash: manifestSha256 })}</p>
        <p className={classes.code}>{t('package.pdf', { hash: pdfSha256 })}</p>
      </Section>
    </>
  );
}

/** People by initials; their names are in the paper, each opening of which is logged. */
function PackagedSubjects({ content }: { content: PackagePartsFragment }) {
  const { t } = useTranslation(['referrals', 'subjects']);
  const { subjects } = content;
  return (
    <Section title={t('content.subjects')} count={subjects.length}>
      <ul className={classes.list}>
        {subjects.map(({ name, kind, role, identifiers }) => (
          <li key={`${kind}${name}${identifiers.map(({ value }) => value).join()}`} className={classes.item}>
            <span className={classes.strong}>{name}</span>
            <span className={classes.dimmed}>{t(`subjects:kinds.${kind}`)}</span>
            {role ? <span className={classes.dimmed}>{t(`subjects:roles.${role}`)}</span> : null}
            {identifiers.map((each) => (
              <span key={`${each.kind}${each.value}`} className={classes.code}>
                {each.value}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {subjects.some(({ isPerson }) => isPerson) ? <p className={classes.time}>{t('package.masked')}</p> : null}
    </Section>
  );
}
