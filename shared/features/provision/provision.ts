import { z } from 'zod'
import { mostRupiah } from '../../kernel/money.ts'
import { digits, line, whole } from '../../kernel/schema.ts'

/** Items handed to each trainee besides clothing and insurance card. */
export const itemKinds = ['STATIONERY', 'MODULE', 'MEAL'] as const
export type ItemKind = (typeof itemKinds)[number]

export const itemKindNames: Record<ItemKind, string> = {
  STATIONERY: 'ATK',
  MODULE: 'Modul',
  MEAL: 'Konsumsi',
}

export const clothingSizes = ['S', 'M', 'L', 'XL', 'XXL', 'XXXL'] as const
export type ClothingSize = (typeof clothingSizes)[number]

/** Money for a day of presence (transport, meal), and for an hour taught (JP). */
export const rateKinds = ['TRANSPORT', 'MEAL', 'HONORARIUM'] as const
export type RateKind = (typeof rateKinds)[number]

export const rateKindNames: Record<RateKind, string> = {
  TRANSPORT: 'Uang transport per hari',
  MEAL: 'Nilai konsumsi per hari',
  HONORARIUM: 'Honorarium instruktur per JP',
}

export const rateAmount = whole(1, mostRupiah)

/** Most materials, or items of one kind, of a class. */
export const mostRows = 100
/** Most calendar weeks that a class may touch. */
export const mostWeeks = 30

/** Hundredths of a unit: 150 is 1,5 kg. */
const quantity = whole(0, 99_999_999)

const templateMaterial = z.strictObject({
  name: line(80, 1),
  specification: line(120),
  unit: line(16),
  amount: quantity.nullable(),
})
export type TemplateMaterial = z.infer<typeof templateMaterial>

export const materialDraft = z.strictObject({
  ...templateMaterial.shape,
  received: quantity.nullable(),
  /** Unusable part of what was received. */
  damaged: quantity.nullable().default(null),
  /** Whole rupiah for one unit. */
  price: whole(0, mostRupiah).nullable().default(null),
  note: line(60),
  /** By calendar week of the class; further entries are ignored. */
  used: z.array(quantity.nullable()).max(mostWeeks),
})
export type MaterialDraft = z.infer<typeof materialDraft>

export const itemDraft = z.strictObject({ name: line(80, 1), unit: line(16), amount: whole(1, 999) })
export type ItemDraft = z.infer<typeof itemDraft>

/** BPJS Ketenagakerjaan numbers are digits; spaces, dots and dashes are removed. */
export const insuranceCard = digits(/^(\d{8,16})?$/, 'Nomor kartu terdiri dari 8 sampai 16 angka.')

export const pictureCaption = line(120)
/** Most documentation photos of a class: eight pages. */
export const mostPictures = 48

/** 'xl', '3L', '2XL' → a size; null for anything else. */
export function readClothingSize(text: string): ClothingSize | null {
  const typed = text.replace(/\s/g, '').toUpperCase()
  const counted = /^([23])X?L$/.exec(typed)
  const spelled = counted ? `${'X'.repeat(Number(counted[1]))}L` : typed
  return clothingSizes.find(size => size === spelled) ?? null
}

/** '12', '1,5', '1.250,75' → hundredths; null for anything else, so that nothing is guessed. */
export function readQuantity(text: string): number | null {
  const [, whole, part = ''] = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const value = Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0'))
  return value <= 99_999_999 ? value : null
}

/** Formats hundredths: 1200 → '12', 150 → '1,5', 125_075 → '1.250,75'. */
export function formatQuantity(value: number): string {
  const digits = String(Math.trunc(value / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  const part = String(value % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return part === '' ? digits : `${digits},${part}`
}
