import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LinkLineFragment, SubjectPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { KindIcon, SubjectLink } from './subject-name';
import classes from './subjects.module.css';

const UnlinkDialog = lazy(() => import('./dialogs/unlink-dialog'));

graphql(`
  fragment SubjectLinks on Subject {
    id
    links {
      ...LinkLine
    }
  }
  fragment LinkLine on SubjectLink {
    id
    kind
    confidence
    grounds
    validFrom
    validUntil
    addedAt
    fromId
    from {
      ...SubjectHead
      allowedActions
    }
    to {
      ...SubjectHead
    }
  }
`);

const route = getRouteApi('/_app/subjects/$subject');

interface SubjectLinksProps {
  subject: SubjectPageFragment;
  onChanged: () => void;
}

export function SubjectLinks({ subject, onChanged }: SubjectLinksProps) {
  const { t } = useTranslation('subjects');
  const navigate = route.useNavigate();
  const [leaving, setLeaving] = useState<{ id: string; words: string } | null>(null);
  return (
    <Section
      title={t('links.section')}
      count={subject.links.length}
      actions={
        subject.allowedActions.includes('CHANGE') ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'LINK' } })}
          >
            {t('links.add')}
          </Button>
        ) : null
      }
    >
      {subject.links.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('links.none')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {subject.links.map((link) => (
            <LinkLine key={link.id} link={link} onRemove={(words) => setLeaving({ id: link.id, words })} />
          ))}
        </ul>
      )}
      {leaving ? (
        <Suspense>
          <UnlinkDialog {...leaving} onChanged={onChanged} onClose={() => setLeaving(null)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

/** The lead of whom it goes out from says so, so that who keeps that lead takes it away. */
function LinkLine({ link, onRemove }: { link: LinkLineFragment; onRemove: (words: string) => void }) {
  const { t } = useTranslation('subjects');
  const { date } = useFormats();
  const { kind, confidence, grounds, from, to, validFrom, validUntil } = link;
  const unseen = t('links.unseen');
  const words = t('links.removeOf', {
    link: `${from?.name ?? unseen} – ${t(`linkKinds.${kind}`)} – ${to?.name ?? unseen}`,
  });
  const times = [
    validFrom ? t('links.since', { day: date(validFrom) }) : null,
    validUntil ? t('links.till', { day: date(validUntil) }) : null,
  ].filter(Boolean);
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <End subject={from} />
        <span className={classes.dimmed}>{t(`linkKinds.${kind}`)} →</span>
        <End subject={to} />
        <span className={classes.marks}>
          <span className={classes.dimmed}>{[t(`confidenceShort.${confidence}`), ...times].join(' · ')}</span>
          {from?.allowedActions.includes('CHANGE') ? (
            <Button variant="subtle" color="red" size="compact-xs" aria-label={words} onClick={() => onRemove(words)}>
              {t('links.remove')}…
            </Button>
          ) : null}
        </span>
      </div>
      <p className={classes.detail}>{grounds}</p>
    </li>
  );
}

function End({ subject }: { subject: LinkLineFragment['to'] }) {
  const { t } = useTranslation('subjects');
  if (!subject) return <span className={classes.dimmed}>{t('links.unseen')}</span>;
  return (
    <span className={classes.cellName}>
      <KindIcon kind={subject.kind} label />
      <span>
        <SubjectLink subject={subject} />
      </span>
    </span>
  );
}
