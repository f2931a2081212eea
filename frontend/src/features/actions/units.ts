/**
 * What goods are counted in, by the names that reports give it in either language. The graph keeps whatever was typed, in
 * small letters; one name for the same thing lets its sums be one sum.
 */
const NAMES = {
  piece: ['pieces', 'pc', 'pcs', 'item', 'items', 'unit', 'units', '件', '个', '只'],
  pair: ['pairs', '双', '对'],
  set: ['sets', '套'],
  box: ['boxes', '盒'],
  carton: ['cartons', 'case', 'cases', '箱'],
  bag: ['bags', '袋'],
  bottle: ['bottles', '瓶'],
  roll: ['rolls', '卷'],
  sheet: ['sheets', '张'],
  pallet: ['pallets', '托', '托盘'],
  machine: ['machines', '台'],
  kilogram: ['kilograms', 'kg', 'kilo', 'kilos', '千克', '公斤'],
  tonne: ['tonnes', 't', 'ton', 'tons', '吨'],
  litre: ['litres', 'l', 'liter', 'liters', '升'],
  metre: ['metres', 'm', 'meter', 'meters', '米'],
} as const;

export type Unit = keyof typeof NAMES;
export const UNITS = Object.keys(NAMES) as Unit[];

const KNOWN: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) => [unit, ...NAMES[unit]].map((name) => [name, unit] as const)),
);

/** The unit that somebody means; nothing where it is none of these. */
export function unitOf(typed: string): Unit | undefined {
  return KNOWN.get(typed.trim().toLowerCase());
}
