import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../shared/facts/list-facts.ts'
import { officeOf } from '../../../../shared/features/centre/signatory.ts'
import { credentialKindName } from '../../../../shared/features/instructor/credential-format.ts'
import { textOfSpans } from '../../../../shared/features/letter/fill-template.ts'
import type { OfficeForm } from '../../../../shared/features/office-form/contract.ts'
import { formTokens } from '../../../../shared/features/office-form/form-tokens.ts'
import type { FormSubject } from '../../../../shared/features/office-form/office-form.ts'
import { outcomeName } from '../../../../shared/features/registration/registration-format.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { found } from '../../domain-error.ts'
import type { FormValues } from '../../office/form-values.ts'
import { centreTokens } from '../../paper-kit/centre-tokens.ts'
import { cohortTokens } from '../../paper-kit/cohort-tokens.ts'
import type { QueryScope } from '../../scope.ts'
import { centreFacts, getCentre, getPaperRules, listOfficers, officersOn } from '../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { findInstructor } from '../instructor/instructor-store.ts'
import { paymentOf } from '../instructor/payment-store.ts'
import { cohortLetterFacts, newestCohortOf } from '../letter/letter-facts-store.ts'
import { listFacts, withPhotos, withRestricted } from '../paper/read-list-facts.ts'
import { registrationFacts } from '../registration/read-registration-facts.ts'
import { readSelection } from '../registration/read-selection.ts'
import { getRegistration } from '../registration/registration-store.ts'
import { personFacts } from '../trainee/person-facts-store.ts'
import { classLists, conditionValues, letterValues, memberValues, officialValues, plainNip } from './class-values.ts'
import { day, numeral, ofHundredths, personValues, photoValue, portraitValues, words } from './person-values.ts'

/** The person of a filled form, for the file name, and the values. */
export type FilledPart = { name: string; values: FormValues }

type FilledOwner = {
  cohort: CohortRecord | null
  traineeId: number | null
  registrationId: number | null
  instructorId: number | null
}

const restrictedNames = ['bank', 'rekening', 'nama_rekening']

/**
 * Present values of a form, one part for each file or person; empty if there is nobody, null if the subject was not given. `names` are its tokens:
 * photos and restricted data are read only for forms that use them.
 */
export function readFormValues(
  scope: QueryScope,
  { subject }: Pick<OfficeForm, 'subject'>,
  names: ReadonlySet<string>,
  about: FilledOwner,
): FilledPart[] | null {
  return readers[subject](scope, names, about)
}

type Reader = (scope: QueryScope, names: ReadonlySet<string>, about: FilledOwner) => FilledPart[] | null

const readers: Record<FormSubject, Reader> = {
  COHORT(scope, names, { cohort, traineeId }) {
    if (cohort === null || traineeId !== null) return null
    const facts = readClass(scope, cohort, names)
    const isWhole = getPaperRules(scope.db).fullNik
    const peserta = facts.trainees.map((_, index) => memberValues(facts, index, { isWhole, names }))
    return [{ name: cohort.code, values: { ...classValues(scope, cohort, facts), ...classLists(facts), peserta } }]
  },

  PERSON(scope, names, { cohort, traineeId }) {
    if (traineeId === null && cohort === null) return null
    const code = traineeId === null || cohort ? null : newestCohortOf(scope.db, traineeId)
    const own = cohort ?? (code ? getCohort(scope.db, code) : null)
    if (own) return ofMembers(scope, own, names, traineeId)
    const { db, today } = scope
    const person = personFacts(db, found(traineeId, 'trainee'))
    const isWhole = getPaperRules(db).fullNik
    const values = {
      ...unknown,
      ...centreValues(scope),
      ...personValues(person, { isWhole, on: today }),
      ...portraitValues(person),
      foto: photoValue(person.photo),
    }
    return [{ name: person.name, values }]
  },

  REGISTRATION(scope, _names, { registrationId }) {
    if (registrationId === null) return null
    const record = getRegistration(scope.db, registrationId)
    const facts = registrationFacts(scope, record, readSelection(scope.db, record))
    const isWhole = getPaperRules(scope.db).fullNik
    const pendaftar = facts.applicants.map(({ person, results, rank, total, decision }, index) => ({
      ...personValues(person, { isWhole, on: scope.today }),
      no: numeral(index + 1),
      peringkat: numeral(rank),
      administrasi: words(results.ADMINISTRATION === null ? '' : results.ADMINISTRATION ? 'Ya' : 'Tidak'),
      nilai_tes: ofHundredths(results.TEST),
      nilai_wawancara: ofHundredths(results.INTERVIEW),
      nilai_jumlah: ofHundredths(total),
      hasil: words(facts.decree && decision ? outcomeName(decision) : ''),
      lulus: facts.decree !== null && decision === 'accepted',
      cadangan: facts.decree !== null && decision === 'reserve',
    }))
    const values = {
      ...centreValues(scope),
      pendaftaran: words(facts.title),
      program_pendaftaran: words(facts.program),
      tahun: { text: String(facts.year), number: facts.year },
      dibuka: day(facts.opens),
      ditutup: day(facts.closes),
      daya_tampung: numeral(facts.quota),
      jumlah_pendaftar: numeral(pendaftar.length),
      nomor_penetapan: words(facts.decree?.number ?? ''),
      tanggal_penetapan: day(facts.decree?.date ?? null),
      pendaftar,
    }
    return [{ name: facts.title, values }]
  },

  INSTRUCTOR(scope, _names, { instructorId }) {
    if (instructorId === null) return null
    const { db, today } = scope
    const instructor = found(findInstructor(db, instructorId, today), 'instructor')
    const payment = paymentOf(db, instructorId)
    const values = {
      ...centreValues(scope),
      nama: words(instructor.name),
      nip: words(plainNip(instructor.nip)),
      instansi: words(instructor.institution),
      telepon: words(instructor.phone === '' ? '' : showPhone(instructor.phone)),
      npwp: words(payment.npwp),
      bank: words(payment.bankName),
      rekening: words(payment.bankAccount),
      nama_rekening: words(payment.bankHolder),
      sertifikat: instructor.credentials.map(({ number, kind, scheme, lsp, issued, validUntil }, index) => ({
        no: numeral(index + 1),
        nomor: words(number),
        jenis: words(credentialKindName(kind)),
        skema: words(scheme),
        lsp: words(lsp),
        terbit: day(issued),
        berlaku_sampai: day(validUntil),
      })),
      kelas: instructor.cohorts.map(({ code, title, start, end }, index) => ({
        no: numeral(index + 1),
        kode: words(code),
        nama_kelas: words(title),
        mulai: day(start),
        selesai: day(end),
      })),
    }
    return [{ name: instructor.name, values }]
  },
}

/** Members who have not left, or the given person. */
function ofMembers(
  scope: QueryScope,
  cohort: CohortRecord,
  names: ReadonlySet<string>,
  traineeId: number | null,
): FilledPart[] {
  const facts = readClass(scope, cohort, names)
  const isWhole = getPaperRules(scope.db).fullNik
  const ofClass = classValues(scope, cohort, facts)
  const rows = traineesOfCohort(scope.db, cohort.id)
  if (traineeId !== null)
    found(
      rows.find(row => row.traineeId === traineeId),
      'enrolment',
    )
  return facts.trainees.flatMap((trainee, index) => {
    const row = rows[index]
    if (!row || (traineeId === null ? trainee.left !== null : row.traineeId !== traineeId)) return []
    const values = {
      ...ofClass,
      ...memberValues(facts, index, { isWhole, names }),
      ...portraitValues(personFacts(scope.db, row.traineeId)),
    }
    return [{ name: trainee.name, values }]
  })
}

/** Values of class tokens for a person without a class. */
const unknown: FormValues = Object.fromEntries(
  formTokens.PERSON.map(({ name, kind }) => [name, kind === 'condition' ? false : words('')]),
)

function readClass(scope: QueryScope, cohort: CohortRecord, names: ReadonlySet<string>): ListFacts {
  const { db, today } = scope
  const facts: ListFacts = { ...listFacts(db, today, cohort, cohortFacts(db, scope, cohort)), pictures: [] }
  const faced = names.has('foto') ? withPhotos(db, cohort, facts) : facts
  return restrictedNames.some(name => names.has(name)) ? withRestricted(db, cohort, faced) : faced
}

function classValues(scope: QueryScope, cohort: CohortRecord, facts: ListFacts): FormValues {
  const own: CohortFacts = facts
  const letter = cohortLetterFacts(scope.db, cohort, own, 'report-text')
  return {
    ...letterValues(cohortTokens(letter), facts),
    ...officialValues(facts),
    ...conditionValues(facts),
    ...centreValues(scope),
  }
}

function centreValues({ db, today }: QueryScope): FormValues {
  const { name, agency, government } = getCentre(db)
  const centre = centreFacts(db)
  const names = centreTokens({ name, agency, government }, centre.city)
  const [head] = [...officersOn(db, today), ...listOfficers(db)]
  return {
    ...Object.fromEntries(
      Object.entries(names).map(([token, value]) => [token, words(value.missing ? '' : textOfSpans(value.spans))]),
    ),
    alamat_balai: words(centre.address.join(', ')),
    tanggal_hari_ini: day(today),
    nama_kepala: words(head?.name ?? ''),
    nip_kepala: words(plainNip(head?.nip ?? '')),
    jabatan_kepala: words(head ? officeOf(head).replaceAll('\u00a0', ' ') : ''),
    pangkat_kepala: words(head?.rank ?? ''),
  }
}
