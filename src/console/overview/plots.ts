import { html } from 'hono/html';
import type { Html } from '../page/page.js';
import type { DayCount } from '../../review/count-records.js';

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [720, 200, 44, 22, 10];
const FAMILIES = [['answered', 'a'], ['refused', 'b'], ['failed', 'c'], ['clarification', 'd']] as const;

/** Questions a day as stacked bars. Colours come from the style sheet: the policy allows no inline style. */
export function dayPlot(days: readonly DayCount[], label: string): Html {
  const most = Math.max(1, ...days.map(({ families }) => FAMILIES.reduce((sum, [family]) => sum + families[family], 0)));
  const bars = days.map(({ families, day }, index) => {
    let below = 0;
    return FAMILIES.map(([family, style]) => {
      const height = heightOf(families[family], most);
      const bar = height === 0 ? '' : html`<rect class="${style}" x="${xOf(index, days.length)}" y="${(HEIGHT - BOTTOM - below - height).toFixed(1)}" width="${widthOf(days.length)}" height="${height.toFixed(1)}"><title>${day}: ${family} ${families[family]}</title></rect>`;
      below += height;
      return bar;
    });
  });
  return frame(label, most, days, bars);
}

/** The 50th and 95th of a hundred answers of each day, in milliseconds. */
export function latencyPlot(days: readonly DayCount[], label: string): Html {
  const most = Math.max(1, ...days.map(({ p95Ms }) => p95Ms));
  const bars = days.map(({ day, p50Ms, p95Ms }, index) => [[p95Ms, 'b'], [p50Ms, 'a']].map(([value, style]) => {
    const height = heightOf(Number(value), most);
    return height === 0 ? '' : html`<rect class="${String(style)}" x="${xOf(index, days.length)}" y="${(HEIGHT - BOTTOM - height).toFixed(1)}" width="${widthOf(days.length)}" height="${height.toFixed(1)}"><title>${day}: p50 ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms</title></rect>`;
  }));
  return frame(label, Math.ceil(most), days, bars);
}

/** What the colours mean. */
export function legend(names: readonly (readonly [string, 'a' | 'b' | 'c' | 'd'])[]): Html {
  return html`<ul class="legend">${names.map(([name, style]) => html`<li><svg class="plot" viewBox="0 0 10 10" aria-hidden="true"><rect class="${style}" width="10" height="10"/></svg> ${name}</li>`)}</ul>`;
}

function frame(label: string, most: number, days: readonly DayCount[], bars: unknown): Html {
  const floor = HEIGHT - BOTTOM;
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<line class="axis" x1="${LEFT}" y1="${floor}" x2="${WIDTH}" y2="${floor}"/><text x="${LEFT - 6}" y="${TOP + 8}" text-anchor="end">${most}</text><text x="${LEFT - 6}" y="${floor}" text-anchor="end">0</text>
${bars}<text x="${LEFT}" y="${HEIGHT - 6}">${days[0]?.day ?? ''}</text><text x="${WIDTH - 4}" y="${HEIGHT - 6}" text-anchor="end">${days.at(-1)?.day ?? ''}</text></svg>`;
}

function heightOf(value: number, most: number): number {
  return (value / most) * (HEIGHT - BOTTOM - TOP);
}

function xOf(index: number, count: number): string {
  return (LEFT + (index * (WIDTH - LEFT)) / count).toFixed(1);
}

function widthOf(count: number): string {
  return (((WIDTH - LEFT) / count) * 0.82).toFixed(1);
}
