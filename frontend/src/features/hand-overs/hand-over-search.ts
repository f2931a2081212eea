import { keysetParams } from '@/lib/keyset';
import { flag, searchShape } from '@/lib/search-params';

export const handOverSearch = searchShape({ ...keysetParams, open: flag });
