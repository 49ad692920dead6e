import { formatPaperDateRule, hasOwnDate } from '../../../../shared/facts/paper-date.ts'
import { isSheetOfDays, paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { paperContract } from '../../../../shared/features/paper/contract.ts'
import { changedGroups } from '../../../../shared/features/print/fact-group.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import { DomainError } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { digestsOf } from '../../paper-kit/fact-digests.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { InputOf, TaskScope } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { issuedKinds } from '../certificate/certificate-store.ts'
import { drawTogether } from '../certificate/issue/draw-issued.ts'
import { exampleOf } from '../certificate/issue/read-example.ts'
import { cohortFileBytes } from '../certificate/register/draw-cohort-file.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { peopleOfCohort, traineesOfCohort } from '../cohort/enrolment-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { paperDateOf } from '../letter/paper-date-store.ts'
import { lastPrintOf } from '../print/print-store.ts'
import type { OpenPaper } from './draw-open-paper.ts'
import { drawRemembered, factsReader, type OpenPaperKey, saysRestricted } from './paper-source.ts'
import { readPictures } from './read-pictures.ts'

type Request = InputOf<typeof paperContract, 'make'>

/** A paper of a class with present data, what it was drawn from, and what changed since its last print. */
export function makePaper(scope: TaskScope, request: Request) {
  const { key } = request
  return key === 'certificate' || key === 'statement' ? makeIssued(scope, request, key) : makeOpen(scope, request, key)
}

function issuedName(key: 'certificate' | 'statement', code: string): string {
  return `${key === 'certificate' ? 'sertifikat' : 'surat-keterangan'}-${code}`
}

/** Issued papers as frozen; before, an example without number. */
async function makeIssued(scope: TaskScope, { code, size }: Request, key: 'certificate' | 'statement') {
  const cohort = scope.read(({ db }) => getCohort(db, code))
  const issued = scope.read(({ db }) => issuedKinds(db, cohort.id).has(key))
  const file = issued
    ? pdfFile(issuedName(key, code), { bytes: await cohortFileBytes(scope, code, key, size) })
    : pdfFile(`${key}-${code}`, { bytes: await exampleBytes() })
  scope.saw(
    'cohort_view',
    `${code} ${key}`,
    scope.read(({ db }) => peopleOfCohort(db, cohort.id)),
  )
  const last = scope.read(({ db }) => lastPrintOf(db, cohort.id, { key, day: null, listNumber: null }))
  return {
    file,
    title: paperTitle(key),
    warnings: [],
    date: null,
    drawnFrom: { planVersion: cohort.planVersion, digests: {}, dated: null, datedByHand: false, history: null },
    lastPrint: last ? { at: last.at, by: last.by, changed: [] } : null,
  }

  function exampleBytes() {
    const { request, look } = scope.read(query => exampleOf(query, cohort, key, size))
    return drawTogether(scope, key, [request], look)
  }
}

/** Draws from present data, in a thread. */
async function drawNow(
  scope: TaskScope,
  { code, size, day, from, traineeId }: Request,
  key: OpenPaperKey,
  format: OpenPaper['format'],
) {
  const { cohort, date, facts, person, paperSize, lastPrint } = scope.read(query => {
    const cohort = getCohort(query.db, code)
    const person = traineesOfCohort(query.db, cohort.id).find(one => one.traineeId === traineeId)
    const dating = cohortFacts(query.db, query, cohort)
    return {
      cohort,
      date: paperDateOf(query.db, cohort.id, key, dating),
      facts: factsReader(query, cohort)(key, traineeId),
      person,
      paperSize: getCentre(query.db).paperSize,
      lastPrint: lastPrintOf(query.db, cohort.id, { key, day, listNumber: person?.position ?? null }),
    }
  })
  const people = person ? [person.traineeId] : scope.read(({ db }) => peopleOfCohort(db, cohort.id))
  // Reading restricted data is recorded before the file is returned.
  if (saysRestricted(key))
    scope.write(({ record, saw }) => {
      saw('export', code, people)
      record('export', code, null, { paper: key })
    })
  const pictures = key === 'photos' || key === 'report-text' ? await readPictures(scope, cohort) : []
  const part = { day, from, position: person?.position ?? null }
  const open = { key, size: size ?? paperSize, part, pictures, format, title: paperTitle(key) }
  const paper = await drawRemembered(scope, cohort, facts, said =>
    drawOnThread(scope, 'open-paper', { ...open, facts: said }),
  )
  const read = new Set<string>(paper.read)
  if (!saysRestricted(key) && read.has('people')) scope.saw('cohort_view', `${code} ${key}`, people)
  return { paper, read, cohort, date, facts, person, lastPrint }
}

/** Draws from present data; the groups of data read tell later what has changed since a print. */
async function makeOpen(scope: TaskScope, request: Request, key: OpenPaperKey) {
  const { code, day } = request
  const { paper, read, cohort, date, facts, person, lastPrint } = await drawNow(scope, request, key, 'pdf')
  if (!paper.bytes) throw new Error('nothing was drawn')
  const digests = Object.fromEntries(Object.entries(digestsOf(facts)).filter(([group]) => read.has(group)))
  const ending = isSheetOfDays(key) && day !== null ? `-${String(day).padStart(2, '0')}` : ''
  return {
    file: pdfFile(`${key}-${code}${ending}${person ? `-${person.name}` : ''}`, { bytes: paper.bytes }),
    title: paperTitle(key),
    warnings: paper.warnings,
    date: hasOwnDate(key) ? { value: date.date, byHand: date.byHand, rule: formatPaperDateRule(key) } : null,
    drawnFrom: {
      planVersion: cohort.planVersion,
      digests,
      dated: hasOwnDate(key) ? date.date : null,
      datedByHand: date.byHand,
      history: 'history' in facts ? (facts.history?.day ?? null) : null,
    },
    lastPrint: lastPrint
      ? { at: lastPrint.at, by: lastPrint.by, changed: changedGroups(lastPrint.digests, digests) }
      : null,
  }
}

type OfficeRequest = InputOf<typeof paperContract, 'office'>

/** The same text as an editable Word or Excel file. */
export async function makeOffice(
  scope: TaskScope,
  { format, ...request }: OfficeRequest,
): Promise<{ file: File; title: string }> {
  const { key, code } = request
  const title = paperTitle(key)
  if (key === 'certificate' || key === 'statement') throw new DomainError({ code: 'paper_only_printed', title })
  const { paper, person } = await drawNow(scope, request, key, format)
  if (!paper.bytes) throw new DomainError({ code: 'paper_without_table', title })
  const name = safeFileName(`${key}-${code}${person ? `-${person.name}` : ''}.${format}`)
  return { file: new File([paper.bytes], name, { type: officeTypes[format] }), title }
}

const officeTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
