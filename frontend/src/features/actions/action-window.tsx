import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ActionWindowTextFragment } from '@/gql/graphql';
import { tagOf, useFormats } from '@/lib/format';
import { useTimeZone } from '@/lib/viewer';

graphql(`
  fragment ActionWindowText on ActionWindow {
    startsAt
    endsAt
    timeZone
    startsLocal
    endsLocal
  }
`);

/** When it is, by the clock at the site. */
export function useWindowWords() {
  const { i18n } = useTranslation();
  return ({ startsAt, endsAt, timeZone }: ActionWindowTextFragment) => {
    const format = new Intl.DateTimeFormat(tagOf(i18n.language), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
    return `${format.formatRange(new Date(startsAt), new Date(endsAt))} (${timeZone})`;
  };
}

/** The same; by the reader's own clock for who points at it. */
export function ActionWindowText({ window }: { window: ActionWindowTextFragment }) {
  const own = useTimeZone();
  const inWords = useWindowWords();
  const { dateTime, labelled } = useFormats();
  const { startsAt, endsAt } = window;
  return (
    <time dateTime={startsAt} title={labelled(own, `${dateTime(startsAt)} – ${dateTime(endsAt)}`)}>
      {inWords(window)}
    </time>
  );
}
