import type { Design, DesignBlock } from '../../../shared/features/certificate-design/design.ts'

/** The design with one block changed. */
export function withBlock(design: Design, key: string, change: Partial<DesignBlock>): Design {
  return {
    ...design,
    blocks: design.blocks.map(block => (block.key === key ? ({ ...block, ...change } as DesignBlock) : block)),
  }
}

/** Moves a block by mm in the variant for one or for two signatories. Rounded to hundredths because of floating point. */
export function movedBlock(design: Design, key: string, right: number, down: number, two: boolean): Design {
  const block = design.blocks.find(one => one.key === key)
  if (!block) return design
  const place = { x: rounded(placeOf(block, two).x + right), y: rounded(placeOf(block, two).y + down) }
  return withBlock(design, key, two && isPlace(block.two) ? { two: place } : place)
}

export function placeOf(block: DesignBlock, two: boolean): { x: number; y: number } {
  return two && isPlace(block.two) ? block.two : { x: block.x, y: block.y }
}

/** A new text block in the middle of the sheet, with a unique key. */
export function newText(design: Design): DesignBlock {
  const { back } = design
  return {
    kind: 'text',
    key: freeKey(design, 'teks'),
    on: true,
    x: 148.5,
    y: 140,
    two: null,
    text: 'Teks baru',
    face: back.face,
    strongFace: back.strongFace,
    size: 11,
    minimum: 8,
    align: 'center',
    width: 120,
    colour: 'ink',
    strongColour: 'accent',
    tracking: 0,
    leading: 4.8,
    lines: 2,
    prefers: 'many',
    anchor: 'first',
    raise: 0,
    capitals: false,
    balanced: false,
    after: null,
    label: null,
  }
}

export function newLine(design: Design): DesignBlock {
  return {
    kind: 'line',
    key: freeKey(design, 'garis'),
    on: true,
    x: 118.5,
    y: 140,
    two: null,
    width: 60,
    height: 0,
    thickness: 0.5,
    colour: 'accent',
  }
}

/** Removes a block; blocks anchored to it are anchored to its own anchor instead. */
export function withoutBlock(design: Design, key: string): Design {
  const gone = design.blocks.find(block => block.key === key)
  const before = gone?.kind === 'text' ? gone.after : null
  const blocks = design.blocks
    .filter(block => block.key !== key)
    .map(block => (block.kind === 'text' && block.after?.key === key ? { ...block, after: before } : block))
  return { ...design, blocks }
}

function freeKey(design: Design, stem: string): string {
  for (let count = 1; ; count += 1) {
    const key = `${stem}-${count}`
    if (!design.blocks.some(block => block.key === key)) return key
  }
}

function isPlace(two: DesignBlock['two']): two is { x: number; y: number } {
  return two !== null && two !== 'hidden'
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
