import { MailStatus } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { one, searchShape } from '@/lib/search-params';

/** Where the list of mails stands, and which ones it shows. */
export const operationsSearch = searchShape({ ...keysetParams, mails: one(MailStatus) });
