import first from './first';
import guest from './guest';
import rest from './rest';

/** All texts, for types and tests; the browser loads the parts apart. */
export default { ...first, ...rest, ...guest };
