import { emptyClassLetter } from '../../../../shared/features/letter/class-letter.ts'
import type { letterContract } from '../../../../shared/features/letter/contract.ts'
import { completeBody } from '../../../../shared/features/letter/letter-body.ts'
import type { LetterBody } from '../../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../../shared/features/letter/letter-forms.ts'
import { isClassLetter, type LetterKey, letterKeys } from '../../../../shared/features/letter/letter-key.ts'
import { paperTitle } from '../../../../shared/features/paper/paper-key.ts'
import { found, Refused } from '../../refused.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { getCentre, listOfficers } from '../centre/centre-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { classFacts } from '../paper/class-facts-store.ts'
import { drawPersonPaper } from '../paper/draw-person-paper.ts'
import { pdfFile } from '../paper/pdf-file.ts'
import { peopleOfClass } from '../paper/person-paper-facts.ts'
import { drawInvitations } from '../registration/documents/invitation.ts'
import { sampleInvitations } from '../registration/sample-invitations.ts'
import { drawClassLetter } from './documents/draw-class-letter.ts'
import { classLetterFacts, letterWords, usualValues } from './letter-facts-store.ts'
import { bodyOf, currentVersion, findClassLetter, insertVersion, saveClassLetter, versionsOf } from './letter-store.ts'

export const letterHandlers: Handlers<typeof letterContract> = {
  list({ db }) {
    return letterKeys.map(paper => ({ paper, title: paperTitle(paper), ...currentVersion(db, paper) }))
  },

  read({ db }, { paper }) {
    const versions = versionsOf(db, paper)
    const current = versions[0]?.version ?? 0
    return { title: paperTitle(paper), body: found(bodyOf(db, paper, current), 'letterVersion'), current, versions }
  },

  version({ db }, { paper, version }) {
    return { body: found(bodyOf(db, paper, version), 'letterVersion') }
  },

  save(scope, { draft: { paper, body }, basedOn }) {
    if (currentVersion(scope.db, paper).version !== basedOn)
      throw new Refused({ code: 'letter_changed', title: paperTitle(paper) })
    return addVersion(scope, paper, completeBody(letterForm(paper), body), null)
  },

  restore(scope, { paper, version }) {
    return addVersion(scope, paper, found(bodyOf(scope.db, paper, version), 'letterVersion'), version)
  },

  async preview(scope, { draft: { paper, body }, code, size }) {
    const draw = scope.read(({ db, today, at }) => {
      const cohort = getCohort(db, code)
      const words = completeBody(letterForm(paper), body)
      const { paperSize } = getCentre(db)
      const facts = classFacts(db, { today, at }, cohort)
      if (isClassLetter(paper)) {
        const letter = classLetterFacts(db, cohort, facts, paper, words)
        return () => drawClassLetter(letter, size ?? paperSize)
      }
      const people = peopleOfClass({ db, today, at }, cohort, facts, null)
      if (paper === 'invitation') {
        const sample = sampleInvitations(people, cohort, letterWords(db, paper, words))
        return () => drawInvitations(sample, size ?? paperSize)
      }
      const letters = { ...people.letters, [paper]: letterWords(db, paper, words) }
      const one = { ...people, letters, people: people.people.slice(0, 1) }
      return () => drawPersonPaper(paper, one, size ?? paperSize)
    })
    const drawn = draw()
    return { file: pdfFile(`${paper}-${code}-contoh`, drawn), warnings: drawn.warnings }
  },

  ofClass({ db, today, at }, { code, paper }) {
    const cohort = getCohort(db, code)
    return {
      values: findClassLetter(db, cohort.id, paper) ?? emptyClassLetter,
      usual: usualValues(cohort, classFacts(db, { today, at }, cohort), getCentre(db).name, paper),
      officers: listOfficers(db),
    }
  },

  saveOfClass({ db, record }, { code, paper, values }) {
    const cohort = getCohort(db, code)
    if (values.officerId !== null)
      found(
        listOfficers(db).find(officer => officer.id === values.officerId),
        'officer',
      )
    const before = findClassLetter(db, cohort.id, paper) ?? null
    saveClassLetter(db, cohort.id, paper, values)
    record('class_letter', `${code} ${paper}`, before, values)
  },
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
