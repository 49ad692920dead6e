import { join } from 'node:path'
import { encode } from 'fast-png'
import { buildChecker } from '../../build/checker.ts'
import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { samplePassword } from '../../electron/backend/sample/sample-centre.ts'
import type { Contract } from '../../shared/contract.ts'
import { usualAid } from '../../shared/features/alumni/aid.ts'
import { defaultCentre, defaultRules } from '../../shared/features/centre/centre.ts'
import { usualPaperRules } from '../../shared/features/centre/paper-rules.ts'
import { writeDesignFile } from '../../shared/features/certificate-design/design-file.ts'
import { klasik } from '../../shared/features/certificate-design/klasik.ts'
import { usualClock } from '../../shared/features/cohort/day-clock.ts'
import { codeBytes, recoveryCodeOf } from '../../shared/features/computer/recovery-code.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import { noPayment } from '../../shared/features/instructor/payment.ts'
import { emptyCohortLetter } from '../../shared/features/letter/cohort-letter.ts'
import { builtInBody } from '../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../shared/features/letter/letter-forms.ts'
import { noSupply } from '../../shared/features/provision/budget.ts'
import type { OwnReport } from '../../shared/features/report/own-report.ts'
import { usualSetting } from '../../shared/features/report/report-setting.ts'
import { approvalRequestId, designId, deskId, importId } from '../../shared/ids.ts'
import {
  addElements,
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  enrolled,
  holdDays,
  issueAll,
  issuedPapers,
  panel,
  programOf,
  sampleActivity,
  sampleCohortDraft,
  samplePerson,
  setUp,
  technical,
} from './cohort-steps.ts'
import type { Fixture } from './fixture.ts'
import { asFile, paragraph, wordFile } from './office/office-files.ts'
import { printableJpeg } from './pictures.ts'
import { applyAll, enterScores, openRegistration, registrationDraft, stipulate } from './registration-steps.ts'
import { signPdf } from './sign-pdf.ts'

type ClockInput = ContractInputs['timetable']['setClock']['clock']

export type ContractInputs = {
  readonly [Feature in keyof Contract]: {
    readonly [Operation in keyof Contract[Feature]]: Parameters<
      Extract<BackendClient[Feature][Operation & keyof BackendClient[Feature]], (...args: never[]) => unknown>
    >[0]
  }
}

const openingLetter = { paper: 'opening-minutes', body: builtInBody(letterForm('opening-minutes')) } as const
const klasikId = designId.parse(1)
const photo = 'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAg='

/**
 * One valid input for every operation of the contract, for a centre with a decided class and its papers, a running class and a planned
 * one. A new operation without an entry is a type error.
 */
export async function contractInputs(fixture: Fixture): Promise<ContractInputs> {
  await setUp(fixture)
  await addElements(fixture, await programOf(fixture, 'TR'), ['Menyiapkan alat', 'Membersihkan area kerja'])
  const instructor = await addInstructor(fixture, 'Rina Marliana', {})
  const other = await addInstructor(fixture, 'Sari', { trades: ['TB'] })
  const traineeIds = await addTrainees(fixture, 8)
  const code = await decidedCohort(
    fixture,
    { instructorId: instructor, traineeIds: traineeIds.slice(0, 3) },
    { heldOn: '2025-01-09' },
  )
  const planned = await createSampleCohort(fixture, {
    number: 2,
    start: '2025-02-03',
    instructorId: instructor,
    traineeIds: traineeIds.slice(3, 5),
  })
  const { client } = fixture
  const running = await createSampleCohort(fixture, {
    programId: await programOf(fixture, 'TB'),
    start: '2025-01-06',
    instructorId: other,
    traineeIds: traineeIds.slice(6, 8),
  })
  await holdDays(fixture, running, { until: 2 })
  fixture.setToday('2025-01-09')
  await client.centre.setLogo({ logo: photo })
  const [officer] = (await client.centre.get({})).officers
  const [day] = (await client.calendar.year({ year: 2025 })).days
  const [row] = await client.instructor.list({})
  const [credential] = row?.credentials ?? []
  const [room] = await client.program.rooms({})
  const { operator } = await client.session.status({})
  const peopleFile = new File(['NIK;Nama\n3671055205900001;Siti Rahayu\n3671050903850002;Budi\n'], 'peserta.csv')
  const received = await fixture.client.import.run({ ...plainRequest(peopleFile, 'aaaa-0000'), answers: [] })
  const imported = importId.parse(received.id)
  const { enrolmentId, traineeId } = await enrolled(fixture, code, 1)
  const waiting = await enrolled(fixture, planned, 1)
  const present = await enrolled(fixture, running, 1)
  const [unit] = (await client.score.grid({ code: planned })).units
  const elementId = unit?.elements[0]?.id
  if (!officer || !day || !credential || !room || !operator || !unit || !elementId)
    throw new Error('the office is not complete')
  await issueAll(fixture, code, '2025-01-09')
  const [paper, replaced, copied] = await issuedPapers(client)
  if (!paper || !replaced || !copied) throw new Error('nothing was issued')
  await buildChecker()
  const copy = await client.book.makeCopy({ id: copied.id, recipient: 'Budi', reason: 'Lembar asli hilang' })
  const signed = await client.book.attachSigned({ id: paper.id, file: await signedPdf('once') })
  const signedAgain = await signedPdf('again')
  const aside = { kind: 'certificate' as const, series: '', date: '2025-01-09' as const, reason: 'Untuk blanko lama' }
  await client.book.reserve({ ...aside, count: 1 })
  const byHand = (await client.book.list({ search: '', kind: null, limit: 10, offset: 0 })).rows[0]?.setAsideId
  if (!byHand) throw new Error('no number was set aside')
  const backup = await client.verification.backUp({ passphrase: 'cukup panjang untuk aman' })
  const keyBackup = new File([await backup.arrayBuffer()], backup.name)
  const { id: activityId } = await client.activity.save({ id: null, activity: sampleActivity })
  const spending = { date: '2025-01-08' as const, description: 'Bahan praktik', amount: 250_000, evidence: 'SP2D-1' }
  const { id: spendingId } = await client.activity.saveSpending({ activityId, spending })
  const { id: leave } = await client.instructor.saveLeave({
    instructorId: other,
    id: null,
    leave: { from: '2025-06-02', until: '2025-06-06', reason: 'Cuti tahunan' },
  })
  const { name: snapshot } = await client.session.takeSnapshot({})
  const draft = await sampleCohortDraft(fixture, { number: 3, start: '2025-03-03', activityId })
  const { week, jointLeave, hours } = draft
  const dayChoice = { week, jointLeave, hours, startTime: draft.startTime, endTime: draft.endTime }
  const { id: officerId, ...officerDraft } = officer
  const { id: dayOffId, ...dayOff } = day
  const { id: roomId, ...roomDraft } = room
  const program = await client.program.get({ id: draft.programId })
  const { id: programId, ...programDraft } = program
  const open = await openRegistration(fixture, { opens: '2025-01-02', closes: '2025-01-20', year: 2025 })
  const applicants = await applyAll(fixture, open, traineeIds.slice(0, 4), '2025-01-08')
  const [applicant = applicants[0]] = applicants
  if (!applicant) throw new Error('nobody applied')
  const settled = await openRegistration(fixture, { opens: '2025-01-02', closes: '2025-01-09', quota: 1 })
  const chosen = await applyAll(fixture, settled, traineeIds.slice(4, 7), '2025-01-08')
  await enterScores(fixture, settled, [
    [chosen[0], 90, 80],
    [chosen[1], 80, 80],
    [chosen[2], 70, 80],
  ])
  await stipulate(fixture, settled, '2025-01-09')
  const draftOfRegistration = await registrationDraft(fixture, {
    opens: '2025-01-02',
    closes: '2025-01-20',
    year: 2025,
  })
  const issue = { code, kind: 'certificate' as const, issuedOn: '2025-01-09' as const, officerId }
  const pdf = new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' })
  const sick = { enrolmentId: present.enrolmentId, mark: 'S' as const, arrivedAt: null, note: '' }
  await client.attendance.mark({ code: running, marks: [1, 2].map(n => ({ ...sick, n })), reason: 'Surat menyusul' })
  const { fileId: letterId } = await client.attendance.addLetter({
    enrolmentId: present.enrolmentId,
    days: [2],
    file: pdf,
  })
  const { fileId: scanId } = await client.folder.attachScan({ code, key: 'participants', file: pdf })
  const print = {
    code,
    key: 'attendance-day' as const,
    day: 3,
    traineeId,
    size: 'F4' as const,
    copies: 2,
    pageRange: '1-2',
    drawnFrom: { planVersion: 1, digests: { schedule: '0123456789abcdef' } },
  }
  const jpegFile = new File([printableJpeg()], 'pembukaan.jpg', { type: 'image/jpeg' })
  const { fileId: pictureId } = await client.provision.addPicture({ code: planned, file: jpegFile, caption: '' })
  const { fileId } = await client.trainee.addFile({ id: traineeId, kind: 'KK', file: pdf })
  const reason = 'Hujan lebat dan jalan banjir'
  const breachQuestion = {
    ...{ operator: null, desk: null, from: '2024-12-01' as const, until: '2025-01-31' as const },
    knownAt: '2025-01-09T08:00',
  }
  const [withoutCohort] = await addTrainees(fixture, 1, 30)
  if (withoutCohort === undefined) throw new Error('nobody was added')
  const { consentId } = await client.rights.recordConsent({
    id: traineeId,
    consent: { signedOn: '2024-12-10', signer: 'SELF', guardian: '', basis: 'CONSENT' },
  })
  const lateHoliday = {
    action: 'add' as const,
    day: { date: '2025-02-05' as const, kind: 'regional_holiday' as const, name: 'Hari jadi kota', source: '' },
    cohort: null,
    answers: [],
  }
  const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource } = draft
  const facts = { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource }
  const twin = { ...samplePerson(5), nik: oneDigitOff(samplePerson(5).nik) }
  const { id: twinId } = await client.trainee.save({ id: null, trainee: twin })
  const { id: otherTwinId } = await client.trainee.save({ id: null, trainee: { ...twin, nik: oneDigitOff(twin.nik) } })
  const { mergeId } = await client.duplicate.merge({ survivorId: twinId, awayId: otherTwinId, taken: [] })
  const pixels = { width: 40, height: 40, channels: 1 as const, data: new Uint8Array(1600).fill(200) }
  const { pages } = await client.scan.read({
    file: new File([new Uint8Array(encode(pixels))], 'a.png'),
    ticket: 'aaaa-0001',
  })
  const [scan] = pages
  if (!scan) throw new Error('nothing was filed')
  const { enrolmentId: otherGraduate } = await enrolled(fixture, code, 2)
  const { id: aid } = await client.aid.propose({
    budgetYear: 2025,
    enrolmentId,
    amount: usualAid,
    proposedOn: '2025-01-09',
  })
  const period = { from: '2025-01-01', to: '2025-12-31' } as const
  const lastYear = { from: '2024-01-01', to: '2024-12-31' } as const
  const choice = {
    measure: 'graduates',
    rows: 'district',
    columns: 'trade',
    period,
    filters: { sex: ['P'] },
    cell: 'count',
  } satisfies OwnReport
  const { id: savedReport } = await client.report.saveOwn({ name: 'Lulus per kecamatan', choice })
  const { id: settledReport } = await client.report.settle({
    key: 'rekap-pelatihan',
    period: lastYear,
    fundingSource: null,
    number: '500.15/8',
    settledOn: '2025-01-09',
    officerId,
  })
  const { key: officeForm } = await client.officeForm.add({
    title: 'Formulir kelas',
    subject: 'COHORT',
    file: asFile('kelas.docx', wordFile({ body: paragraph('{kode_kelas}') })),
  })
  const { id: noted } = await client.note.write({
    subject: { traineeId },
    note: { text: 'bawa KK asli', due: '2025-01-10' },
  })
  const pair = { firstId: traineeIds[5] ?? traineeId, secondId: twinId }
  return {
    desk: {
      live: {},
      here: { subject: 'peserta 1', doing: 'reading' },
      unchosen: { subject: 'balai' },
      draftKey: {},
      overview: {},
      open: { port: 0 },
      close: {},
      keepAwake: { on: true },
      mendFirewall: {},
      newCode: {},
      approve: { request: 'aaaa-0001' },
      refuse: { request: 'aaaa-0001' },
      rename: { id: deskId.parse(1), name: 'Loket 1' },
      putOut: { id: deskId.parse(1) },
    },
    access: {
      status: {},
      makeFirst: { name: 'Wulan Sari', secret: { kind: 'PASSWORD', secret: 'kuda baterai jepit' } },
      signIn: { id: operator.id, secret: samplePassword },
      signOutElsewhere: { desk: 'Loket 2' },
      lock: {},
      confirm: { secret: samplePassword },
      changeSecret: { current: samplePassword, next: { kind: 'PASSWORD', secret: 'kuda baterai jepit' } },
      people: {},
      save: {
        id: null,
        person: { name: 'Dimas Prakoso', nip: '', roles: ['desk'], instructorId: null, validUntil: null },
      },
      giveTemporarySecret: { id: operator.id },
      requests: {},
      ask: { operation: 'attendance.reopenDay', input: { code: running, n: 1, reason }, reason },
      approve: { id: approvalRequestId.parse(1) },
      approveHere: {
        operation: 'attendance.reopenDay',
        input: { code: running, n: 1, reason },
        reason,
        approver: operator.id,
        secret: samplePassword,
      },
      reject: { id: approvalRequestId.parse(1), reason },
      withdraw: { id: approvalRequestId.parse(1) },
      carryOutDue: {},
      disable: { id: operator.id },
      enable: { id: operator.id },
    },
    backup: {
      status: {},
      addPlace: { path: join(fixture.folder, 'cadangan'), name: 'Diska A' },
      removePlace: { id: 'tidak-ada' },
      run: {},
      test: {},
      keep: {},
      // Refused at once; backup and restore have their own tests.
      make: { to: join(fixture.folder, 'cadangan') },
      sheetDestroyed: { number: 9 },
      find: { folder: fixture.folder },
      lost: { from: join(fixture.folder, 'tidak-ada.balai') },
      restore: { from: join(fixture.folder, 'tidak-ada.balai'), code: '0000-0000-0000-0000-0000-0000-0000-0000' },
      putBack: {},
      knowPutBack: { id: 1 },
    },
    session: {
      status: {},
      restore: { snapshot },
      goOn: {},
      takeSnapshot: {},
      leftovers: {},
      openPractice: {},
      resetPractice: {},
      leavePractice: {},
      progress: { ticket: 'aaaa-0001' },
      stop: { ticket: 'aaaa-0001' },
      print: { title: 'Sertifikat', pdf },
      save: { name: 'sertifikat.pdf', file: pdf },
      open: { name: 'formulir.docx', file: pdf },
    },
    computer: {
      status: {},
      finishStep: { step: 'CLOCK' },
      forgetCrash: {},
      disk: {},
      makeSheet: {},
      testSheet: {
        ticket: 'aaaa-0001',
        groups: [
          { group: 1, text: 'ABCD' },
          { group: 2, text: 'ABCD' },
        ],
      },
      unlock: { code: 'ABCD' },
      resetAdmin: { id: operator.id, code: 'ABCD' },
      typed: {},
      keepTyped: { key: 'peserta', text: '{}' },
    },
    update: { status: {}, search: {}, choose: {}, install: { when: 'later' }, discard: {} },
    home: { firstSteps: {}, overview: {}, overdueCalls: {}, search: { text: 'rina' } },
    centre: {
      setUp: { centre: defaultCentre, logo: photo, officer: officerDraft, operator: 'Wulan Sari' },
      get: {},
      update: defaultCentre,
      setLogo: { logo: photo },
      updateRules: defaultRules,
      saveOfficer: { id: officerId, officer: officerDraft },
      paperRules: {},
      savePaperRules: usualPaperRules,
    },
    calendar: {
      years: {},
      year: { year: 2025 },
      saveYear: { year: 2028, source: 'SKB 2028' },
      saveDay: { id: dayOffId, day: dayOff },
      removeDay: { id: dayOffId },
      readTable: { year: 2028, file: new File(['Tanggal,Jenis,Nama\n2028-01-01,LN,Tahun Baru'], 'libur.csv') },
      saveTable: { year: 2025, source: 'SKB', days: [lateHoliday.day], removeOthers: false },
      exportTable: { year: 2025, format: 'ics' },
    },
    replan: { preview: lateHoliday, apply: lateHoliday },
    program: {
      list: {},
      get: { id: programId },
      save: { id: programId, program: programDraft },
      rooms: {},
      saveRoom: { id: roomId, room: roomDraft },
    },
    instructor: {
      list: {},
      get: { id: instructor },
      save: { id: other, instructor: { name: 'Sari', nip: '', institution: '', phone: '', active: true } },
      payment: { id: instructor },
      savePayment: { id: instructor, payment: { ...noPayment, bankName: 'BRI', bankAccount: '0012345678' } },
      saveCredential: { instructorId: other, id: null, credential: { ...technical, number: '1 2 3 4 2024' } },
      removeCredential: { id: credential.id },
      verifyCredential: { id: credential.id, verified: { by: 'Wulan Sari', on: '2025-01-09' } },
      attachScan: { id: credential.id, file: pdf },
      removeScan: { id: credential.id },
      scan: { id: credential.id },
      recertificationLetter: { id: credential.id },
      expiryCalendar: {},
      saveLeave: { instructorId: other, id: leave, leave: { from: '2025-07-01', until: '2025-07-04', reason: 'Cuti' } },
      removeLeave: { id: leave },
    },
    trainee: {
      list: { search: 'siti', limit: 20, offset: 0 },
      listCounts: { search: 'siti' },
      listIds: { search: '', filter: { state: 'passed' } },
      filterChoices: {},
      get: { id: traineeId },
      byNik: { nik: samplePerson(0).nik, code: planned },
      save: { id: traineeId, trainee: samplePerson(0) },
      showRestricted: { id: traineeId },
      addFile: { id: traineeId, kind: 'KTP', file: pdf },
      removeFile: { fileId },
      openFile: { fileId },
      history: { id: traineeId },
      setPhoto: { id: traineeId, photo },
      matchPhotos: { ids: [traineeId], files: ['1.jpg'] },
      setPhotos: { photos: [{ id: traineeId, photo }] },
      nikPlace: { digits: '367101' },
      villages: { search: 'cipondoh', limit: 10 },
      importRows: { fileName: 'a.xlsx', rows: [samplePerson(20), samplePerson(21)] },
      exportList: { search: '', columns: ['name', 'nik'], ids: [traineeId] },
      exportProgress: { ticket: 'aaaa-0001' },
      cancelExport: { ticket: 'aaaa-0001' },
    },
    note: {
      list: { subject: { traineeId } },
      ofToday: {},
      write: { subject: { code: planned }, note: { text: 'bawa kunci ruang', due: null } },
      change: { id: noted, note: { text: 'bawa KK asli Senin', due: '2024-12-16' } },
      tick: { id: noted, done: true },
      remove: { id: noted },
    },
    import: {
      read: plainRequest(peopleFile, 'aaaa-0001'),
      run: { ...plainRequest(peopleFile, 'aaaa-0002'), answers: [{ row: 2, action: 'skip', fields: [] }] },
      progress: { ticket: 'aaaa-0003' },
      cancel: { ticket: 'aaaa-0003' },
      senders: {},
      list: { limit: 10 },
      receipt: { id: imported },
      undo: { id: imported },
      template: {},
    },
    registration: {
      list: {},
      get: { id: open },
      save: { id: open, registration: draftOfRegistration },
      apply: { id: open, on: '2025-01-09', traineeIds: traineeIds.slice(5, 7) },
      removeApplicant: { applicantId: applicants[3] ?? applicant },
      saveResults: {
        id: open,
        entries: [{ applicantId: applicant, priority: 'POOR', administration: true, test: 8000, interview: null }],
      },
      decideTie: { id: open, applicantIds: applicants.slice(0, 2), reason },
      override: { applicantId: applicant, decision: 'reserve', reason },
      stipulate: {
        id: open,
        stipulation: { decreeNumber: '800/1/2025', decreeDate: '2025-01-09', officerId },
      },
      reopen: { id: settled, reason },
      record: { applicantId: chosen[0] ?? applicant, kind: 'RE_REGISTERED', reason: '' },
      promote: { applicantId: chosen[1] ?? applicant },
      enrol: { id: settled, code: planned },
      reserveOffers: { code: planned },
      papers: { id: settled },
      makePaper: { id: settled, key: 'selection-result', size: 'F4', traineeId: null, occasion: 'TEST' },
    },
    duplicate: {
      counts: {},
      list: { view: 'likely', limit: 20, offset: 0 },
      merges: { limit: 20, offset: 0 },
      compare: pair,
      merge: { survivorId: pair.firstId, awayId: twinId, taken: ['name', 'photo'] },
      split: { mergeId },
      setDifferent: pair,
      undoDifferent: pair,
    },
    cohort: {
      history: { code, limit: 6 },
      plan: { programId, start: '2025-03-03', week: 5, jointLeave: 'off', hours: 8, startTime, endTime },
      create: { ...draft, instructorId: instructor, traineeIds: [traineeIds[5] ?? traineeId], roomId },
      proposeProgram: {
        ...dayChoice,
        withinBudgetYear: true,
        wanted: [{ programId, count: 2, trainees: 16, first: '2025-06-02', last: '2025-12-31', activityId }],
      },
      acceptProposals: {
        ...dayChoice,
        classes: [{ programId, start: '2025-06-02', roomId, instructorId: instructor, activityId }],
      },
      list: {},
      get: { code },
      update: { code: planned, facts: { ...facts, roomId } },
      allowTeaching: { code: planned, instructorId: other, days: [1, 2], official: 'Kepala UPT', reason },
      withdrawOverride: { code: planned, instructorId: other, days: [1, 2], reason },
      move: { code: planned, start: '2025-02-10', reason },
      cancel: { code: planned, reason },
      trainees: { code },
      enrol: { code: planned, traineeIds: [traineeIds[5] ?? traineeId] },
      unenrol: { enrolmentId: waiting.enrolmentId },
      leave: { enrolmentId: waiting.enrolmentId, afterDay: 0, kind: 'withdrawn', reason },
      rejoin: { enrolmentId: waiting.enrolmentId, reason },
    },
    timetable: {
      get: { code },
      updateDays: { code: planned, days: [{ n: 1, hours: 8, topic: 'Pembukaan', instructorIds: [instructor] }] },
      arrange: {
        code: planned,
        blocks: (await client.timetable.get({ code: planned })).days.flatMap(day => day.blocks),
      },
      layAgain: { code: planned },
      substitutes: { code: planned },
      substitute: { code: planned, days: [1], outId: instructor, inId: other, reason },
      setClock: { code: planned, clock: usualClock('08:00', 45) as ClockInput },
    },
    attendance: {
      grid: { code: running },
      tasks: {},
      mark: {
        code: running,
        marks: [{ enrolmentId: present.enrolmentId, n: 2, mark: 'T', arrivedAt: '08:40', note: '' }],
        reason,
      },
      fillDay: {
        code: running,
        n: 3,
        exceptions: [{ enrolmentId: present.enrolmentId, mark: 'S', arrivedAt: null, note: 'surat dokter' }],
      },
      fillDays: { code: running, days: [3, 4] },
      closeDays: { code: running, days: [2] },
      closeDay: { code: running, n: 3, instructorId: other, teaching: true },
      addLetter: { enrolmentId: present.enrolmentId, days: [1], file: pdf },
      removeLetter: { fileId: letterId },
      openLetter: { fileId: letterId },
      reopenDay: { code: running, n: 1, reason },
      history: { enrolmentId: present.enrolmentId, n: 2 },
    },
    teaching: {
      ofCohort: { code: running },
      record: {
        code: running,
        n: 1,
        lessons: [{ instructorId: other, unitId: null, kind: 'theory', firstHour: 1, hours: 2, note: 'Pembukaan' }],
        reason: null,
      },
      closeDays: { code: running, days: [1, 2] },
      report: { from: '2025-01-01', until: '2025-01-31', code: null },
      exportReport: { from: '2025-01-01', until: '2025-01-31', code: running },
    },
    score: {
      grid: { code },
      save: {
        code: planned,
        entries: [
          {
            enrolmentId: waiting.enrolmentId,
            theory: 8000,
            practice: null,
            units: [{ unitId: unit.id, result: 'K', score: 8500 }],
            elements: [{ elementId, result: 'BK', score: 6000 }],
          },
        ],
      },
      close: { code: planned },
      reopen: { code: planned, reason },
      takeRules: { code: planned },
      history: { code: planned },
    },
    graduation: {
      get: { code },
      decide: { code, heldOn: '2025-01-09', ...panel, overrides: [{ enrolmentId, decision: 'failed', reason }] },
      reopen: { code, reason },
    },
    certificate: {
      prepare: issue,
      preview: { ...issue, enrolmentId },
      issue: { ...issue, enrolmentIds: [enrolmentId], overrides: [{ enrolmentId, check: 'birth_place', reason }] },
      nameSample: { enrolmentId },
      file: { id: paper.id },
      cohortFile: { code, kind: 'certificate' },
    },
    competence: {
      list: { code },
      save: {
        code,
        tests: [
          {
            enrolmentId,
            test: {
              testedOn: '2025-01-09',
              lsp: 'LSP Contoh',
              scheme: 'Penata Rias',
              result: 'K',
              number: '96022 5142 3 0000001 2025',
              registration: '',
              validUntil: '2028-01-09',
            },
          },
        ],
      },
      export: { code: null },
    },
    book: {
      list: { search: '', kind: null, limit: 20, offset: 0 },
      history: { id: paper.id },
      counters: { date: '2025-01-09' },
      chooseSeries: { series: 'one' },
      reserve: { kind: 'certificate', series: '', date: '2025-01-09', count: 2, reason },
      recordByHand: { id: byHand, holder: 'Budi', program: 'Las', issuedOn: '2025-01-09' },
      voidNumber: { id: null, counter: { kind: 'statement', series: '', date: '2025-01-09' }, reason },
      revoke: { id: paper.id, revokedOn: '2025-01-09', reason },
      replacementChecks: { id: replaced.id, issuedOn: '2025-01-09', officerId },
      replace: { id: replaced.id, issuedOn: '2025-01-09', officerId, reason },
      makeCopy: { id: copied.id, recipient: 'Budi', reason },
      copyFile: { id: copy.id },
      recordPrint: { ids: [paper.id], copyId: null, how: 'printed' },
      recordCohortPrint: { code, kind: 'certificate', how: 'printed' },
      cohortFiles: { code, kind: 'certificate', merged: true },
      attachSigned: { id: paper.id, file: signedAgain },
      signedFile: { id: signed.id },
    },
    verification: {
      check: { text: 'C1*S' },
      recordCheck: { text: paper.number },
      checkFile: { file: new File([''], 'a.png') },
      keyFile: {},
      checkerPage: {},
      keys: {},
      rotate: { reason },
      backUp: { passphrase: 'cukup panjang untuk aman' },
      restore: { file: keyBackup, passphrase: 'cukup panjang untuk aman' },
    },
    certificateDesign: {
      list: {},
      get: { id: klasikId },
      versions: { id: klasikId },
      version: { id: klasikId, version: 1 },
      save: { id: null, design: { ...klasik, name: 'Rancangan balai' } },
      setActive: { id: klasikId, active: true },
      choose: { programId: null, designId: klasikId },
      addPicture: { file: new File([Buffer.from(photo.slice(photo.indexOf(',') + 1), 'base64')], 'latar.jpg') },
      layOut: { design: klasik, code, two: true },
      preview: { design: klasik, code: null, two: false },
      exportFile: { id: klasikId },
      importFile: { file: new File([writeDesignFile({ design: klasik, picture: null })], 'rancangan.json') },
      setShift: { printer: 'Epson', right: 3, down: -2 },
      testSheet: { printer: 'Epson' },
      onBlanks: { code, printer: 'Epson' },
    },
    paper: {
      list: { code },
      make: { code, key: 'participants', size: 'F4', day: 3, traineeId },
      makeForPerson: { traineeId, key: 'consent', size: 'F4' },
      office: { code, key: 'participants', format: 'xlsx' },
      setDate: { code, key: 'final-scores', date: '2025-01-09' },
    },
    folder: {
      get: { code },
      attachScan: { code, key: 'participants', file: pdf },
      openScan: { fileId: scanId },
      removeScan: { fileId: scanId },
      counts: { code },
      setVerdict: { code, key: 'schedule', verdict: 'RETURNED', note: reason },
      makeFile: { code: planned, size: 'A4', scanPlace: 'AFTER', ticket: 'aaaa-0001' },
      progress: { ticket: 'aaaa-0001' },
      cancel: { ticket: 'aaaa-0001' },
      printPapers: { code, keys: ['participants'], printer: 'EPSON', ticket: 'aaaa-0001' },
      printProgress: { ticket: 'aaaa-0001' },
      stopPrinting: { ticket: 'aaaa-0001' },
    },
    print: {
      send: { title: 'Uji', pdf, printer: 'EPSON' },
      shifts: {},
      setShift: { printer: 'EPSON', right: 1, down: -1 },
      testPage: { size: 'F4', printer: 'EPSON' },
      printers: {},
      setting: { key: 'participants' },
      log: { code, key: 'participants' },
      print: { ...print, printer: 'EPSON', title: 'Daftar', pdf },
      record: { ...print, way: 'PDF', pages: 2 },
    },
    letter: {
      list: {},
      read: { paper: 'opening-minutes' },
      version: { paper: 'opening-minutes', version: 0 },
      save: { draft: openingLetter, basedOn: 0 },
      restore: { paper: 'opening-minutes', version: 0 },
      preview: { draft: openingLetter, code, size: 'F4' },
      ofCohort: { code, paper: 'opening-minutes' },
      saveOfCohort: { code, paper: 'opening-minutes', values: { ...emptyCohortLetter, number: '500.15/1' } },
    },
    officeForm: {
      list: {},
      versions: { key: officeForm },
      check: { subject: 'COHORT', file: asFile('kelas.docx', wordFile({ body: paragraph('{kode_kelas}') })) },
      add: {
        title: 'Surat kota',
        subject: 'COHORT',
        file: asFile('kota.docx', wordFile({ body: paragraph('{kota}') })),
      },
      replace: { key: officeForm, basedOn: 1, file: asFile('kelas.docx', wordFile({ body: paragraph('{tahun}') })) },
      restore: { key: officeForm, version: 1 },
      change: { key: officeForm, title: 'Formulir kelas', retired: false },
      template: { key: officeForm, version: null },
      make: { key: officeForm, code },
      record: { key: officeForm, code, version: 1, drawnFrom: { planVersion: 1, digests: {} } },
    },
    activity: {
      years: {},
      list: { year: 2025 },
      titles: { year: 2025 },
      get: { id: activityId },
      save: { id: activityId, activity: { ...sampleActivity, title: 'Pelatihan lain' } },
      saveSpending: { activityId, spending },
      savePlan: { activityId, plan: [{ month: 11, amount: 250_000 }] },
      attachEvidence: { id: spendingId, file: pdf },
      removeEvidence: { id: spendingId },
      evidence: { id: spendingId },
      reverseSpending: { id: spendingId, reason: 'Salah ketik jumlah' },
      assign: { code: planned, activityId },
      board: { year: 2025, fundingSource: null },
      people: { year: 2025, fundingSource: 'APBD', activityId, village: '3671011001' },
      candidates: { year: 2025, village: '3671011001' },
      regencies: {},
    },
    report: {
      list: {},
      get: { key: 'rekap-pelatihan', period, fundingSource: null },
      getNames: { key: 'penerima-manfaat', period, fundingSource: null },
      file: { key: 'realisasi-dif', period, fundingSource: null, format: 'xlsx', size: null },
      fileNames: { key: 'data-hasil', period, fundingSource: null, format: 'csv', size: null },
      fileFullNik: { key: 'data-peserta', period, fundingSource: null, format: 'csv', size: null },
      year: { year: 2025 },
      cash: { activityId, period },
      behind: { measure: 'participants', period, filters: { trade: ['TR'] }, limit: 50, offset: 0 },
      own: { choice },
      ownGuarded: { choice: { ...choice, rows: 'decile' } },
      ownGuardedFile: { name: 'Desil', choice: { ...choice, rows: 'decile' }, format: 'xlsx' },
      ownFile: { name: 'Lulus per kejuruan', choice, format: 'csv' },
      values: { measure: 'participants', dimension: 'village', period },
      saved: {},
      saveOwn: { name: 'Lulus per bulan', choice },
      removeOwn: { id: savedReport },
      settled: {},
      settleForm: { date: '2025-02-03' },
      settle: {
        key: 'tracer',
        period: lastYear,
        fundingSource: null,
        number: '500.15/9',
        settledOn: '2025-01-08',
        officerId,
      },
      settledFile: { id: settledReport, format: 'pdf' },
      differences: { id: settledReport },
      due: {},
      calendar: {},
      setting: {},
      saveSetting: { setting: { ...usualSetting, monthlyDay: 10 } },
    },
    provision: {
      ofCohort: { code },
      saveMaterials: {
        code: planned,
        materials: [
          {
            name: 'Kapas',
            specification: '',
            unit: 'bungkus',
            amount: 400,
            received: null,
            damaged: null,
            price: 12_500,
            note: '',
            used: [100, null],
          },
        ],
      },
      takeTemplate: { code: planned },
      saveTemplate: { code: planned },
      saveBudget: {
        code: planned,
        lines: [
          {
            ...{
              year: 2025,
              kind: 'TRANSPORT',
              description: 'Uang transport',
              account: '5.1.02.04.01.0003',
              volume: 16,
            },
            ...{ unit: 'orang', times: 15, timesUnit: 'hari', price: 50_000, incentive: 'YES', realised: null },
          },
        ],
      },
      saveSupply: { code: planned, supply: { ...noSupply, supplier: 'CV Contoh' } },
      saveEvaluations: {
        code: planned,
        evaluations: [{ answers: [4, 3, 4, 3, 4, 3, 4, 3, 4, null], comment: '' }],
      },
      saveItems: { code: planned, kind: 'STATIONERY', items: [{ name: 'Pulpen', unit: 'buah', amount: 1 }] },
      saveKits: {
        code: planned,
        kits: [{ enrolmentId: waiting.enrolmentId, clothingSize: 'XL', insuranceCard: '23014567890' }],
      },
      saveRate: { code: planned, kind: 'TRANSPORT', level: 'centre', amount: 50_000 },
      addPicture: { code: planned, file: jpegFile, caption: 'Pembukaan' },
      savePictures: { code: planned, pictures: [{ fileId: pictureId, caption: 'Pembukaan' }] },
      removePicture: { code: planned, fileId: pictureId },
      openPicture: { code: planned, fileId: pictureId },
    },
    hub: {
      status: {},
      look: { address: 'https://pusat.example:7443' },
      join: { address: 'https://pusat.example:7443', fingerprint: 'a'.repeat(64), code: 'ABCD-EFGH-JKMN' },
      leave: {},
      send: {},
      sendAgain: {},
      makeProvinceKey: {},
      setProvinceKey: { key: recoveryCodeOf(new Uint8Array(codeBytes)) },
      notices: {},
      answerNotice: { n: 1, answer: 'allowed', reason },
      elsewhere: { nik: '3671134101900001' },
    },
    history: {
      acts: { limit: 20 },
      counts: {},
      act: { id: 3 },
      actors: {},
      check: {},
      export: { chip: 'certificate' },
      breach: breachQuestion,
      breachNotice: breachQuestion,
      breachPeople: breachQuestion,
      seenByPaper: { id: traineeId },
    },
    rights: {
      get: { id: traineeId },
      corrections: { id: traineeId },
      exportPerson: { id: traineeId, format: 'json' },
      freeze: { id: withoutCohort, requestedOn: '2025-01-08', reason },
      thaw: { id: withoutCohort, reason },
      recordConsent: {
        id: traineeId,
        consent: { signedOn: '2024-12-10', signer: 'SELF', guardian: '', basis: 'PUBLIC_TASK' },
      },
      withdrawConsent: { consentId, withdrawnOn: '2025-01-09' },
      due: {},
      oldCopies: {},
      anonymise: { ids: [withoutCohort], reason },
    },
    scan: {
      read: { file: new File([new Uint8Array(encode({ ...pixels, depth: 8 }))], 'b.png'), ticket: 'aaaa-0002' },
      progress: { ticket: 'aaaa-0002' },
      cancel: { ticket: 'aaaa-0002' },
      list: { code: null },
      detail: { id: scan.id },
      picture: { id: scan.id },
      file: { id: scan.id, code: running, place: { kind: 'day', n: 3 } },
      confirm: { id: scan.id, marks: [] },
      discard: { id: scan.id },
    },
    alumni: {
      papers: { code, kind: 'certificate' },
      collect: {
        certificateIds: [paper.id],
        collectedOn: '2025-01-09',
        collector: 'SELF',
        deputyName: '',
        deputyRelation: '',
      },
      undoCollection: { certificateId: copied.id, reason },
      followUps: { view: 'due', trade: null, month: 3 },
      saveFollowUp: {
        enrolmentId,
        month: 3,
        answer: {
          status: 'EMPLOYED',
          place: 'Salon Melati',
          work: 'Penata rias',
          income: 3_000_000,
          relevant: true,
          note: '',
          askedOn: '2025-01-09',
        },
      },
      results: { year: 2025, fundingSource: null },
      resultPeople: { year: 2025, fundingSource: null, trade: 'TR', month: 3, figure: 'graduated' },
    },
    aid: {
      years: {},
      list: { year: 2025 },
      candidates: { year: 2025, village: null },
      propose: { budgetYear: 2025, enrolmentId: otherGraduate, amount: usualAid, proposedOn: '2025-01-09' },
      step: { id: aid, step: { state: 'APPROVED', on: '2025-01-09', number: '900/1/2025' } },
      attachEvidence: { id: aid, file: pdf },
      removeEvidence: { id: aid },
      evidence: { id: aid },
    },
  }
}

/** The same NIK with another last digit but one, which can never make a NIK invalid. */
export function oneDigitOff(nik: string): string {
  return `${nik.slice(0, 14)}${(Number(nik[14]) + 1) % 10}${nik.slice(15)}`
}

/** What a program for electronic signatures might return. */
function signedPdf(words: string): Promise<File> {
  return signPdf(Buffer.from(`%PDF-1.7\n%${words}`))
}
