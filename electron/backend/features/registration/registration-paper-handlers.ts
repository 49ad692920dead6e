import {
  isPersonPaper,
  type RegistrationPaperKey,
  registrationPaperKeys,
  registrationPaperTitle,
} from '../../../../shared/facts/paper-key.ts'
import type { PersonFacts } from '../../../../shared/facts/person-facts.ts'
import type { registrationContract } from '../../../../shared/features/registration/contract.ts'
import type { Occasion } from '../../../../shared/features/registration/registration.ts'
import { occasionName } from '../../../../shared/features/registration/registration-format.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { DomainError, found } from '../../domain-error.ts'
import { drawOnThread, warmUpDrawing } from '../../draw-on-thread.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { getCentre, getPaperRules } from '../centre/centre-store.ts'
import { formatLetter, personLetters } from '../letter/letter-facts-store.ts'
import { dataOfficer } from '../letter/read-person-papers.ts'
import { personFacts } from '../trainee/person-facts-store.ts'
import type { RegistrationPaper } from './draw-registration-paper.ts'
import { registrationFacts } from './read-registration-facts.ts'
import { applicantRows, readSelection, type Selection } from './read-selection.ts'
import { getRegistration, type RegistrationRecord } from './registration-store.ts'

const undecided = 'Hasil seleksi belum ditetapkan.'
const nobody = 'Belum ada pendaftar.'
const noMeeting = 'Isi hari, jam, dan tempatnya dulu.'

export const registrationPaperHandlers: Pick<Handlers<typeof registrationContract>, 'papers' | 'makePaper'> = {
  papers(scope, { id }) {
    // People who look at this list usually draw papers next.
    warmUpDrawing(scope)
    const { db } = scope
    const record = getRegistration(db, id)
    const selection = readSelection(db, record)
    return registrationPaperKeys.map(key => ({
      key,
      title: registrationPaperTitle(key),
      waitsFor: waitsFor(key, record, selection),
    }))
  },

  async makePaper(scope, { id, key, size, traineeId, occasion }) {
    const { paperSize, drawing, name, people } = scope.read(query => {
      const record = getRegistration(query.db, id)
      const selection = readSelection(query.db, record)
      const words = waitsFor(key, record, selection)
      if (words !== null) throw new DomainError({ code: 'paper_waits', words })
      const drawing = prepare(query, record, selection, { key, traineeId, occasion })
      const rows = applicantRows(record, selection).map(row => row.traineeId)
      return {
        paperSize: getCentre(query.db).paperSize,
        drawing,
        name: `${registrationPaperTitle(key)} – ${record.title}`,
        people: traineeId === null ? rows : [traineeId],
      }
    })
    const request = { paper: drawing, size: size ?? paperSize }
    const paper = await drawOnThread(scope, 'registration-paper', request)
    scope.saw('registration', id, people)
    return { file: pdfFile(name, paper), title: registrationPaperTitle(key), warnings: paper.warnings }
  },
}

function waitsFor(key: RegistrationPaperKey, record: RegistrationRecord, selection: Selection): string | null {
  if (key === 'selection-result' || key === 'decree-participants') return record.stipulation ? null : undecided
  if (key === 'invitation') return record.meetings.length > 0 ? null : noMeeting
  return selection.rows.some(row => row.standing !== 'withdrawn') ? null : nobody
}

type Request = { key: RegistrationPaperKey; traineeId: number | null; occasion: Occasion | null }

/** Reads the data of the paper; drawn outside of the reading. */
function prepare(
  scope: QueryScope,
  record: RegistrationRecord,
  selection: Selection,
  { key, traineeId, occasion }: Request,
): RegistrationPaper {
  const facts = registrationFacts(scope, record, selection)
  if (key === 'selection-result') return { kind: 'selection', facts }
  if (key === 'decree-participants') {
    const decree = found(facts.decree ?? undefined, 'registration')
    const shown = getPaperRules(scope.db).fullNik ? (nik: string) => nik : maskNik
    const applicants = facts.applicants.map(one => ({ ...one, person: { ...one.person, nik: shown(one.person.nik) } }))
    return { kind: 'decree', facts: { ...facts, applicants, decree } }
  }
  if (!isPersonPaper(key)) {
    const meeting = record.meetings.find(one => occasion === null || one.occasion === occasion)
    if (!meeting)
      throw new DomainError({ code: 'paper_waits', words: `${occasionName(occasion ?? 'TEST')}: ${noMeeting}` })
    const people = peopleFor(scope, record, selection, meeting.occasion, traineeId)
    const invitations = people.map(person => ({ meeting, person }))
    const letter = formatLetter(scope.db, 'invitation')
    return { kind: 'invitations', facts: { ...facts, invitations, letter, writtenOn: scope.today } }
  }
  const people = peopleFor(scope, record, selection, null, traineeId)
  const { centre, head, program, title, printedAt } = facts
  const course = title.includes(program) ? title : `${program} – ${title}`
  const heading = { centre, head, course, period: '', reference: title, signedOn: scope.today, printedAt }
  const letters = personLetters(scope.db)
  return { kind: 'person', key, facts: { ...heading, people, letters, ...dataOfficer(scope.db) } }
}

/**
 * People of a paper: the given one; after the decision people with a place; before it everybody still in the selection, and for an interview those
 * who passed earlier stages.
 */
function peopleFor(
  { db }: QueryScope,
  record: RegistrationRecord,
  selection: Selection,
  occasion: Occasion | null,
  traineeId: number | null,
): PersonFacts[] {
  const rows = applicantRows(record, selection)
  const chosen = rows.filter(row => {
    if (traineeId !== null) return row.traineeId === traineeId
    if (row.state === 'withdrawn') return false
    if (record.stipulation) return row.holdsPlace
    return occasion === null || row.standing !== 'failed'
  })
  if (chosen.length === 0) throw new DomainError({ code: 'paper_waits', words: 'Tidak ada orang untuk surat ini.' })
  const ordered = record.stipulation ? chosen : chosen.toSorted((a, b) => a.number - b.number)
  return ordered.map(row => personFacts(db, row.traineeId))
}
