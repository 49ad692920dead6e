import { namesSeries } from '../../../../../shared/features/centre/numbering.ts'
import type { bookContract } from '../../../../../shared/features/certificate/book-contract.ts'
import { certificateFileName } from '../../../../../shared/features/certificate/certificate-file-name.ts'
import { certificateKinds } from '../../../../../shared/features/certificate/contract.ts'
import { earliestAfterIssue, latestIssueDate } from '../../../../../shared/features/certificate/issue-date.ts'
import { tradeCodes } from '../../../../../shared/features/program/trades.ts'
import { copyId, signedFileId } from '../../../../../shared/ids.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { DomainError, found } from '../../../domain-error.ts'
import { drawOnThread } from '../../../draw-on-thread.ts'
import { pdfBytes } from '../../../paper-kit/pdf-file.ts'
import type { CommandScope, Handlers } from '../../../scope.ts'
import { ownCodesOf } from '../../access/own-class-store.ts'
import { getRules, numberSetting, saveNumberSetting } from '../../centre/centre-store.ts'
import { frozenPaper } from '../../certificate-design/frozen-paper-store.ts'
import { readPhoto } from '../../certificate-design/read-frozen-papers.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { peopleOfCohort } from '../../cohort/enrolment-store.ts'
import { findIssuedFile } from '../certificate-store.ts'
import { drawTogether } from '../issue/draw-issued.ts'
import { nextNumber, numbering } from '../issue/number-store.ts'
import { replaceCertificate, replacementErrors } from '../issue/replace-certificate.ts'
import { findSetAside, setAside, writeHolder, writeVoid } from '../issue/set-aside-store.ts'
import { voidLostNumbers } from '../issue/void-lost-numbers.ts'
import {
  assertHolds,
  certificateHistory,
  certificateNumbered,
  findCertificate,
  insertRevocation,
  listBook,
} from './book-store.ts'
import { signatureCoversOurs } from './check-signed-pdf.ts'
import { cohortFileBytes } from './draw-cohort-file.ts'
import {
  countCopies,
  filesOfCohort,
  findCopy,
  findSignedFile,
  insertCopy,
  insertPrint,
  insertSignedFile,
} from './paper-file-store.ts'

const mostSignedMegabytes = 20

export const bookHandlers: Handlers<typeof bookContract> = {
  list: ({ db, operator }, search) => listBook(db, search, ownCodesOf(db, operator, 'certificate.see')),

  history({ db }, query) {
    const id = 'id' in query ? query.id : certificateNumbered(db, query.number)
    return certificateHistory(db, found(id === undefined ? undefined : findCertificate(db, id), 'certificate'))
  },

  counters({ db }, { date }) {
    const { series } = numberSetting(db)
    const all = series === 'one' ? [''] : tradeCodes
    const year = yearOf(date)
    const counters = certificateKinds.flatMap(kind =>
      all.map(one => {
        const next = numbering(db, kind, one, date)(nextNumber(db, { kind, series: one, year }))
        return { kind, series: one, next }
      }),
    )
    return { series, counters }
  },

  chooseSeries({ db, record }, { series }) {
    const before = numberSetting(db)
    const { certificateTemplate, statementTemplate } = getRules(db)
    if (series === 'trade' && ![certificateTemplate, statementTemplate].every(namesSeries))
      throw new DomainError({ code: 'series_token_missing' })
    saveNumberSetting(db, { ...before, series })
    record('number_setting', 1, { series: before.series }, { series })
  },

  reserve(scope, { count, ...entry }) {
    voidLostNumbers(scope)
    const numbers = setAside(scope, { ...entry, count }).map(row => row.number)
    return { first: numbers.at(0) ?? '', last: numbers.at(-1) ?? '' }
  },

  recordByHand({ db, today, record }, { id, ...paper }) {
    const before = found(findSetAside(db, id), 'certificate_number')
    if (before.voidReason !== '') throw new DomainError({ code: 'number_void', number: before.number })
    const latest = latestIssueDate(today, getRules(db).issueDaysAhead)
    if (paper.issuedOn > latest) throw new DomainError({ code: 'issue_in_future', date: paper.issuedOn, latest })
    writeHolder(db, { ...paper, id })
    const { holder, program, issuedOn } = before
    record('certificate_number', before.number, { holder, program, issuedOn }, paper)
  },

  voidNumber(scope, { id, counter, reason }) {
    const { db, at, operator, record } = scope
    voidLostNumbers(scope)
    const [spoilt] = id === null && counter ? setAside(scope, { ...counter, count: 1, reason }) : []
    const row = found(findSetAside(db, id ?? spoilt?.id ?? 0), 'certificate_number')
    if (row.voidReason !== '') throw new DomainError({ code: 'number_void', number: row.number })
    writeVoid(db, { id: row.id, reason, at, by: operator.name })
    record('certificate_number', row.number, { void: false }, { void: true, reason })
    return { number: row.number }
  },

  revoke({ db, at, today, operator, record }, { id, revokedOn, reason }) {
    const row = found(findCertificate(db, id), 'certificate')
    if (row.state === 'revoked') throw new DomainError({ code: 'certificate_revoked', number: row.number })
    if (revokedOn < earliestAfterIssue(row.issuedOn, today))
      throw new DomainError({ code: 'date_before_issue', date: revokedOn, issuedOn: row.issuedOn })
    if (revokedOn > today) throw new DomainError({ code: 'date_in_future', date: revokedOn })
    insertRevocation(db, { id, revokedOn, reason, at, by: operator.name })
    record('certificate', row.number, { state: row.state }, { state: 'revoked', revokedOn, reason })
    return { number: row.number }
  },

  replacementChecks: (scope, replacement) => ({
    red: replacementErrors(scope, replacement).map(check => check.message),
  }),

  replace: replaceCertificate,

  async makeCopy(scope, { id, recipient, reason }) {
    const { read, write, today } = scope
    const { papers } = scope.workspace
    const { row, n, frozen } = read(({ db }) => {
      const certificate = found(findCertificate(db, id), 'certificate')
      assertHolds(certificate)
      return { row: certificate, n: countCopies(db, id) + 1, frozen: frozenPaper(db, id) }
    })
    const { kind, facts, photo, ...look } = await readPhoto(papers, frozen)
    const pdf = await drawTogether(scope, kind, [{ facts, photo }], { ...look, copy: { n, madeOn: today } })
    const kept = await papers.put(pdf)
    const written = write(({ db, at, today, operator, record }) => {
      const made = insertCopy(db, { id, n, today, recipient, reason, kept }, { at, by: operator.name })
      record('certificate_copy', `${row.number} ${n}`, null, { recipient, reason })
      return copyId.parse(made)
    })
    const name = certificateFileName(row.number, row.name, undefined, ` salinan ${n}`)
    return { id: written, n, file: pdfBytes(pdf, name) }
  },

  async copyFile({ read, workspace }, { id }) {
    const { number, name, n, sha256 } = read(({ db }) => found(findCopy(db, id), 'copy'))
    const pdf = await workspace.papers.get(sha256, `salinan ${n} dari ${number}`)
    return pdfBytes(pdf, certificateFileName(number, name, undefined, ` salinan ${n}`))
  },

  recordPrint(scope, { ids, copyId: copy, how }) {
    for (const id of ids) recordPrint(scope, found(findCertificate(scope.db, id), 'certificate'), copy, how)
  },

  recordCohortPrint(scope, { code, kind, how }) {
    const papers = filesOfCohort(scope.db, getCohort(scope.db, code).id, kind)
    for (const paper of papers) recordPrint(scope, paper, null, how)
  },

  async cohortFiles(scope, { code, kind, merged }) {
    const { read, write, workspace } = scope
    const papers = read(({ db }) => filesOfCohort(db, getCohort(db, code).id, kind))
    if (papers.length === 0) throw new DomainError({ code: 'nothing_issued' })
    // Two people of one name stay two files.
    const taken = new Set<string>()
    const files = await Promise.all(
      papers.map(async ({ number, name, sha256 }) => ({
        name: certificateFileName(number, name, taken),
        bytes: await workspace.papers.get(sha256, number),
      })),
    )
    const name = `${kind === 'certificate' ? 'sertifikat' : 'surat-keterangan'}-${code}`
    const whole = merged ? [{ name: `${name}.pdf`, bytes: await cohortFileBytes(scope, code, kind) }] : []
    const zip = await drawOnThread(scope, 'zip', [...files, ...whole])
    write(scope => {
      scope.saw('cohort_view', code, peopleOfCohort(scope.db, getCohort(scope.db, code).id))
      for (const row of papers) recordPrint(scope, row, null, 'saved')
    })
    return new File([zip], `${name}.zip`, { type: 'application/zip' })
  },

  async attachSigned({ read, write, workspace }, { id, file }) {
    if (file.size > mostSignedMegabytes * 1024 * 1024)
      throw new DomainError({ code: 'file_too_large', megabytes: mostSignedMegabytes })
    const pdf = new Uint8Array(await file.arrayBuffer())
    const { papers } = workspace
    const { number, sha256 } = read(({ db }) => found(findIssuedFile(db, id), 'certificate'))
    const same = await signatureCoversOurs(pdf, await papers.get(sha256, number))
    const kept = await papers.put(pdf)
    return write(({ db, at, operator, record }) => {
      const added = insertSignedFile(db, { id, name: file.name, kept, same }, { at, by: operator.name })
      record('certificate', number, null, { signedFile: kept.sha256 })
      return { id: signedFileId.parse(added), beginsWithOurs: same }
    })
  },

  async signedFile({ read, workspace }, { id }) {
    const { number, name, sha256 } = read(({ db }) => found(findSignedFile(db, id), 'file'))
    const pdf = await workspace.papers.get(sha256, `berkas TTE dari ${number}`)
    return pdfBytes(pdf, certificateFileName(number, name, undefined, ' TTE'))
  },
}

function recordPrint(
  { db, at, operator, record }: CommandScope,
  { id, number }: { id: number; number: string },
  copy: number | null,
  how: 'printed' | 'saved',
): void {
  insertPrint(db, { id, copy, how, at, by: operator.name })
  record('certificate', number, null, { [how]: copy === null ? 'lembar asli' : `salinan ${copy}` })
}
