import { expect, it } from 'vitest'
import {
  answerKey,
  noAnswers,
  openErrors,
  overridesFor,
} from '../../../../renderer/features/certificate/issue/issue-answers.ts'
import { issueGroups } from '../../../../renderer/features/certificate/issue/issue-groups.ts'
import type { IssueCandidate, IssueCheck, IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import { enrolmentId } from '../../../../shared/ids.ts'

const birth: IssueCheck = {
  level: 'error',
  message: 'Tempat lahir kosong',
  traineeId: 1,
  code: 'birth_place',
  overridable: true,
}
const days: IssueCheck = {
  level: 'error',
  message: '1 hari belum ditutup',
  traineeId: null,
  code: 'days_open',
  overridable: true,
}
const panel: IssueCheck = { level: 'error', message: 'Sidang belum menetapkan', traineeId: null }
const person: IssueCandidate = {
  enrolmentId: enrolmentId.parse(1),
  traineeId: 1,
  position: 1,
  name: 'Dewi',
  number: null,
  issued: null,
  checks: [birth],
}
const preparation: IssuePreparation = {
  code: 'TR-2024-03',
  kind: 'certificate',
  issuedOn: '2025-01-09',
  officers: [],
  officerId: null,
  acknowledgers: [],
  printPhoto: false,
  checks: [days, panel],
  candidates: [person],
}
const own = { kind: 'certificate', enrolmentId: person.enrolmentId } as const
const ofCohort = { kind: 'certificate', enrolmentId: null } as const

it('a failing check blocks until it is overridden, and only for that kind of paper', () => {
  const answers = new Map([[answerKey(own, 'birth_place'), 'KTP pengganti diurus']])
  expect(issueGroups(preparation).wrong).toHaveLength(1)
  expect(issueGroups(preparation, answers)).toMatchObject({ wrong: [], noted: [person] })
  expect(issueGroups({ ...preparation, kind: 'statement' }, answers).wrong).toHaveLength(1)
})

it('a check that cannot be overridden stays', () => {
  const answers = new Map([[answerKey(ofCohort, 'days_open'), 'Instruktur sakit, hari ditutup besok']])
  expect(openErrors(preparation.checks, ofCohort, answers)).toEqual([panel])
  expect(openErrors(preparation.checks, ofCohort, noAnswers)).toEqual([days, panel])
})

it('only overrides of checks that still fail are sent', () => {
  const answers = new Map([
    [answerKey(own, 'birth_place'), 'KTP pengganti diurus'],
    [answerKey(own, 'units_open'), 'sudah tidak ada'],
    [answerKey(ofCohort, 'days_open'), 'Hari ditutup besok pagi'],
  ])
  expect(overridesFor(preparation, [person], answers)).toEqual([
    { enrolmentId: null, check: 'days_open', reason: 'Hari ditutup besok pagi' },
    { enrolmentId: 1, check: 'birth_place', reason: 'KTP pengganti diurus' },
  ])
  expect(overridesFor({ ...preparation, checks: [] }, [], answers)).toEqual([])
})
