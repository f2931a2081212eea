import { Skeleton } from '@mantine/core';
import { IconAffiliate, IconFileSearch, IconMessage, IconPaperclip, IconShoppingBag } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LeadStateBadge } from '@/features/leads/lead-state';
import { graphql } from '@/gql';
import type { SearchField, SearchHitFragment, SearchKind } from '@/gql/graphql';
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
      ... on Subject {
        id
        name
      }
      ... on LeadItem {
        id
        title
      }
      ... on EvidenceItem {
        id
        title
      }
      ... on Comment {
        id
        authorName
      }
    }
  }
`);

const ICONS: Record<SearchKind, typeof IconMessage> = {
  LEAD: IconFileSearch,
  SUBJECT: IconAffiliate,
  ITEM: IconShoppingBag,
  EVIDENCE: IconPaperclip,
  COMMENT: IconMessage,
};

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
              <Skeleton h={10} w="60%" my={5} className={classes.kind} />
              <Skeleton h={10} w="50%" my={5} className={classes.link} />
              <Skeleton h={10} w="80%" my={5} className={classes.meta} />
            </li>
          ))}
    </ul>
  );
}

interface Head {
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
  name: string;
  /** The text that the name is, marked in its place. */
  field?: SearchField;
}

/** A lead, a subject and a piece of evidence have pages of their own; what else is found stands on its lead's. */
function headOf({ lead, object }: SearchHitFragment): Head {
  const toLead: Head['link'] = { to: '/leads/$reference', params: { reference: lead.reference } };
  switch (object.__typename) {
    case 'Subject':
      return {
        link: { to: '/subjects/$subject', params: { subject: object.id }, search: {} },
        name: object.name,
        field: 'NAME',
      };
    case 'EvidenceItem':
      return {
        link: { to: '/evidence/$id', params: { id: object.id }, search: {} },
        name: object.title,
        field: 'TITLE',
      };
    case 'LeadItem':
      return { link: toLead, name: object.title, field: 'TITLE' };
    case 'Lead':
      return { link: toLead, name: lead.title, field: 'TITLE' };
    default:
      return { link: toLead, name: lead.title };
  }
}

function Hit({ hit }: { hit: SearchHitFragment }) {
  const { t } = useTranslation('search');
  const { moment } = useFormats();
  const { lead, object, kind } = hit;
  const { link, name, field } = headOf(hit);
  const Icon = ICONS[kind];
  const own = hit.excerpts.find((excerpt) => excerpt.field === field && !excerpt.cutBefore && !excerpt.cutAfter);
  return (
    <li className={classes.hit}>
      <span className={classes.kind}>
        <Icon size={15} stroke={1.6} aria-hidden />
        {t(`kinds.${kind}`)}
      </span>
      <Link {...link} className={classes.link} data-row-link>
        {own ? <Marked excerpt={own} /> : name}
      </Link>
      {hit.excerpts
        .filter((excerpt) => excerpt !== own)
        .map((excerpt) => (
          <p key={excerpt.field} className={classes.excerpt}>
            <span className={classes.field}>
              {object.__typename === 'Comment' ? object.authorName : t(`fields.${excerpt.field}`)}
            </span>
            <Marked excerpt={excerpt} />
          </p>
        ))}
      <div className={classes.meta}>
        <span className={classes.reference}>{lead.reference}</span>
        {name === lead.title ? null : <span className={classes.of}>{lead.title}</span>}
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
