import { paperTitle } from '../../../../shared/facts/paper-key.ts'
import {
  type Credential,
  type CredentialDraft,
  credentialDraft,
  type instructorContract,
  instructorDraft,
} from '../../../../shared/features/instructor/contract.ts'
import { permits } from '../../../../shared/features/instructor/credential.ts'
import { normaliseCredentialNumber } from '../../../../shared/features/instructor/credential-number.ts'
import { type LeaveDraft, leaveDraft } from '../../../../shared/features/instructor/leave.ts'
import { credentialId, instructorId, leaveId } from '../../../../shared/ids.ts'
import { addDays, longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { Handlers } from '../../scope.ts'
import { readAttachment } from '../attachment/attachment-store.ts'
import { centreFacts, getCentre, isValidOn, listOfficers, officersOn, requiredKinds } from '../centre/centre-store.ts'
import { joinForm } from '../desk/join-record.ts'
import {
  deleteCredential,
  findCredential,
  findScan,
  insertCredential,
  removeScan,
  saveScan,
  setVerification,
  taughtByCredential,
  updateCredential,
} from './credential-store.ts'
import { expiryCalendar } from './expiry-calendar.ts'
import {
  findInstructor,
  findTeacher,
  insertInstructor,
  listInstructors,
  listTeachers,
  updateInstructor,
} from './instructor-store.ts'
import { deleteLeave, findLeave, insertLeave, taughtWithin, updateLeave } from './leave-store.ts'
import { paymentOf, writePayment } from './payment-store.ts'

export const instructorHandlers: Handlers<typeof instructorContract> = {
  list: ({ db, today }) => listInstructors(db, today),

  get: ({ db, today }, { id }) => found(findInstructor(db, id, today), 'instructor'),

  save({ db, record }, { id, instructor: mine, seen }) {
    if (id === null) {
      const created = instructorId.parse(insertInstructor(db, mine))
      record('instructor', created, null, mine)
      return { id: created, joined: null }
    }
    const { credentials: _, leaves: __, ...before } = found(findTeacher(db, id), 'instructor')
    const form = { entity: 'instructor', id, schema: instructorDraft, seen, stored: before, mine }
    const { values: instructor, joined } = joinForm(db, form)
    updateInstructor(db, id, instructor)
    record('instructor', id, before, instructor)
    return { id, joined }
  },

  payment({ db, today }, { id }) {
    found(findInstructor(db, id, today), 'instructor')
    return paymentOf(db, id)
  },

  savePayment({ db, record, today }, { id, payment }) {
    found(findInstructor(db, id, today), 'instructor')
    const before = paymentOf(db, id)
    writePayment(db, id, payment)
    record('instructor_payment', id, before, payment)
  },

  saveCredential({ db, record }, { instructorId: owner, id, credential: typed, seen }) {
    const instructor = found(findTeacher(db, owner), 'instructor')
    const mine = { ...typed, number: normaliseCredentialNumber(typed.number) }
    const stored = id === null ? null : found(findCredential(db, id), 'credential')
    const form = { entity: 'credential', id, schema: credentialDraft, seen, stored, mine }
    const { values: credential, joined } = joinForm(db, form)
    const duplicate = instructor.credentials.find(
      row => row.kind === credential.kind && row.number === credential.number && row.id !== id,
    )
    if (duplicate) throw new DomainError({ code: 'name_taken', entity: 'credential', name: credential.number })
    if (id === null) {
      const created = credentialId.parse(insertCredential(db, owner, credential))
      record('credential', created, null, credential)
      return { id: created, joined }
    }
    const before = found(findCredential(db, id), 'credential')
    if (before.instructorId !== owner) throw new DomainError({ code: 'not_found', entity: 'credential' })
    refuseGap(db, instructor, before, credential)
    updateCredential(db, id, credential)
    // The verification was about the old data.
    if (before.verified && !sameFacts(before, credential)) setVerification(db, id, null)
    record('credential', id, before, credential)
    return { id, joined }
  },

  removeCredential({ db, record }, { id }) {
    const before = found(findCredential(db, id), 'credential')
    const instructor = found(findTeacher(db, before.instructorId), 'instructor')
    refuseGap(db, instructor, before, null)
    deleteCredential(db, id)
    record('credential', id, before, null)
  },

  verifyCredential({ db, record }, { id, verified }) {
    const { verified: before } = found(findCredential(db, id), 'credential')
    setVerification(db, id, verified)
    record('credential', id, { verified: before }, { verified })
  },

  async attachScan({ write }, { id, file }) {
    const read = await readAttachment(file)
    const { name, type } = read
    write(({ db, at, operator, record }) => {
      const { scan } = found(findCredential(db, id), 'credential')
      const sha256 = saveScan(db, id, read, { at, by: operator.name })
      record('credential', id, { scan }, { scan: { name, type, sha256 } })
    })
  },

  removeScan({ db, record }, { id }) {
    const { scan } = found(findCredential(db, id), 'credential')
    removeScan(db, id)
    record('credential', id, { scan }, { scan: null })
  },

  scan({ db }, { id }) {
    const { name, type, bytes } = found(findScan(db, id), 'scan')
    return { file: new File([bytes], name, { type }) }
  },

  async recertificationLetter(scope, { id }) {
    const { today, at } = scope
    const { facts, size } = scope.read(({ db }) => {
      const credential = found(findCredential(db, id), 'credential')
      const instructor = found(findTeacher(db, credential.instructorId), 'instructor')
      const head = found(officersOn(db, today)[0] ?? listOfficers(db)[0], 'officer')
      const facts = {
        centre: centreFacts(db),
        head,
        instructor,
        credential,
        writtenOn: today,
        printedAt: at.slice(0, 16),
      }
      return { facts, size: getCentre(db).paperSize }
    })
    const { head, instructor } = facts
    const outOfOffice = isValidOn(head, today)
      ? []
      : [
          `Tidak ada penanda tangan yang berlaku ${longDate(today)}. Surat ini memakai ${head.name}; periksa di Pengaturan.`,
        ]
    const title = paperTitle('recertification-letter')
    const { warnings, ...paper } = await drawOnThread(scope, 'recertification-letter', { facts, size })
    return { file: pdfFile(`${title} – ${instructor.name}`, paper), title, warnings: [...outOfOffice, ...warnings] }
  },

  expiryCalendar({ db, today }) {
    const text = expiryCalendar(listTeachers(db), today)
    return new File([text], 'sertifikat-bnsp-berakhir.ics', { type: 'text/calendar' })
  },

  saveLeave({ db, today, record }, { instructorId: owner, id, leave: mine, seen }) {
    const instructor = found(findTeacher(db, owner), 'instructor')
    const before = id === null ? null : found(findLeave(db, id), 'instructor_leave')
    if (before && before.instructorId !== owner)
      throw new DomainError({ code: 'not_found', entity: 'instructor_leave' })
    const form = { entity: 'instructor_leave', id, schema: leaveDraft, seen, stored: before, mine }
    const { values: leave, joined } = joinForm(db, form)
    if (before) assertHistoryStays(before, leave, today)
    const taught = taughtWithin(db, owner, leave)
    if (taught) throw new DomainError({ code: 'teaches_on_leave', name: instructor.name, ...taught })
    const saved = before?.id ?? leaveId.parse(insertLeave(db, owner, leave))
    if (before) updateLeave(db, before.id, leave)
    record('instructor_leave', saved, before, { instructorId: owner, ...leave })
    return { id: saved, joined }
  },

  removeLeave({ db, today, record }, { id }) {
    const before = found(findLeave(db, id), 'instructor_leave')
    if (before.until < today) throw new DomainError({ code: 'leave_over', until: before.until })
    if (before.from <= today) throw new DomainError({ code: 'leave_begun', from: before.from })
    deleteLeave(db, id)
    record('instructor_leave', id, before, null)
  },
}

const facts = ['kind', 'number', 'registration', 'lsp', 'licence', 'scheme', 'issued', 'validUntil'] as const

function sameFacts(before: CredentialDraft, after: CredentialDraft): boolean {
  const trades = (draft: CredentialDraft) => draft.trades.toSorted().join()
  return facts.every(fact => before[fact] === after[fact]) && trades(before) === trades(after)
}

/** Past leave cannot change, and a running one ends yesterday at the earliest. */
function assertHistoryStays(before: LeaveDraft, after: LeaveDraft, today: PlainDate): void {
  if (before.until < today) throw new DomainError({ code: 'leave_over', until: before.until })
  if (before.from > today) return
  const ends = after.until >= addDays(today, -1)
  if (after.from !== before.from || !ends) throw new DomainError({ code: 'leave_begun', from: before.from })
}

/**
 * A change of a credential must not leave a teaching day without permission; triggers enforce the same. Existing gaps, from a stricter setting, must
 * not prevent a renewal.
 */
function refuseGap(
  db: ReadDatabase,
  instructor: { id: number; name: string; credentials: readonly Credential[] },
  before: Credential,
  after: CredentialDraft | null,
): void {
  const required = requiredKinds(db)
  const held = [...instructor.credentials.filter(row => row.id !== before.id), ...(after ? [after] : [])]
  const taught = taughtByCredential(db, instructor.id)
  const gap = taught.find(({ trade, date }) => {
    const covers = (credential: Credential | CredentialDraft) => permits([credential], [before.kind], trade, date)
    return covers(before) && !(after && covers(after)) && !permits(held, required, trade, date)
  })
  if (gap)
    throw new DomainError({ code: 'credential_in_use', name: instructor.name, cohort: gap.title, date: gap.date })
}
