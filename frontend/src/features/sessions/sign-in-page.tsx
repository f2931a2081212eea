import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Challenge } from './entered';
import { LinkStep } from './link-step';
import { PasswordStep } from './password-step';
import { PublicPage } from './public-page';
import { SecondFactorStep } from './second-factor-step';
import { fromProvider } from './single-sign-on';

/** The password or the organisation's provider first; then, where the account has one, its second factor. */
export function SignInPage() {
  const { t } = useTranslation('sessions');
  const [returned] = useState(() => fromProvider(location.hash));
  const [challenge, setChallenge] = useState<Challenge | undefined>(returned.challenge);
  const [link, setLink] = useState(returned.link);
  const again = () => {
    setChallenge(undefined);
    setLink(undefined);
  };
  const step = challenge ? 'secondFactor' : link ? 'link' : 'signIn';
  return (
    <PublicPage title={t(`${step}.title`)}>
      {challenge ? (
        <SecondFactorStep challenge={challenge} onAgain={again} />
      ) : link ? (
        <LinkStep token={link} onChallenge={setChallenge} onAgain={again} />
      ) : (
        <PasswordStep onChallenge={setChallenge} />
      )}
    </PublicPage>
  );
}
