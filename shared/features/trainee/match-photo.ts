import { foldName } from './name/name.ts'

/** Data of a person for matching the name of a picture file. */
export type PhotoPerson<Id> = { id: Id; name: string; nik: string; position: number }

/**
 * The person of a picture file by its name: a NIK in it, the full name, or a part of the name that is unique; else the list number at its start. Null
 * if none or several match.
 */
export function matchPhoto<Id>(fileName: string, people: readonly PhotoPerson<Id>[]): Id | null {
  const text = foldName(fileName.replace(/\.[^.]*$/, '').replace(/[_.\-()]+/g, ' '))
  const byNik = only(people.filter(person => text.replace(/\s/g, '').includes(person.nik)))
  if (byNik) return byNik.id
  const words = text.split(' ').filter(word => /^\p{L}+$/u.test(word))
  if (words.length > 0) {
    const whole = people.filter(person => nameWords(person).every(word => words.includes(word)))
    // If both Siti and Siti Rahayu match, the longer name is meant.
    const longest = Math.max(0, ...whole.map(person => nameWords(person).length))
    const named =
      only(whole.filter(person => nameWords(person).length === longest)) ??
      (whole.length === 0 ? only(people.filter(person => words.every(word => nameWords(person).includes(word)))) : null)
    return named?.id ?? null
  }
  const number = /^\s*0*(\d{1,3})\b/.exec(text)?.[1]
  return number === undefined ? null : (people.find(person => person.position === Number(number))?.id ?? null)
}

function nameWords({ name }: { name: string }): string[] {
  return foldName(name).split(' ').filter(Boolean)
}

function only<Person>(found: readonly Person[]): Person | null {
  return found.length === 1 ? (found[0] ?? null) : null
}
