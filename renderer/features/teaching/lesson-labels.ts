import type { LessonDraft } from '../../../shared/features/teaching/contract.ts'

type Person = { id: number; name: string }

/** '4', '1–4' */
export function hourSpan({ firstHour, hours }: Pick<LessonDraft, 'firstHour' | 'hours'>): string {
  const last = firstHour + hours - 1
  return firstHour === last ? String(last) : `${firstHour}–${last}`
}

/** 'JP 1–5 Rina Marliana, JP 6–8 Sri Wahyuni'; consecutive lessons of one person are joined. */
export function formatLessons(lessons: readonly LessonDraft[], people: readonly Person[]): string {
  const spans: { who: number; firstHour: number; hours: number }[] = []
  for (const { instructorId, firstHour, hours } of lessons) {
    const last = spans.findLast(span => span.who === instructorId)
    if (last && last.firstHour + last.hours === firstHour) last.hours += hours
    else spans.push({ who: instructorId, firstHour, hours })
  }
  return spans
    .map(span => `JP ${hourSpan(span)} ${people.find(person => person.id === span.who)?.name ?? ''}`)
    .join(' · ')
}

/** Units in order, each once: '4 Merias Wajah Sehari-hari; 5 Merias Wajah Koreksi'; notes for lessons without a unit. */
export function formatTopic(
  lessons: readonly LessonDraft[],
  units: readonly { id: number; position: number; title: string }[],
): string {
  const words = lessons.map(({ unitId, note }) => {
    const unit = units.find(one => one.id === unitId)
    return unit ? `${unit.position} ${unit.title}` : note
  })
  return [...new Set(words)].join('; ')
}
