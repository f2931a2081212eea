import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PublicPage } from '@/features/sessions/public-page';
import { graphql } from '@/gql';
import type { GuestTarget } from '@/gql/graphql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { askedFor, type GuestSession, keepAsked } from './guest-session';

const AskGuestCode = graphql(`
  mutation AskGuestCode($input: AskGuestCodeInput!) {
    askGuestCode(input: $input) {
      sent
      opens
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const OpenGuestReferral = graphql(`
  mutation OpenGuestReferral($input: OpenGuestReferralInput!) {
    openGuestReferral(input: $input) {
      session {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const OpenGuestAction = graphql(`
  mutation OpenGuestAction($input: OpenGuestActionInput!) {
    openGuestAction(input: $input) {
      session {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface GuestEntryProps {
  link: string;
  /** Whether there was a session until a moment ago. */
  ended: boolean;
  onOpened: (session: GuestSession) => void;
}

/** Two steps: have a code mailed to the address in the directory, and type it. */
export function GuestEntry({ link, ended, onOpened }: GuestEntryProps) {
  const { t } = useTranslation('guests');
  const [opens, setOpens] = useState<GuestTarget | null>(() => askedFor(link));
  const [closed, setClosed] = useState(false);
  const [again, setAgain] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const { run, running } = usePublicCommand(AskGuestCode);

  const ask = async () => {
    setMessage(null);
    const outcome = await run({ input: { link } });
    if (outcome.ok) {
      const target = outcome.payload.opens ?? 'REFERRAL';
      keepAsked(link, target);
      setAgain(opens !== null);
      setOpens(target);
    } else if (outcome.failure.code === 'TOKEN_INVALID') setClosed(true);
    else setMessage(outcome.failure.message);
  };

  if (closed) {
    return (
      <PublicPage title={t('closed.title')}>
        <Text>{t('closed.text')}</Text>
        <Text c="dimmed">{t('closed.help')}</Text>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('title')}>
      {ended ? <Text role="status">{t('ended')}</Text> : null}
      <FailureNote message={message} />
      {opens === null ? (
        <>
          <Text c="dimmed">{t('ask.text')}</Text>
          <Button size="md" fullWidth loading={running} onClick={() => void ask()}>
            {t('ask.submit')}
          </Button>
        </>
      ) : (
        <>
          <Text c="dimmed" role="status">
            {t(again ? 'code.sentAgain' : 'code.sent')}
          </Text>
          <CodeForm link={link} opens={opens} onOpened={onOpened} />
          <Anchor component="button" type="button" size="sm" disabled={running} onClick={() => void ask()}>
            {t('code.again')}
          </Anchor>
        </>
      )}
    </PublicPage>
  );
}

/** Dashes, spaces and small letters do not matter: the server reads past them. */
interface CodeFormProps extends Pick<GuestEntryProps, 'link' | 'onOpened'> {
  opens: GuestTarget;
}

function CodeForm({ link, opens, onOpened }: CodeFormProps) {
  const { t } = useTranslation('guests');
  const referral = usePublicCommand(OpenGuestReferral);
  const action = usePublicCommand(OpenGuestAction);
  const running = referral.running || action.running;
  const form = useForm({ initialValues: { code: '' } });
  const failure = useFailure(form);

  const submit = form.onSubmit(async ({ code }) => {
    failure.clear();
    const outcome = await (opens === 'ACTION' ? action : referral).run({ input: { link, code } });
    if (outcome.ok && outcome.payload.session) return onOpened({ ...outcome.payload.session, opens });
    if (!outcome.ok) failure.show(outcome.failure);
    form.getInputNode('code')?.focus();
  });
  const refused = failure.failure?.code === 'TOKEN_INVALID';
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={refused ? t('code.refused') : failure.message} />
        <TextInput
          label={t('code.label')}
          size="md"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          autoFocus
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" fullWidth loading={running} disabled={!form.values.code.trim()}>
          {t(`code.submit.${opens}`)}
        </Button>
      </Stack>
    </form>
  );
}
