import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import type { InstructorId } from '../../../../shared/ids.ts'

export interface NamedInstructor {
  id: InstructorId
  name: string
}

interface InstructorReading {
  ids: InstructorId[]
  /** Names that match nobody or several people, as text. */
  problems: string[]
}

/**
 * Parses names typed or pasted into a day: 'rina; sari dewi'. A part of a name is enough if it matches one person only. A comma also separates names,
 * unless a degree follows ('Rina Marliana, S.Pd.').
 */
export function readInstructors(text: string, instructors: readonly NamedInstructor[]): InstructorReading {
  const reading: InstructorReading = { ids: [], problems: [] }
  for (const part of nameParts(text, instructors)) {
    const found = matches(part, instructors)
    const [only] = found
    if (only && found.length === 1) {
      if (!reading.ids.includes(only.id)) reading.ids.push(only.id)
    } else
      reading.problems.push(
        found.length === 0
          ? `Tidak ada instruktur “${part}”`
          : `“${part}” cocok dengan ${found.map(one => one.name).join(' dan ')}`,
      )
  }
  return reading
}

/** A full name may contain commas: it is matched before the text is split at commas. */
function nameParts(text: string, instructors: readonly NamedInstructor[]): string[] {
  return text
    .split(/[;\n]+/)
    .flatMap(part => {
      const whole = foldName(part)
      if (instructors.some(one => foldName(one.name) === whole)) return [part]
      return part.split(/,(?!\s*\S+\.)/)
    })
    .map(part => part.trim())
    .filter(part => part !== '')
}

function matches(part: string, instructors: readonly NamedInstructor[]): NamedInstructor[] {
  const typed = foldName(part)
  const exact = instructors.filter(one => foldName(one.name) === typed)
  if (exact.length > 0) return exact
  const words = typed.split(' ')
  return instructors.filter(one => {
    const name = foldName(one.name).split(' ')
    return words.every(word => name.some(other => other.startsWith(word)))
  })
}
