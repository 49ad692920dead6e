import { z } from 'zod'
import { keysOf } from '../../kernel/keys-of.ts'
import { line } from '../../kernel/schema.ts'
import { tokensIn } from '../../kernel/tokens.ts'

// The design of a certificate as data: A4 landscape, all positions in mm from the top left corner, font sizes in points. Issued certificates refer to
// a version, so what is valid today must stay readable for ever.

export const sheetWidth = 297
export const sheetHeight = 210
/** Laser printers cannot print closer to an edge. */
export const unprintable = 5

export const designFaces = [
  'arimo',
  'arimo-bold',
  'arimo-italic',
  'arimo-bold-italic',
  'garamond',
  'garamond-medium',
  'garamond-semibold',
  'garamond-italic',
  'cinzel',
  'source-serif',
  'source-serif-semibold',
  'source-sans',
  'source-sans-semibold',
  'source-sans-italic',
  'tinos',
  'tinos-bold',
] as const
export type DesignFace = (typeof designFaces)[number]

const face = z.enum(designFaces)
const millimetre = z.number().min(-50).max(350)
const length = z.number().min(0).max(297)
const typeSize = z.number().min(5).max(72)
/** A colour of the design, or '#RRGGBB'. In the palette hitam all are black. */
const colourRoles = ['ink', 'title', 'accent', 'grey', 'hairline'] as const
const hex = z.string().regex(/^#[0-9A-F]{6}$/)
const colour = z.union([z.enum(colourRoles), hex])
export type DesignColour = z.infer<typeof colour>
export const alignments = ['left', 'center', 'right'] as const

const base = {
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  on: z.boolean(),
  x: millimetre,
  /** For text the first baseline, for a signatory the baseline of the name, otherwise the upper edge. */
  y: millimetre,
  /** Position with two signatories; null: the same, 'hidden': not shown. */
  two: z.union([z.strictObject({ x: millimetre, y: millimetre }), z.literal('hidden')]).nullable(),
}

const textBlock = z.strictObject({
  ...base,
  kind: z.literal('text'),
  /** Tokens in braces; [ … ] is dropped if a token inside is empty; **bold**, ##bold in strongColour##; \n is a line break. */
  text: z.string().min(1).max(600),
  face,
  strongFace: face,
  size: typeSize,
  minimum: typeSize,
  align: z.enum(alignments),
  width: z.number().min(5).max(297),
  colour,
  strongColour: colour,
  tracking: z.number().min(-2).max(4),
  leading: z.number().min(2).max(40),
  lines: z.int().min(1).max(8),
  /** one: shrinks to its minimum before using a second line; many: uses more lines first. */
  prefers: z.enum(['one', 'many']),
  /** Which of several lines is at y: first, middle or last. */
  anchor: z.enum(['first', 'middle', 'last']),
  /** Mm that a line rises for each point by which it shrinks, to stay centred vertically. */
  raise: z.number().min(0).max(0.5),
  capitals: z.boolean(),
  /** Lines of about equal length. */
  balanced: z.boolean(),
  /** Never higher than the last line of that block plus the gap. */
  after: z.strictObject({ key: base.key, gap: z.number().min(0).max(100) }).nullable(),
  /** A small label above the text; y is then its baseline, and the text starts `gap` below. */
  label: z
    .strictObject({ text: z.string().min(1).max(60), face, size: typeSize, colour, gap: z.number().min(1).max(30) })
    .nullable(),
})

const box = { width: z.number().min(2).max(297), height: z.number().min(2).max(210) }

const blockSchema = z.discriminatedUnion('kind', [
  textBlock,
  z.strictObject({ ...base, kind: z.literal('logo'), ...box }),
  /** 30 × 40 mm; an empty box without a photo, and always with `empty` (for a glued one). */
  z.strictObject({ ...base, kind: z.literal('photo'), face, empty: z.boolean().default(false) }),
  z.strictObject({ ...base, kind: z.literal('qr'), side: z.number().min(18).max(60) }),
  z.strictObject({
    ...base,
    kind: z.literal('signatory'),
    who: z.enum(['signatory', 'acknowledger']),
    face,
    strongFace: face,
    size: typeSize,
    leading: z.number().min(2).max(12),
    width: z.number().min(30).max(140),
    align: z.enum(['left', 'center']),
  }),
  /** A line of `thickness` points; a filled bar if both width and height are given. */
  z.strictObject({
    ...base,
    kind: z.literal('line'),
    width: length,
    height: length,
    thickness: z.number().min(0.2).max(6),
    colour,
  }),
])
export type DesignBlock = z.infer<typeof blockSchema>
export type TextBlock = z.infer<typeof textBlock>

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

const designShape = z.strictObject({
  format: z.literal(1),
  name: line(60, 1),
  palette: z.enum(['berwarna', 'hitam']),
  colours: z.strictObject({ title: hex, accent: hex, grey: hex, hairline: hex }),
  background: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['none', 'guilloche', 'double']) }),
    z.strictObject({ kind: z.literal('picture'), sha256: sha256Schema }),
  ]),
  blocks: z.array(blockSchema).min(1).max(80),
  back: z.strictObject({
    on: z.boolean(),
    rules: z.boolean(),
    titleFace: face,
    face,
    strongFace: face,
    italicFace: face,
  }),
})

/** @see designProblems for rules across blocks */
export const designSchema = designShape.superRefine((design, context) => {
  const seen = new Set<string>()
  for (const [index, block] of design.blocks.entries()) {
    const complain = (message: string) => context.addIssue({ code: 'custom', path: ['blocks', index], message })
    if (seen.has(block.key)) complain(`Blok “${block.key}” ada dua kali.`)
    if (block.kind === 'text' && block.after && !seen.has(block.after.key))
      complain(`Blok “${block.key}” mengikuti “${block.after.key}”, yang tidak ada di depannya.`)
    if (block.kind === 'text' && block.minimum > block.size)
      complain(`Blok “${block.key}”: ukuran terkecil melebihi ukurannya.`)
    for (const token of block.kind === 'text' ? tokensIn(block.text) : [])
      if (!Object.hasOwn(designTokenLabels, token)) complain(`Blok “${block.key}”: kolom {${token}} tidak dikenal.`)
    seen.add(block.key)
  }
})
export type Design = z.infer<typeof designShape>

/** Tokens of a sentence, filled from the frozen data of a certificate. */
export const designTokenLabels = {
  kop1: 'Kop baris 1',
  kop2: 'Kop baris 2',
  kop3: 'Kop: nama balai',
  nomor: 'Nomor',
  menggantikan: 'Nomor yang diganti',
  dasar: 'Dasar',
  jabatan: 'Jabatan penanda tangan',
  nama: 'Nama',
  lahir: 'Tempat, tanggal lahir',
  tempat_tanggal_lahir: 'Tempat, tanggal lahir',
  kejuruan: 'Kejuruan',
  program: 'Program',
  kejuruan_program: 'Kejuruan',
  angkatan: 'Angkatan',
  waktu: 'Waktu',
  waktu_inggris: 'Waktu (Inggris)',
  hari: 'Jumlah hari',
  hari_huruf: 'Jumlah hari',
  jp: 'Jumlah JP',
  jp_huruf: 'Jumlah JP',
  nilai_akhir: 'Nilai akhir',
  kehadiran: 'Kehadiran',
  predikat: 'Predikat',
  kota: 'Kota',
  tanggal_terbit: 'Tanggal terbit',
}
export type DesignToken = keyof typeof designTokenLabels
export const designTokens = keysOf(designTokenLabels)
