import type { DayFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { formatDayNumber } from '../../../../../shared/features/cohort/day-number-format.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'

/** After the name of a person who teaches without a valid credential; the note below names the official who permits it. */
export const allowedSign = '*'

export function isAllowed({ overrides }: Pick<DayFacts, 'overrides'>, name: string): boolean {
  return overrides.some(override => override.name === name)
}

/** Version of the plan and permissions to teach, beside the signature; `y` is the first baseline. */
export function drawScheduleNote(sheet: Sheet, days: readonly DayFacts[], version: string, y: number): void {
  const { left, right } = sheet
  sheet.text(version, left, y, { face: 'arimo-italic', size: 7.5, colour: colours.grey })
  // Darker, because it is about the law and an official is responsible.
  const words = { face: 'arimo', size: 7.5, leading: 3.4 } as const
  let line = y + words.leading
  for (const note of overrideNotes(days)) {
    line = drawParagraph(sheet, left, line, (right - left) * 0.6, [note], words) + words.leading
  }
}

/** '* Dengan izin Kepala UPT, Rina Marliana, S.Pd. mengajar hari ke-13 s.d. 15 tanpa sertifikat BNSP yang berlaku.' */
function overrideNotes(days: readonly DayFacts[]): string[] {
  const words = days.flatMap(({ n, instructors, overrides }) =>
    overrides
      .filter(override => instructors.some(({ name }) => name === override.name))
      .map(override => ({ ...override, n })),
  )
  return [...Map.groupBy(words, ({ name, official }) => `${name} ${official}`).values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const numbers = formatDayNumber(group.map(({ n }) => n))
    return `${allowedSign} Dengan izin ${first.official}, ${first.name} mengajar ${numbers} tanpa sertifikat BNSP yang berlaku.`
  })
}
