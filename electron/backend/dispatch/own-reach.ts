import type { OperationName } from '../../../shared/contract.ts'
import type { ReadDatabase } from '../database/connection.ts'
import type { Person } from '../desk.ts'
import { DomainError } from '../domain-error.ts'
import {
  classOf,
  classOfCertificate,
  instructorOfCredential,
  type OfClass,
  type OwnClasses,
  ownClasses,
} from '../features/access/own-class-store.ts'

/**
 * For people limited to their own classes: how operations answer whose input names no class, enrolment or person. 'free': everything, not about
 * people. 'sifted': rows of own classes. 'emptied': no rows. 'within': the operation filters itself. 'self': own data. 'closed': refused. The others
 * say what `id` or `fileId` refers to. Operations that are not listed are refused.
 */
type OwnRule = OfClass | 'trainee' | 'self' | 'credential' | 'free' | 'sifted' | 'emptied' | 'within' | 'closed'

export const ownRules: Readonly<Record<string, OwnRule>> = {
  'home.overview': 'sifted',
  'home.search': 'sifted',
  'home.overdueCalls': 'emptied',
  'instructor.list': 'self',
  'instructor.get': 'self',
  'instructor.scan': 'credential',
  'instructor.expiryCalendar': 'closed',
  'trainee.list': 'within',
  'trainee.listCounts': 'within',
  'trainee.listIds': 'within',
  'trainee.get': 'trainee',
  'trainee.history': 'trainee',
  'duplicate.counts': 'free',
  'cohort.list': 'sifted',
  'attendance.tasks': 'sifted',
  'attendance.openLetter': 'letter',
  'attendance.removeLetter': 'letter',
  'book.list': 'within',
  'book.history': 'certificate',
  'book.counters': 'free',
  'folder.openScan': 'paperScan',
  'folder.progress': 'free',
  'folder.cancel': 'free',
  'folder.printProgress': 'free',
  'folder.stopPrinting': 'free',
  'print.setting': 'free',
  'print.setShift': 'free',
  'session.progress': 'free',
  'session.stop': 'free',
  'hub.elsewhere': 'closed',
  'alumni.followUps': 'emptied',
  'scan.read': 'free',
  'scan.progress': 'free',
  'scan.cancel': 'free',
  'scan.detail': 'scanPage',
  'scan.picture': 'scanPage',
  'scan.confirm': 'scanPage',
  'scan.discard': 'scanPage',
} satisfies Partial<Record<OperationName, OwnRule>>

type Input = Readonly<Record<string, unknown>>

/** @throws DomainError not_own_class */
export function assertOwn(db: ReadDatabase, operation: string, given: unknown, person: Person): void {
  const input = (typeof given === 'object' && given !== null ? given : {}) as Input
  const own = ownClasses(db, person.instructorId)
  const named = namedIn(db, input, own)
  const rule = ownRules[operation]
  const fits = rule === undefined ? named === true : named !== false && followsRule(db, rule, input, own, person)
  if (!fits) throw new DomainError({ code: 'not_own_class' })
}

/** Whether the named class, enrolment and person belong to own classes; null if none is named. */
function namedIn(
  db: ReadDatabase,
  { code, traineeId, enrolmentId, registrationId }: Input,
  own: OwnClasses,
): boolean | null {
  const answers = [
    typeof code === 'string' && own.codes.has(code),
    typeof traineeId === 'number' && own.people.has(traineeId),
    typeof enrolmentId === 'number' && own.codes.has(classOf(db, 'enrolment', enrolmentId) ?? ''),
    false,
  ].filter((_, place) => [code, traineeId, enrolmentId, registrationId][place] != null)
  return answers.length === 0 ? null : answers.every(Boolean)
}

function followsRule(db: ReadDatabase, rule: OwnRule, input: Input, own: OwnClasses, person: Person): boolean {
  const id = Number(input.id ?? input.fileId)
  switch (rule) {
    case 'closed':
      return false
    case 'free':
    case 'sifted':
    case 'emptied':
    case 'within':
      return true
    case 'trainee':
      return own.people.has(id)
    case 'self':
      return input.id === undefined || input.id === person.instructorId
    case 'credential':
      return person.instructorId !== null && instructorOfCredential(db, id) === person.instructorId
    default: {
      const { number } = input
      const code = typeof number === 'string' ? classOfCertificate(db, number) : classOf(db, rule, id)
      // A scan whose sheet is still unknown.
      return code === '' || own.codes.has(code ?? '?')
    }
  }
}

/** The answer without rows of other classes. */
export function ownPart(db: ReadDatabase, operation: string, answer: unknown, person: Person): unknown {
  const rule = ownRules[operation]
  if (rule === 'emptied') return withRows(answer, () => false)
  if (rule === 'self' && Array.isArray(answer)) return answer.filter(row => row.id === person.instructorId)
  if (rule !== 'sifted') return answer
  const own = ownClasses(db, person.instructorId)
  return withRows(answer, row => isOwn(row, own))
}

const classCode = /[A-Z]{2,3}-\d{4}-\d{2,}/

function isOwn(row: unknown, own: OwnClasses): boolean {
  if (typeof row !== 'object' || row === null) return true
  const { code, cohort, path, kind } = row as Input
  const nested = typeof cohort === 'object' && cohort !== null ? (cohort as Input).code : undefined
  const named = [code, nested, typeof path === 'string' ? classCode.exec(path)?.[0] : undefined]
  const classes = named.filter(one => typeof one === 'string' && classCode.test(one))
  if (classes.some(one => !own.codes.has(one as string))) return false
  const person = typeof path === 'string' ? /^\/peserta\/(\d+)/.exec(path)?.[1] : undefined
  if (person !== undefined && !own.people.has(Number(person))) return false
  return kind !== 'certificate' || classes.length > 0
}

function withRows(value: unknown, keeps: (row: unknown) => boolean): unknown {
  if (Array.isArray(value))
    return value.filter(row => typeof row !== 'object' || row === null || keeps(row)).map(row => withRows(row, keeps))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withRows(inner, keeps)]))
}
