import { z } from 'zod'
import { keysOf } from '../../kernel/keys-of.ts'
import { mostRupiah } from '../../kernel/money.ts'
import { addMonths, daysBetween, type PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'

/** Months after the panel at which a graduate is asked how it goes. */
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

/** With an income, and a work that may have to do with what was taught. */
export function isWorking(status: FollowUpStatus): boolean {
  return status === 'EMPLOYED' || status === 'SELF_EMPLOYED'
}

/** Who can say where: at work, in business, at school. */
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
    /** Whether the work has to do with the trade; null where nobody asked. */
    relevant: z.boolean().nullable(),
    note: line(300),
    askedOn: plainDateSchema,
  })
  // What was filled in before the status was changed says nothing any more.
  .transform(draft => ({
    ...draft,
    place: hasPlace(draft.status) ? draft.place : '',
    work: hasPlace(draft.status) ? draft.work : '',
    income: isWorking(draft.status) ? draft.income : null,
    relevant: isWorking(draft.status) ? draft.relevant : null,
  }))
export type FollowUpDraft = z.infer<typeof followUpDraft>

/** The day from which a graduate is asked: the same day some months later, or the last of a shorter month. */
export function dueOn(graduatedOn: PlainDate, month: FollowUpMonth): PlainDate {
  return addMonths(graduatedOn, month)
}

type FollowUpTurn = { month: FollowUpMonth; due: PlainDate }

/**
 * What is to be asked now: the latest month that is due. One that was missed while a later one came is not caught up with: nobody can say
 * today what was half a year ago. Null while the first is still to come.
 */
export function turnOf(graduatedOn: PlainDate, today: PlainDate): FollowUpTurn | null {
  const due = followUpMonths.map(month => ({ month, due: dueOn(graduatedOn, month) })).filter(turn => turn.due <= today)
  return due.at(-1) ?? null
}

/** The next month that is still to come; null after the last. */
export function nextTurn(graduatedOn: PlainDate, today: PlainDate): FollowUpTurn | null {
  return followUpMonths.map(month => ({ month, due: dueOn(graduatedOn, month) })).find(turn => turn.due > today) ?? null
}

/** Days before a turn from which it is announced. */
const announcedDays = 30

export function isAnnounced(due: PlainDate, today: PlainDate): boolean {
  return due > today && daysBetween(today, due) <= announcedDays
}

/** Tenths of a percent of people at work or in business among those whose turn has come, rounded half up; null where there are none. */
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

/** What WhatsApp opens with. Null without a mobile number. */
export function callLink(
  phone: string,
  { name, program, centre, month }: { name: string; program: string; centre: string; month: FollowUpMonth },
): string | null {
  if (!/^628\d{8,12}$/.test(phone)) return null
  const text = `Selamat pagi/siang Bapak/Ibu ${name}. Kami dari ${centre}. Sudah ${month} bulan sejak Bapak/Ibu lulus ${program}. Bagaimana kabarnya sekarang: sudah bekerja, berwirausaha, sekolah, atau masih mencari kerja? Jawaban Bapak/Ibu membantu kami memperbaiki pelatihan. Terima kasih.`
  return `https://wa.me/${phone}?text=${encodeURIComponent(text)}`
}
