import { svg, type TemplateResult } from 'lit';

const icon = (path: TemplateResult): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`;

export const check = icon(svg`<path d="M3.5 8.5l3 3 6-7" />`);
export const cross = icon(svg`<path d="M4.5 4.5l7 7m0-7l-7 7" />`);
export const back = icon(svg`<path d="M6.5 4L3.5 7l3 3M3.5 7h5.500a3 3 0 0 1 0 6H6" />`);
export const warning = icon(svg`<path d="M8 2.500L14 13H2zM8 6.500v3.200M8 11v.8" />`);
export const copy = icon(svg`<path d="M5.500 5.500V3h7.500v7.500h-2.500M3 5.500h7.500V13H3z" />`);
export const terminal = icon(svg`<path d="M2.500 3.500h11v9h-11zM5 6l2 2-2 2m3.500 0H11" />`);
