import type { DesignBlock } from './design.ts'

const kinds: Record<DesignBlock['kind'], string> = {
  text: 'Teks',
  logo: 'Logo',
  photo: 'Pas foto',
  qr: 'Kode QR',
  signatory: 'Penanda tangan',
  line: 'Garis',
}

/** How a list calls a block: by its text without the marks, by its kind, or by its key where it is gone. */
export function blockTitle(block: DesignBlock | string): string {
  if (typeof block === 'string') return block
  if (block.kind === 'signatory') return block.who === 'signatory' ? 'Penanda tangan' : 'Mengetahui'
  if (block.kind !== 'text') return kinds[block.kind]
  const words = block.text.replace(/\*\*|##|[[\]]/g, '').replace(/\s+/g, ' ')
  return words.length > 34 ? `${words.slice(0, 33)}…` : words
}
