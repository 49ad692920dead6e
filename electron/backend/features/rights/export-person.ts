import { createHash } from 'node:crypto'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { rightsContract } from '../../../../shared/features/rights/contract.ts'
import type { PersonSection } from '../../../../shared/features/rights/person-section.ts'
import { DomainError, found } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import type { PaperStore } from '../../files/paper-store.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { Handler, TaskScope } from '../../scope.ts'
import { centreFacts, getCentre } from '../centre/centre-store.ts'
import { assertNamed } from '../trainee/person-state-store.ts'
import { findPhoto } from '../trainee/photo-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import type { PersonFileFacts } from './documents/person-file.ts'
import { personSections } from './read-person-sections.ts'
import { papersOfPerson } from './sections/certificate-sections-store.ts'

const thread = threadBeside(import.meta.url, 'sections-thread')

/** A copy of all data of a person, also while frozen. The file name contains neither name nor NIK. */
export const exportPerson: Handler<(typeof rightsContract)['exportPerson']> = async (scope, { id, format }) => {
  const { read, write, at, workspace } = scope
  const known = read(({ db, operator }) => {
    assertNamed(db, id)
    const photo = findPhoto(db, id)
    return {
      centre: centreFacts(db),
      size: getCentre(db).paperSize,
      name: found(findTrainee(db, id), 'trainee').name,
      photo: photo === null ? null : Buffer.from(photo).toString('base64'),
      operator: found(operator, 'operator').name,
      papers: papersOfPerson(db, id),
    }
  })
  const sections = scope.alone
    ? read(({ db }) => personSections(db, id))
    : await workspace.threads.ask<number, PersonSection[]>(thread, id)
  const held = { ...known, sections }
  const bytes =
    format === 'pdf' ? await pdfOf(scope, held) : jsonOf(held, at, await papersAsData(workspace.papers, held.papers))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // Recorded before it is returned: without the audit row there is no copy.
  write(({ record, saw }) => {
    saw('trainee_export', id, [id])
    record('trainee_export', id, null, { format, sha256 })
  })
  const type = format === 'pdf' ? 'application/pdf' : 'application/json'
  return new File([bytes], `salinan-data-peserta-${id}.${format}`, { type })
}

/** Each paper in base64; a missing one must not prevent the rest. */
async function papersAsData(
  store: PaperStore,
  papers: readonly { number: string; sha256: string }[],
): Promise<Record<string, string>> {
  const files = await Promise.all(
    papers.map(async ({ number, sha256 }) => {
      try {
        return [number, Buffer.from(await store.get(sha256, number)).toString('base64')] as const
      } catch (error) {
        if (error instanceof DomainError) return [number, domainErrorMessage(error.data)] as const
        throw error
      }
    }),
  )
  return Object.fromEntries(files)
}

type Held = Omit<PersonFileFacts, 'printedAt'> & { size: PaperSize; photo: string | null }

async function pdfOf(scope: TaskScope, { size, ...held }: Held): Promise<Uint8Array<ArrayBuffer>> {
  const facts = { ...held, printedAt: scope.at.slice(0, 16) }
  return (await drawOnThread(scope, 'person-file', { facts, size })).bytes
}

function jsonOf(
  { centre, sections, photo, operator }: Held,
  at: string,
  papers: Record<string, string>,
): Uint8Array<ArrayBuffer> {
  const file = {
    Dibuat: at,
    'Diberikan oleh': operator,
    Balai: centre.lines.at(-1) ?? '',
    ...sectionsAsData(sections),
    'Pas foto (JPEG, base64)': photo,
    'Lembar sertifikat dan surat keterangan (PDF, base64)': papers,
  }
  return new Uint8Array(new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`))
}

/** Sections as JSON by title: facts as an object, tables as lists of objects. */
function sectionsAsData(sections: readonly PersonSection[]): Record<string, unknown> {
  return Object.fromEntries(
    sections.map(section => [
      section.title,
      'facts' in section
        ? Object.fromEntries(section.facts.map(({ label, value }) => [label, value]))
        : section.rows.map(row =>
            Object.fromEntries(section.columns.map(({ head }, index) => [head, row[index] ?? ''])),
          ),
    ]),
  )
}
