import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { discardDraft, readDraft, writeDraft } from '@/lib/draft';
import { errorCode } from '@/lib/errors';
import { useReconnected } from '@/lib/live';
import { type Answer, afterAnswer, type Entry, nextOf } from './outbox';

const RecordSiteResult = graphql(`
  mutation RecordSiteResult($input: RecordSiteResultInput!) {
    recordSiteResult(input: $input) {
      action {
        ...FieldOutcome
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RecordSuspect = graphql(`
  mutation RecordSuspect($input: RecordSuspectInput!) {
    recordSuspect(input: $input) {
      action {
        ...FieldOutcome
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RecordSeizure = graphql(`
  mutation RecordSeizure($input: RecordSeizureInput!) {
    recordSeizure(input: $input) {
      action {
        ...FieldOutcome
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RETRY_MS = 10_000;

/**
 * Keeps entries in this tab until the server has confirmed them, through reloads and dead spots: they are sent one after
 * the other under their own keys, so that none is done twice.
 */
export function useOutbox(actionId: string) {
  const { i18n, t } = useTranslation();
  const client = useClient();
  const draft = `outcome-${actionId}`;
  const [entries, setEntries] = useState<Entry[]>(() => readDraft<Entry[]>(draft) ?? []);
  const [sending, setSending] = useState(false);
  const latest = useRef(entries);
  const busy = useRef(false);

  const change = useCallback(
    (next: Entry[]) => {
      latest.current = next;
      if (next.length > 0) writeDraft(draft, next);
      else discardDraft(draft);
      setEntries(next);
    },
    [draft],
  );

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    for (let entry = nextOf(latest.current); entry; entry = nextOf(latest.current)) {
      const { data, error } = await sendOne(client, entry);
      const [refusal] = data?.userErrors ?? [];
      const code = error ? errorCode(error) : null;
      const answer: Answer = refusal
        ? { refused: i18n.language === 'en' ? refusal.message : t(`errors.${refusal.code}`) }
        : data
          ? { confirmed: true }
          : code
            ? { refused: t(`errors.${code}`) }
            : { unreachable: true };
      change(afterAnswer(latest.current, entry.key, answer));
      if ('unreachable' in answer) break;
    }
    busy.current = false;
    setSending(false);
  }, [client, change, i18n.language, t]);

  useReconnected(() => void send());
  useEffect(() => {
    void send();
    const again = () => void send();
    window.addEventListener('online', again);
    const timer = setInterval(again, RETRY_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [send]);

  const add = (entry: Entry) => {
    change([...latest.current, entry]);
    void send();
  };
  const remove = (key: string) => change(latest.current.filter((entry) => entry.key !== key));
  return { entries, sending, add, remove, send };
}

async function sendOne(client: ReturnType<typeof useClient>, entry: Entry) {
  switch (entry.kind) {
    case 'siteResult': {
      const { data, error } = await client.mutation(RecordSiteResult, { input: entry.input }).toPromise();
      return { data: data?.recordSiteResult, error };
    }
    case 'suspect': {
      const { data, error } = await client.mutation(RecordSuspect, { input: entry.input }).toPromise();
      return { data: data?.recordSuspect, error };
    }
    case 'seizure': {
      const { data, error } = await client.mutation(RecordSeizure, { input: entry.input }).toPromise();
      return { data: data?.recordSeizure, error };
    }
  }
}
