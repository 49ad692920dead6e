import type { LetterText } from '../../../../shared/facts/letter-facts.ts'
import { paperTitle } from '../../../../shared/facts/paper-key.ts'
import { emptyPerson, type PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { InvitationFacts } from '../../../../shared/facts/registration-facts.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { cohortLetterDraft, emptyCohortLetter } from '../../../../shared/features/letter/cohort-letter.ts'
import type { letterContract } from '../../../../shared/features/letter/contract.ts'
import { completeBody } from '../../../../shared/features/letter/letter-body.ts'
import type { LetterBody } from '../../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../../shared/features/letter/letter-forms.ts'
import { isCohortLetter, type LetterKey, letterKeys } from '../../../../shared/features/letter/letter-key.ts'
import { occasions } from '../../../../shared/features/registration/registration.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found, foundIn } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { getCentre, listOfficers } from '../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { joinForm } from '../desk/join-record.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import type { LetterToDraw } from './draw-letter-preview.ts'
import { cohortLetterFacts, formatLetter, usualValues } from './letter-facts-store.ts'
import {
  bodyOf,
  currentVersion,
  findCohortLetter,
  insertVersion,
  saveCohortLetter,
  versionsOf,
} from './letter-store.ts'
import { peopleOfCohort } from './read-person-papers.ts'

export const letterHandlers: Handlers<typeof letterContract> = {
  list({ db }) {
    return letterKeys.map(paper => ({ paper, title: paperTitle(paper), ...currentVersion(db, paper) }))
  },

  read({ db }, { paper }) {
    const versions = versionsOf(db, paper)
    const current = versions[0]?.version ?? 0
    return { title: paperTitle(paper), body: found(bodyOf(db, paper, current), 'letter_version'), current, versions }
  },

  version({ db }, { paper, version }) {
    return { body: found(bodyOf(db, paper, version), 'letter_version') }
  },

  save(scope, { draft: { paper, body }, basedOn }) {
    if (currentVersion(scope.db, paper).version !== basedOn)
      throw new DomainError({ code: 'letter_changed', title: paperTitle(paper) })
    return addVersion(scope, paper, completeBody(letterForm(paper), body), null)
  },

  restore(scope, { paper, version }) {
    return addVersion(scope, paper, found(bodyOf(scope.db, paper, version), 'letter_version'), version)
  },

  async preview(scope, { draft: { paper, body }, code, size }) {
    const { letter, paperSize } = scope.read((reading): { letter: LetterToDraw; paperSize: PaperSize } => {
      const { db, today, at } = reading
      const cohort = getCohort(db, code)
      const words = completeBody(letterForm(paper), body)
      const { paperSize } = getCentre(db)
      const facts = cohortFacts(db, { today, at }, cohort)
      if (isCohortLetter(paper)) {
        return { letter: { kind: 'cohort', facts: cohortLetterFacts(db, cohort, facts, paper, words) }, paperSize }
      }
      const people = peopleOfCohort(reading, cohort, facts, null)
      if (paper === 'invitation') {
        const sample = sampleInvitations(people, cohort, formatLetter(db, paper, words))
        return { letter: { kind: 'invitations', facts: sample }, paperSize }
      }
      const letters = { ...people.letters, [paper]: formatLetter(db, paper, words) }
      const one = { ...people, letters, people: people.people.slice(0, 1) }
      return { letter: { kind: 'person', key: paper, facts: one }, paperSize }
    })
    const request = { letter, size: size ?? paperSize }
    const drawn = await drawOnThread(scope, 'letter-preview', request)
    return { file: pdfFile(`${paperTitle(paper)} – contoh ${code}`, drawn), warnings: drawn.warnings }
  },

  ofCohort({ db, today, at }, { code, paper }) {
    const cohort = getCohort(db, code)
    return {
      values: findCohortLetter(db, cohort.id, paper) ?? emptyCohortLetter,
      usual: usualValues(db, cohort, cohortFacts(db, { today, at }, cohort), paper),
      officers: signersOf(db),
    }
  },

  saveOfCohort({ db, record }, { code, paper, values: mine, seen }) {
    const cohort = getCohort(db, code)
    const before = findCohortLetter(db, cohort.id, paper) ?? null
    const id = `${code} ${paper}`
    const stored = before ?? emptyCohortLetter
    const { values, joined } = joinForm(db, {
      entity: 'cohort_letter',
      id,
      schema: cohortLetterDraft,
      seen,
      stored,
      mine,
    })
    if (values.officerId !== null) foundIn(signersOf(db), officer => officer.id === values.officerId, 'officer')
    saveCohortLetter(db, cohort.id, paper, values)
    record('cohort_letter', id, before, values)
    return { joined }
  },
}

function signersOf(db: ReadDatabase) {
  return [...listOfficers(db), ...listOfficers(db, 'AGENCY_HEAD')]
}

function addVersion(
  { db, at, operator, record }: CommandScope,
  paper: LetterKey,
  body: LetterBody,
  restoredFrom: number | null,
): { version: number } {
  const before = currentVersion(db, paper).version
  const version = before + 1
  insertVersion(db, { paper, version, body, at: at.slice(0, 16), by: operator.name, restoredFrom })
  record('letter_template', paper, { version: before }, { version, restoredFrom })
  return { version }
}

/** Previews use a class, with or without registration: an invitation of each kind for its first trainee. */
function sampleInvitations(
  { centre, head, people, signedOn, printedAt }: PersonPaperFacts,
  { title, program, startTime, room, decreeNumber, decreeDate }: CohortRecord,
  letter: LetterText<'invitation'>,
): InvitationFacts {
  const [person = emptyPerson] = people
  const where = [room, letter.names.name].filter(Boolean).join(', ')
  return {
    ...{ centre, head, program, letter, printedAt },
    title: `Pendaftaran ${title}`,
    decree: decreeDate && { number: decreeNumber, date: decreeDate },
    writtenOn: signedOn,
    invitations: occasions.map(occasion => ({
      meeting: { occasion, date: signedOn, time: startTime, place: where },
      person,
    })),
  }
}
