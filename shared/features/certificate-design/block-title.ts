import { type DesignBlock, type DesignToken, designTokenLabels } from './design.ts'

const kinds: Record<DesignBlock['kind'], string> = {
  text: 'Teks',
  logo: 'Logo',
  photo: 'Pas foto',
  qr: 'Kode QR',
  signatory: 'Penanda tangan',
  line: 'Garis',
}

const longest = 34

/** Name of a block in lists: by its only token, else its text, or its key if it no longer exists. */
export function blockTitle(block: DesignBlock | string): string {
  if (typeof block === 'string') return block
  if (block.kind === 'signatory') return block.who === 'signatory' ? 'Penanda tangan' : 'Mengetahui'
  if (block.kind !== 'text') return kinds[block.kind]
  const only = /^\{([a-z_0-9]+)\}$/.exec(block.text.trim())?.[1]
  if (only !== undefined && only in designTokenLabels) return designTokenLabels[only as DesignToken]
  const words = block.text
    .replace(/\*\*|##|[[\]]/g, '')
    .replace(/\{[^{}]*\}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words
}
