import { type Comparable, isOneDigitOff, isSwapped } from '../shared/features/trainee/name/likeness.ts'
import { foldName } from '../shared/features/trainee/name/name.ts'

/**
 * The similarity of two people as the database triggers compute it. A birth date that both NIKs contain adds nothing: NIKs of strangers
 * born on the same day often differ in one digit.
 */
export function likeness(a: Comparable, b: Comparable): number {
  const [one, other] = [foldName(a.name), foldName(b.name)]
  const words = new Set(other.split(' '))
  const near = isOneDigitOff(a.nik, b.nik) || isSwapped(a.nik, b.nik)
  const birth = a.birthDate === b.birthDate
  const card = a.familyCard !== '' && a.familyCard === b.familyCard
  const phone = a.phone !== '' && a.phone === b.phone
  const word = one.split(' ').some(part => [...part].length >= 3 && words.has(part))
  const birthTells = birth && (one === other || card || a.nik.slice(0, 12) !== b.nik.slice(0, 12))
  return (
    40 * Number(near) +
    (one === other ? 40 : word ? 10 : 0) +
    30 * Number(card) +
    10 * Number(phone) +
    20 * Number(birthTells)
  )
}
