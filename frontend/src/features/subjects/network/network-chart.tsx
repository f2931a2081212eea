import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { GraphChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import classes from './network.module.css';
import type { Network } from './network-graph';
import { type Marks, networkOption, type Palette, type Words } from './network-option';

echarts.use([GraphChart, TooltipComponent, LabelLayout, CanvasRenderer]);

interface NetworkChartProps {
  label: string;
  network: Network;
  marks: Marks;
  words: Words;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

/** The network drawn on a canvas. Who sees no picture has the same as a table. */
export default function NetworkChart({ label, network, marks, words, onSelect, onOpen }: NetworkChartProps) {
  const still = useReducedMotion();
  const scheme = useComputedColorScheme();
  const root = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const act = useRef({ onSelect, onOpen, network });
  act.current = { onSelect, onOpen, network };

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const made = echarts.init(element);
    chart.current = made;
    const subjectAt = ({ data }: echarts.ECElementEvent) => {
      const id = (data as { id?: string } | undefined)?.id;
      return act.current.network.subjects.some((each) => each.id === id) ? id : undefined;
    };
    made.on('click', (event) => {
      const id = subjectAt(event);
      if (id) act.current.onSelect(id);
    });
    made.on('dblclick', (event) => {
      const id = subjectAt(event);
      if (id) act.current.onOpen(id);
    });
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of the page follow its appearance
  useEffect(() => {
    if (!root.current) return;
    const palette = paletteOf(root.current);
    chart.current?.setOption(networkOption({ network, marks, palette, words, still }));
  }, [network, marks, words, still, scheme]);

  return <div ref={root} className={classes.chart} role="img" aria-label={label} />;
}

function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: style.color,
    muted: colour('--ts-muted'),
    line: colour('--ts-line'),
    surface: colour('--ts-surface'),
    subject: colour('--ts-node'),
    person: colour('--ts-node-person'),
    accent: colour('--ts-node-start'),
    mark: colour('--ts-node-mark'),
  };
}
