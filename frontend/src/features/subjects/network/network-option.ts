import type { EChartsOption } from 'echarts/types/dist/shared';
import type { IdentifierStrength } from '@/gql/graphql';
import { isOnPath, type Network, tiesOf } from './network-graph';
import { SYMBOLS } from './symbols';

/** The colours of the page around it: a canvas knows no style sheet. */
export interface Palette {
  text: string;
  muted: string;
  line: string;
  surface: string;
  subject: string;
  person: string;
  accent: string;
  mark: string;
}

export interface Marks {
  /** From which subjects the network starts. */
  starts: readonly string[];
  selected: string | null;
  path: readonly string[];
}

/** What a tie is called where one points at it. */
export interface Words {
  subject: (subject: Network['subjects'][number]) => string;
  shared: (shared: Network['shared'][number]) => string;
  link: (link: Network['links'][number]) => string;
}

const WIDTHS: Record<IdentifierStrength, number> = { WEAK: 1, MEDIUM: 1.2, STRONG: 2 };
/** More names than these would hide one another; the rest shows where one points. */
const MOST_NAMES = 60;

interface Picture {
  network: Network;
  marks: Marks;
  palette: Palette;
  words: Words;
  still: boolean;
}

/** The network as a picture that runs from its start; without tooltips of HTML, whose styles the page's policy forbids. */
export function networkOption(picture: Picture): EChartsOption {
  const { network, palette, still } = picture;
  const many = network.subjects.length + network.shared.length;
  return {
    animation: !still,
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12 },
    },
    series: [
      {
        type: 'graph',
        layout: 'force',
        roam: true,
        draggable: true,
        scaleLimit: { min: 0.2, max: 6 },
        symbolKeepAspect: true,
        force: {
          repulsion: many > 200 ? 60 : 180,
          edgeLength: many > 200 ? [20, 60] : [50, 110],
          gravity: 0.08,
          layoutAnimation: !still && many < 200,
        },
        labelLayout: { hideOverlap: true },
        emphasis: { focus: many > 200 ? 'none' : 'adjacency', label: { show: true } },
        data: [...subjectNodes(picture), ...sharedNodes(picture)],
        edges: [...holdings(picture), ...links(picture)],
      },
    ],
  } as EChartsOption;
}

function subjectNodes({ network, marks, palette, words }: Picture) {
  const ties = tiesOf(network);
  const named = network.subjects.length <= MOST_NAMES;
  return network.subjects.map((subject) => {
    const { id, kind, name } = subject;
    const marked = id === marks.selected || marks.path.includes(id);
    const start = marks.starts.includes(id);
    return {
      id,
      name,
      symbol: `path://${SYMBOLS[kind]}`,
      symbolSize: Math.min(16 + 2 * (ties.get(id) ?? 0), 34) + (start ? 6 : 0),
      itemStyle: {
        color: start ? palette.accent : kind === 'PERSON' ? palette.person : palette.subject,
        borderColor: marked ? palette.mark : palette.surface,
        borderWidth: marked ? 3 : 1,
      },
      label: {
        show: named || marked || start,
        position: 'bottom',
        color: palette.text,
        fontSize: 11,
        formatter: '{b}',
      },
      tooltip: { formatter: () => words.subject(subject) },
    };
  });
}

function sharedNodes({ network, marks, palette, words }: Picture) {
  return network.shared.map((shared) => ({
    id: shared.key,
    name: shared.value,
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color: isOnPath(marks.path, shared.subjectIds) ? palette.mark : palette.muted },
    label: { show: false, position: 'bottom', color: palette.muted, fontSize: 10, formatter: '{b}' },
    tooltip: { formatter: () => words.shared(shared) },
  }));
}

function holdings({ network, marks, palette, words }: Picture) {
  return network.shared.flatMap((shared) => {
    const onPath = isOnPath(marks.path, shared.subjectIds);
    return shared.subjectIds.map((id) => {
      const lit = onPath && marks.path.includes(id);
      return {
        source: id,
        target: shared.key,
        lineStyle: {
          color: lit ? palette.mark : palette.muted,
          width: lit ? 3 : WIDTHS[shared.strength],
          type: shared.strength === 'WEAK' ? 'dashed' : 'solid',
          opacity: lit ? 1 : 0.7,
        },
        tooltip: { formatter: () => words.shared(shared) },
      };
    });
  });
}

function links({ network, marks, palette, words }: Picture) {
  return network.links.map((link) => {
    const lit = isOnPath(marks.path, [link.fromId, link.toId]);
    return {
      source: link.fromId,
      target: link.toId,
      symbol: ['none', 'arrow'],
      symbolSize: 8,
      lineStyle: { color: lit ? palette.mark : palette.accent, width: lit ? 3 : 1.5, curveness: 0.12, opacity: 1 },
      tooltip: { formatter: () => words.link(link) },
    };
  });
}
