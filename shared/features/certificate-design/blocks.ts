import type { DesignBlock, TextBlock } from './design.ts'

/** A typical text block: one centred line in ink that may shrink to `minimum`. */
export function textOf(
  key: string,
  x: number,
  y: number,
  text: string,
  look: Pick<TextBlock, 'face' | 'size'> & Partial<Omit<TextBlock, 'kind'>>,
): TextBlock {
  return {
    kind: 'text',
    on: true,
    two: null,
    strongFace: look.face,
    minimum: Math.min(look.size, 8),
    align: 'center',
    width: 220,
    colour: 'ink',
    strongColour: 'ink',
    tracking: 0,
    leading: Math.round(look.size * 4.3) / 10,
    lines: 1,
    prefers: 'one',
    anchor: 'first',
    raise: 0,
    capitals: false,
    balanced: false,
    after: null,
    label: null,
    ...{ key, x, y, text, ...look },
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

type SignatoryBlock = Extract<DesignBlock, { kind: 'signatory' }>

export function signatoryOf(
  who: SignatoryBlock['who'],
  x: number,
  y: number,
  two: SignatoryBlock['two'],
  look: Pick<SignatoryBlock, 'face' | 'strongFace' | 'size' | 'leading' | 'width' | 'align'>,
): SignatoryBlock {
  const key = who === 'signatory' ? 'penanda-tangan' : 'mengetahui'
  return { kind: 'signatory', key, on: true, x, y, two, who, ...look }
}
