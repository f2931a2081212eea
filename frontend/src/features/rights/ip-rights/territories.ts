/** What a right can be in force in: the European Union, and each country. */
export const UNION = ['EU'] as const;
