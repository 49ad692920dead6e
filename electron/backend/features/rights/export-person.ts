import { createHash } from 'node:crypto'
import type { rightsContract } from '../../../../shared/features/rights/contract.ts'
import { found } from '../../domain-error.ts'
import type { Handler } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { centreFacts } from '../graduation/cohort-facts-store.ts'
import { assertNamed } from '../trainee/person-state-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { drawPersonFile } from './documents/person-file.ts'
import { sectionsAsData } from './sections/person-section.ts'
import { personSections } from './sections/person-sections-store.ts'

/** Also while the data is frozen: the right to a copy does not rest. The name of the file says neither name nor NIK. */
export const exportPerson: Handler<(typeof rightsContract)['exportPerson']> = async (
  { read, write, at },
  { id, format },
) => {
  const held = read(({ db }) => {
    assertNamed(db, id)
    const photo = db.get<{ jpeg: Uint8Array }>('SELECT jpeg FROM trainee_photo WHERE trainee_id = ?', [id])?.jpeg
    return {
      centre: centreFacts(db),
      size: getCentre(db).paperSize,
      name: found(findTrainee(db, id), 'trainee').name,
      sections: personSections(db, id),
      photo: photo === undefined ? null : Buffer.from(photo).toString('base64'),
      operator: db.value<string>('SELECT operator.name FROM centre JOIN operator ON operator.id = centre.operator_id'),
    }
  })
  const bytes = format === 'pdf' ? pdfOf(held, at) : jsonOf(held, at)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // Written down before it is handed out: what nobody can write down nobody gets.
  write(({ record }) => record('trainee_export', id, null, { format, sha256 }))
  const type = format === 'pdf' ? 'application/pdf' : 'application/json'
  return new File([bytes], `salinan-data-peserta-${id}.${format}`, { type })
}

type Held = Omit<Parameters<typeof drawPersonFile>[0], 'printedAt'> & {
  size: Parameters<typeof drawPersonFile>[1]
  photo: string | null
}

function pdfOf({ size, ...held }: Held, at: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(drawPersonFile({ ...held, printedAt: at.slice(0, 16) }, size).bytes)
}

function jsonOf({ centre, sections, photo, operator }: Held, at: string): Uint8Array<ArrayBuffer> {
  const file = {
    Dibuat: at,
    'Diberikan oleh': operator,
    Balai: centre.lines.at(-1) ?? '',
    ...sectionsAsData(sections),
    'Pas foto (JPEG, base64)': photo,
  }
  return new Uint8Array(new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`))
}
