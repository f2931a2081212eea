import { Badge, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LeadStateBadge } from '@/features/leads/lead-state';
import { graphql } from '@/gql';
import type { SearchHitFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { stepFocus, useKeys } from '@/lib/keyboard';
import { TlpBadge } from '@/ui/tlp-badge';
import { parts } from './marked-text';
import classes from './search-hits.module.css';

graphql(`
  fragment SearchHit on SearchHit {
    kind
    lead {
      id
      reference
      title
      state
      tlp
      createdAt
    }
    excerpts {
      field
      text
      cutBefore
      cutAfter
      marks {
        start
        length
      }
    }
    object {
      __typename
      ... on Lead {
        id
      }
      ... on LeadItem {
        id
      }
      ... on Comment {
        id
        authorName
      }
    }
  }
`);

const SKELETONS = ['a', 'b', 'c', 'd'];

interface SearchHitsProps {
  hits: readonly SearchHitFragment[] | undefined;
  empty: ReactNode;
}

/** What was found, each with the lead it leads to; J and K move through it. */
export function SearchHits({ hits, empty }: SearchHitsProps) {
  const { t } = useTranslation('search');
  const root = useRef<HTMLUListElement>(null);
  useKeys({ j: () => stepFocus(root.current, 1), k: () => stepFocus(root.current, -1) });
  if (hits?.length === 0) return empty;
  return (
    <ul ref={root} className={classes.list} aria-label={t('found')} aria-busy={hits === undefined}>
      {hits
        ? hits.map((hit) => <Hit key={`${hit.kind}-${hit.object.id}`} hit={hit} />)
        : SKELETONS.map((key) => (
            <li key={key} className={classes.hit}>
              <Skeleton h={10} w="50%" my={4} />
              <Skeleton h={10} w="80%" my={4} />
            </li>
          ))}
    </ul>
  );
}

function Hit({ hit }: { hit: SearchHitFragment }) {
  const { t } = useTranslation('search');
  const { moment } = useFormats();
  const { lead, object } = hit;
  const excerpts = hit.kind === 'LEAD' ? hit.excerpts.filter(({ field }) => field !== 'TITLE') : hit.excerpts;
  const title = hit.kind === 'LEAD' ? hit.excerpts.find(({ field }) => field === 'TITLE') : undefined;
  return (
    <li className={classes.hit}>
      <div className={classes.head}>
        <Badge variant="default" radius="sm">
          {t(`kinds.${hit.kind}`)}
        </Badge>
        <Link to="/leads/$reference" params={{ reference: lead.reference }} className={classes.link} data-row-link>
          {title && !title.cutBefore && !title.cutAfter ? <Marked excerpt={title} /> : lead.title}
        </Link>
      </div>
      {excerpts.map((excerpt) => (
        <p key={excerpt.field} className={classes.excerpt}>
          <span className={classes.field}>
            {object.__typename === 'Comment' ? object.authorName : t(`fields.${excerpt.field}`)}
          </span>
          <Marked excerpt={excerpt} />
        </p>
      ))}
      <div className={classes.meta}>
        <span>{lead.reference}</span>
        <LeadStateBadge state={lead.state} />
        <TlpBadge tlp={lead.tlp} />
        <time dateTime={lead.createdAt}>{moment(lead.createdAt)}</time>
      </div>
    </li>
  );
}

type Excerpt = SearchHitFragment['excerpts'][number];

function Marked({ excerpt }: { excerpt: Excerpt }) {
  return (
    <>
      {excerpt.cutBefore ? '… ' : null}
      {parts(excerpt.text, excerpt.marks).map((part) =>
        part.marked ? (
          <mark key={part.at} className={classes.mark}>
            {part.text}
          </mark>
        ) : (
          <span key={part.at}>{part.text}</span>
        ),
      )}
      {excerpt.cutAfter ? ' …' : null}
    </>
  );
}
