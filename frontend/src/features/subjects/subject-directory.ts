import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { SubjectHeadFragment } from '@/gql/graphql';

const SubjectDirectory = graphql(`
  query SubjectDirectory($name: String, $id: ID!, $isId: Boolean!) {
    subject(id: $id) @include(if: $isId) {
      ...SubjectHead
      lead {
        id
        reference
      }
    }
    subjects(first: 20, filter: { name: $name }) @skip(if: $isId) {
      nodes {
        ...SubjectHead
        lead {
          id
          reference
        }
      }
    }
  }
`);

const ID = /^subject_[0-9a-z]{26}$/;
/** Any id will do where none is asked for. */
const NO_ID = 'subject_00000000000000000000000000';

type Found = SubjectHeadFragment & { lead?: { reference: string } | null };

/** Subjects for a picker, by part of their name or by a pasted id; with their lead, because names repeat. */
export function useSubjectDirectory(except: string) {
  const { t } = useTranslation('subjects');
  const [typed, onSearch] = useState('');
  const search = typed.trim();
  const isId = ID.test(search);
  const [{ data }] = useQuery({
    query: SubjectDirectory,
    variables: { name: search || undefined, id: isId ? search : NO_ID, isId },
  });
  const found: readonly Found[] = isId ? (data?.subject ? [data.subject] : []) : (data?.subjects?.nodes ?? []);
  const options = found
    .filter(({ id, removedAt }) => id !== except && !removedAt)
    .map(({ id, name, kind, lead }) => ({
      value: id,
      label: [name, t(`kinds.${kind}`), lead?.reference].filter(Boolean).join(' · '),
    }));
  return {
    options: isId ? options.map((each) => ({ ...each, label: `${each.label} · ${search}` })) : options,
    onSearch,
  };
}
