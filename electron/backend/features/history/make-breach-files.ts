import type { BreachQuestion } from '../../../../shared/features/history/contract.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { formatOperation } from '../../../../shared/operation-labels.ts'
import { DomainError } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { listOf, type WorkbookColumn, workbookFile } from '../../files/list-columns.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { TaskScope } from '../../scope.ts'
import { centreFacts, dataOfficerOf, getCentre, listOfficers, officersOn, signatoryOf } from '../centre/centre-store.ts'
import { readBreach } from './read-breach.ts'
import { type AffectedPerson, affectedPeople } from './sighting-store.ts'

const nobody = { prefix: '' as const, title: 'Kepala UPT Balai Latihan Kerja', name: '', rank: '', nip: '' }

/** Draft of the notices as PDF. @throws DomainError nothing_seen */
export async function makeBreachNotice(scope: TaskScope, question: BreachQuestion): Promise<File> {
  const { facts, size } = scope.read(query => {
    const { db, today, at } = query
    const breach = readBreach(db, question)
    if (breach.first === null || breach.last === null) throw new DomainError({ code: 'nothing_seen' })
    const [head] = [...officersOn(db, today), ...listOfficers(db)]
    const kinds = breach.kinds.map(({ operation, columns }) => {
      const words = formatOperation(operation).toLowerCase()
      return columns.length > 0 ? `${words} (${columns.join(', ')})` : words
    })
    return {
      size: getCentre(db).paperSize,
      facts: {
        centre: centreFacts(db),
        head: head ? signatoryOf(head) : nobody,
        writtenOn: today,
        printedAt: at.slice(0, 16),
        data: `data pribadi peserta yang terlihat saat: ${kinds.join('; ')}`,
        people: breach.people,
        dataOfficer: dataOfficerOf(db),
        first: breach.first,
        last: breach.last,
        knownAt: question.knownAt,
        deadline: breach.deadline,
      },
    }
  })
  return pdfFile('pemberitahuan-kebocoran', await drawOnThread(scope, 'breach-notice', { facts, size }))
}

const columns: readonly WorkbookColumn<AffectedPerson>[] = [
  { head: 'No', width: 5, value: (_, index) => String(index + 1) },
  { head: 'Nama', width: 30, value: row => row.name },
  { head: 'NIK', width: 20, value: row => maskNik(row.nik) },
  { head: 'Alamat', width: 40, value: row => row.address },
  { head: 'No HP', width: 18, value: row => (row.phone ? showPhone(row.phone) : '') },
  { head: 'Email', width: 26, value: row => row.email },
  { head: 'Diberi tahu tanggal', width: 18, value: () => '' },
]

/** Recipients with contact data; making it is recorded too. @throws DomainError nothing_seen */
export async function makeBreachPeople(
  scope: TaskScope,
  { ticket: _, ...question }: BreachQuestion & { ticket: string | null },
): Promise<File> {
  const people = scope.read(({ db }) => affectedPeople(db, readBreach(db, question).ids))
  if (people.length === 0) throw new DomainError({ code: 'nothing_seen' })
  const name = 'orang-terdampak.xlsx'
  const written = await drawOnThread(scope, 'list', listOf('Orang terdampak', columns, people))
  scope.write(({ record, saw }) => {
    const ids = people.map(({ id }) => id)
    saw('export', name, ids)
    record('export', name, null, { ...question, count: ids.length })
  })
  return workbookFile([written], name)
}
