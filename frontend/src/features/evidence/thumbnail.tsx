import { type Icon, IconFileText, IconMessages, IconPackage, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceKind } from '@/gql/graphql';
import classes from './evidence.module.css';

const ICONS: Record<EvidenceKind, Icon> = {
  SCREENSHOT: IconPhoto,
  HTML: IconFileText,
  VIDEO: IconVideo,
  PHOTO: IconPhoto,
  DOCUMENT: IconFileText,
  PHYSICAL_SAMPLE: IconPackage,
  CHAT: IconMessages,
  BANK: IconFileText,
  NOTARIAL_CERT: IconFileText,
};

interface ThumbnailProps {
  kind: EvidenceKind;
  url: string | null | undefined;
  /** On the page of its own, where it is looked at. */
  large?: boolean;
}

/** A small picture where the server gives one, else a sign of what it is. The title stands beside it. */
export function Thumbnail({ kind, url, large }: ThumbnailProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const Sign = ICONS[kind];
  return (
    <span className={classes.thumbnail} data-large={large || undefined}>
      {url && failed !== url ? (
        <img src={url} alt="" loading="lazy" onError={() => setFailed(url)} />
      ) : (
        <Sign size={20} aria-hidden />
      )}
    </span>
  );
}
