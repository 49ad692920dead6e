import type { DesignBlock, TextBlock } from './design.ts'

type Base = { key: string; x: number; y: number }

/** A text as most are: one centred line in ink that may shrink to `minimum`. */
export function textOf(
  given: Base & Pick<TextBlock, 'text' | 'face' | 'size'> & Partial<Omit<TextBlock, 'kind'>>,
): TextBlock {
  return {
    kind: 'text',
    on: true,
    two: null,
    strongFace: given.face,
    minimum: Math.min(given.size, 8),
    align: 'center',
    width: 220,
    colour: 'ink',
    strongColour: 'ink',
    tracking: 0,
    leading: Math.round(given.size * 4.3) / 10,
    lines: 1,
    prefers: 'one',
    anchor: 'first',
    raise: 0,
    capitals: false,
    balanced: false,
    after: null,
    label: null,
    ...given,
  }
}

export function lineOf(
  key: string,
  x: number,
  y: number,
  width: number,
  look: Partial<Omit<Extract<DesignBlock, { kind: 'line' }>, 'kind'>>,
): DesignBlock {
  return { kind: 'line', key, on: true, x, y, two: null, width, height: 0, thickness: 0.5, colour: 'accent', ...look }
}
