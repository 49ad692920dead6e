import { namesSeries } from '../../../../../shared/features/centre/numbering.ts'
import type { bookContract } from '../../../../../shared/features/certificate/book-contract.ts'
import { certificateFileName } from '../../../../../shared/features/certificate/certificate-file-name.ts'
import { certificateKinds } from '../../../../../shared/features/certificate/contract.ts'
import { tradeCodes } from '../../../../../shared/features/program/trades.ts'
import { copyId, signedFileId } from '../../../../../shared/ids.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { DomainError, found } from '../../../domain-error.ts'
import { pdfBytes } from '../../../paper-kit/pdf-file.ts'
import type { CommandScope, Handlers } from '../../../scope.ts'
import { getRules } from '../../centre/centre-store.ts'
import { numberSetting, saveNumberSetting } from '../../centre/number-setting-store.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { assertHolds } from '../assert-holds.ts'
import { findIssuedFile, sha256 } from '../certificate-store.ts'
import { nextNumber, numbering } from '../issue/number-store.ts'
import { drawReplacement, replacementErrors, writeReplacement } from '../issue/replace-certificate.ts'
import { findSetAside, setAside } from '../issue/set-aside-store.ts'
import { recordSigner } from '../keys/signing-key-store.ts'
import { beginsWithOurs } from '../signed-file.ts'
import { certificateHistory, findCertificate, listBook } from './book-store.ts'
import { filesOfCohort, zipOfFiles } from './cohort-files-store.ts'
import { drawCopy, findCopy } from './copy-certificate.ts'
import { drawCohortFile } from './draw-cohort-file.ts'

const drawingAttempts = 3
const mostSignedMegabytes = 20

export const bookHandlers: Handlers<typeof bookContract> = {
  list: ({ db }, search) => listBook(db, search),

  history: ({ db }, { id }) => certificateHistory(db, found(findCertificate(db, id), 'certificate')),

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

  reserve(scope, { count, ...asked }) {
    const numbers = setAside(scope, { ...asked, count }).map(row => row.number)
    return { first: numbers.at(0) ?? '', last: numbers.at(-1) ?? '' }
  },

  recordByHand({ db, record }, { id, ...paper }) {
    const before = found(findSetAside(db, id), 'certificate_number')
    if (before.voidReason !== '') throw new DomainError({ code: 'number_void', number: before.number })
    db.run('UPDATE set_aside_number SET holder = @holder, program = @program, issued_on = @issuedOn WHERE id = @id', {
      ...paper,
      id,
    })
    const { holder, program, issuedOn } = before
    record('certificate_number', before.number, { holder, program, issuedOn }, paper)
  },

  voidNumber(scope, { id, counter, reason }) {
    const { db, at, operator, record } = scope
    const [spoilt] = id === null && counter ? setAside(scope, { ...counter, count: 1, reason }) : []
    const row = found(findSetAside(db, id ?? spoilt?.id ?? 0), 'certificate_number')
    if (row.voidReason !== '') throw new DomainError({ code: 'number_void', number: row.number })
    db.run('UPDATE set_aside_number SET void_reason = ?, voided_at = ?, voided_by = ? WHERE id = ?', [
      reason,
      at,
      operator.name,
      row.id,
    ])
    record('certificate_number', row.number, { void: false }, { void: true, reason })
    return { number: row.number }
  },

  revoke({ db, at, today, operator, record }, { id, revokedOn, reason }) {
    const row = found(findCertificate(db, id), 'certificate')
    if (row.state === 'revoked') throw new DomainError({ code: 'certificate_revoked', number: row.number })
    if (revokedOn < row.issuedOn)
      throw new DomainError({ code: 'date_before_issue', date: revokedOn, issuedOn: row.issuedOn })
    if (revokedOn > today) throw new DomainError({ code: 'date_in_future', date: revokedOn })
    db.run(
      `INSERT INTO certificate_revocation (certificate_id, revoked_on, reason, recorded_at, recorded_by)
       VALUES (@id, @revokedOn, @reason, @at, @by)`,
      { id, revokedOn, reason, at, by: operator.name },
    )
    record('certificate', row.number, { state: row.state }, { state: 'revoked', revokedOn, reason })
    return { number: row.number }
  },

  replacementChecks: ({ db }, asked) => ({ red: replacementErrors(db, asked).map(check => check.message) }),

  async replace({ read, write, workspace }, request) {
    for (let attempt = 1; ; attempt += 1) {
      const drawn = read(scope => drawReplacement(scope, request, recordSigner(scope.db, workspace.keys)))
      try {
        return write(scope => writeReplacement(scope, request, drawn))
      } catch (error) {
        if (attempt === drawingAttempts || !(error instanceof DomainError) || error.data.code !== 'numbers_moved')
          throw error
      }
    }
  },

  async makeCopy({ read, write }, { id, recipient, reason }) {
    const { row, drawn } = read(({ db, today }) => {
      const certificate = found(findCertificate(db, id), 'certificate')
      assertHolds(certificate)
      return { row: certificate, drawn: drawCopy(db, id, today) }
    })
    const { n, pdf } = drawn
    const written = write(({ db, at, today, operator, record }) => {
      const made = db.run(
        `INSERT INTO certificate_copy (certificate_id, n, made_on, recipient, reason, pdf, sha256, recorded_at, recorded_by)
         VALUES (@id, @n, @today, @recipient, @reason, @pdf, @sha256, @at, @by)`,
        { id, n, today, recipient, reason, pdf, sha256: sha256(pdf), at, by: operator.name },
      )
      record('certificate_copy', `${row.number} ${n}`, null, { recipient, reason })
      return copyId.parse(made.id)
    })
    const name = certificateFileName(row.number, row.name, undefined, ` salinan ${n}`)
    return { id: written, n, file: pdfBytes(pdf, name) }
  },

  async copyFile({ read }, { id }) {
    const { number, name, n, pdf } = read(({ db }) => found(findCopy(db, id), 'copy'))
    return pdfBytes(pdf, certificateFileName(number, name, undefined, ` salinan ${n}`))
  },

  recordPrint(scope, { ids, copyId: copy, how }) {
    for (const id of ids) recordPrint(scope, found(findCertificate(scope.db, id), 'certificate'), copy, how)
  },

  recordCohortPrint(scope, { code, kind, how }) {
    const papers = filesOfCohort(scope.db, getCohort(scope.db, code).id, kind)
    for (const paper of papers) recordPrint(scope, paper, null, how)
  },

  async cohortFiles({ read, write }, { code, kind, merged }) {
    const rows = read(({ db }) => filesOfCohort(db, getCohort(db, code).id, kind))
    if (rows.length === 0) throw new DomainError({ code: 'nothing_issued' })
    const name = `${kind === 'certificate' ? 'sertifikat' : 'surat-keterangan'}-${code}`
    const whole = merged ? { name: `${name}.pdf`, bytes: read(({ db }) => drawCohortFile(db, code, kind)).bytes } : null
    const zip = zipOfFiles(rows, whole)
    write(scope => {
      for (const row of rows) recordPrint(scope, row, null, 'saved')
    })
    return new File([new Uint8Array(zip)], `${name}.zip`, { type: 'application/zip' })
  },

  async attachSigned({ read, write }, { id, file }) {
    if (file.size > mostSignedMegabytes * 1024 * 1024)
      throw new DomainError({ code: 'file_too_large', megabytes: mostSignedMegabytes })
    const pdf = new Uint8Array(await file.arrayBuffer())
    const { number, pdf: ours } = read(({ db }) => found(findIssuedFile(db, id), 'certificate'))
    const same = beginsWithOurs(pdf, ours)
    return write(({ db, at, operator, record }) => {
      const hash = sha256(pdf)
      if (db.get('SELECT 1 FROM certificate_signed_file WHERE certificate_id = ? AND sha256 = ?', [id, hash]))
        throw new DomainError({ code: 'signed_file_known' })
      const row = db.run(
        `INSERT INTO certificate_signed_file (certificate_id, file_name, pdf, sha256, begins_with_ours, recorded_at, recorded_by)
         VALUES (@id, @name, @pdf, @hash, @same, @at, @by)`,
        { id, name: file.name.slice(0, 200), pdf, hash, same: same ? 1 : 0, at, by: operator.name },
      )
      record('certificate', number, null, { signedFile: hash })
      return { id: signedFileId.parse(row.id), beginsWithOurs: same }
    })
  },

  async signedFile({ read }, { id }) {
    const row = read(({ db }) =>
      found(
        db.get<{ number: string; name: string; pdf: Uint8Array }>(
          `SELECT number, facts ->> 'name' AS name, certificate_signed_file.pdf FROM certificate_signed_file
           JOIN certificate ON certificate.id = certificate_id WHERE certificate_signed_file.id = ?`,
          [id],
        ),
        'file',
      ),
    )
    return pdfBytes(row.pdf, certificateFileName(row.number, row.name, undefined, ' TTE'))
  },
}

function recordPrint(
  { db, at, operator, record }: CommandScope,
  { id, number }: { id: number; number: string },
  copy: number | null,
  how: 'printed' | 'saved',
): void {
  const copyOfThis = db.get('SELECT 1 FROM certificate_copy WHERE id = ? AND certificate_id = ?', [copy, id])
  if (copy !== null && !copyOfThis) throw new DomainError({ code: 'not_found', entity: 'copy' })
  db.run(
    `INSERT INTO certificate_print (certificate_id, copy_id, how, printed_at, printed_by) VALUES (@id, @copy, @how, @at, @by)`,
    { id, copy, how, at, by: operator.name },
  )
  record('certificate', number, null, { [how]: copy === null ? 'lembar asli' : `salinan ${copy}` })
}
