import { foldName } from './name/name.ts'

/** A person as far as the name of a picture file may tell who it is. */
export type PhotoPerson<Id> = { id: Id; name: string; nik: string; position: number }

/**
 * Whose picture a file is, by its name: a NIK in it, the name of the person, or part of a name that nobody else has; else the number on
 * the list that it begins with. Null where it says nobody, or more than one.
 */
export function matchPhoto<Id>(fileName: string, people: readonly PhotoPerson<Id>[]): Id | null {
  const text = foldName(fileName.replace(/\.[^.]*$/, '').replace(/[_.\-()]+/g, ' '))
  const byNik = only(people.filter(person => text.replace(/\s/g, '').includes(person.nik)))
  if (byNik) return byNik.id
  const words = text.split(' ').filter(word => /^\p{L}+$/u.test(word))
  if (words.length > 0) {
    const whole = people.filter(person => nameWords(person).every(word => words.includes(word)))
    // Of Siti and Siti Rahayu the longer name is meant where the file bears it.
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
