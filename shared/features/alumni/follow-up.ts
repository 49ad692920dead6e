import { z } from 'zod'
import { keysOf } from '../../kernel/keys-of.ts'
import { mostRupiah } from '../../kernel/money.ts'
import { addMonths, daysBetween, type PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'

/** Months after the panel at which graduates are asked. */
export const followUpMonths = [3, 6, 12] as const
export type FollowUpMonth = (typeof followUpMonths)[number]

export const followUpLabels = {
  EMPLOYED: 'Bekerja',
  SELF_EMPLOYED: 'Wirausaha',
  STUDYING: 'Sekolah',
  HOMEMAKING: 'Mengurus rumah tangga',
  NOT_WORKING: 'Belum bekerja',
  UNREACHED: 'Tidak terhubungi',
}
export type FollowUpStatus = keyof typeof followUpLabels
export const followUpStatuses = keysOf(followUpLabels)

/** At work or in business, where relevance to the training can be asked. */
export function isWorking(status: FollowUpStatus): boolean {
  return status === 'EMPLOYED' || status === 'SELF_EMPLOYED'
}

/** Has a place to name: work, business or school. */
export function hasPlace(status: FollowUpStatus): boolean {
  return isWorking(status) || status === 'STUDYING'
}

export const followUpDraft = z
  .strictObject({
    status: z.enum(followUpStatuses),
    place: line(120),
    work: line(120),
    /** Whole rupiah a month. */
    income: z.int().min(0).max(mostRupiah).nullable(),
    /** Whether the work is related to the trade; null if not asked. */
    relevant: z.boolean().nullable(),
    note: line(300),
    askedOn: plainDateSchema,
  })
  // Drop values of fields that do not belong to the new status.
  .transform(draft => ({
    ...draft,
    place: hasPlace(draft.status) ? draft.place : '',
    work: hasPlace(draft.status) ? draft.work : '',
    income: isWorking(draft.status) ? draft.income : null,
    relevant: isWorking(draft.status) ? draft.relevant : null,
  }))
export type FollowUpDraft = z.infer<typeof followUpDraft>

/** The day from which a graduate is asked: the same day some months later, or the last day of a shorter month. */
export function dueOn(graduatedOn: PlainDate, month: FollowUpMonth): PlainDate {
  return addMonths(graduatedOn, month)
}

type FollowUpTurn = { month: FollowUpMonth; due: PlainDate }

/** The latest month that is due. Earlier missed months are skipped, because nobody can answer them later. Null before the first. */
export function turnOf(graduatedOn: PlainDate, today: PlainDate): FollowUpTurn | null {
  const due = followUpMonths.map(month => ({ month, due: dueOn(graduatedOn, month) })).filter(turn => turn.due <= today)
  return due.at(-1) ?? null
}

/** The next month to come; null after the last. */
export function nextTurn(graduatedOn: PlainDate, today: PlainDate): FollowUpTurn | null {
  return followUpMonths.map(month => ({ month, due: dueOn(graduatedOn, month) })).find(turn => turn.due > today) ?? null
}

/** Days before a turn during which it is listed as coming. */
const announcedDays = 30

export function isAnnounced(due: PlainDate, today: PlainDate): boolean {
  return due > today && daysBetween(today, due) <= announcedDays
}

/** Share of people at work or in business among those due, in tenths of a percent rounded half up; null if there are none. */
export function absorbedShare({
  due,
  employed,
  selfEmployed,
}: {
  due: number
  employed: number
  selfEmployed: number
}): number | null {
  return due === 0 ? null : Math.floor((2000 * (employed + selfEmployed) + due) / (2 * due))
}

/** Link to WhatsApp with a prepared message; null without a mobile number. */
export function callLink(
  phone: string,
  { name, program, centre, month }: { name: string; program: string; centre: string; month: FollowUpMonth },
): string | null {
  if (!/^628\d{8,12}$/.test(phone)) return null
  const text = `Selamat pagi/siang Bapak/Ibu ${name}. Kami dari ${centre}. Sudah ${month} bulan sejak Bapak/Ibu lulus ${program}. Bagaimana kabarnya sekarang: sudah bekerja, berwirausaha, sekolah, atau masih mencari kerja? Jawaban Bapak/Ibu membantu kami memperbaiki pelatihan. Terima kasih.`
  return `https://wa.me/${phone}?text=${encodeURIComponent(text)}`
}
