import { describe, expect, it } from 'vitest'
import { issuable, issueGroups } from '../../../../renderer/features/certificate/issue/issue-groups.ts'
import { formatSpan, numberParts } from '../../../../renderer/features/certificate/issue/number-span.ts'
import type { IssueCandidate, IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import { certificateId, enrolmentId } from '../../../../shared/ids.ts'

function candidate(position: number, rest: Partial<IssueCandidate> = {}): IssueCandidate {
  return {
    enrolmentId: enrolmentId.parse(position),
    traineeId: position,
    position,
    name: `Orang ${position}`,
    number: null,
    issued: null,
    checks: [],
    ...rest,
  }
}
const warning = { level: 'warning', message: 'Pas foto belum ada', traineeId: 1 } as const
const error = { level: 'error', message: 'Tempat lahir kosong', traineeId: 1 } as const

describe('who can be given a paper', () => {
  const preparation: IssuePreparation = {
    code: 'TR-2024-03',
    kind: 'certificate',
    issuedOn: '2025-01-09',
    officers: [],
    officerId: null,
    acknowledgers: [],
    printPhoto: false,
    checks: [],
    candidates: [
      candidate(1),
      candidate(2, { checks: [warning, error] }),
      candidate(3, { checks: [warning] }),
      candidate(4, { issued: { id: certificateId.parse(9), number: '0001', issuedOn: '2025-01-09' } }),
      candidate(5),
    ],
  }
  const groups = issueGroups(preparation)
  const positions = (people: readonly IssueCandidate[]) => people.map(one => one.position)

  it('separates what must be corrected from what should be looked at', () => {
    expect(positions(groups.wrong)).toEqual([2])
    expect(positions(groups.noted)).toEqual([3])
    expect(positions(groups.ready)).toEqual([1, 5])
    expect(positions(groups.issued)).toEqual([4])
  })

  it('issues in the order of the list, whatever the group of a person', () => {
    expect(positions(issuable(groups))).toEqual([1, 3, 5])
  })
})

describe('numbers of a span', () => {
  it('shows in full the group of digits in which first and last differ', () => {
    expect(numberParts('500.15/0001/BLK/I/2025', '500.15/0013/BLK/I/2025')).toEqual({
      before: '500.15/',
      own: '0001',
      after: '/BLK/I/2025',
    })
  })

  it('uses the longest group of digits of a single number', () => {
    expect(numberParts('7/B-00012/25', '7/B-00012/25').own).toBe('00012')
    expect(numberParts('tanpa angka', 'tanpa angka')).toEqual({ before: 'tanpa angka', own: '', after: '' })
  })

  it('is in the question before issuing', () => {
    expect(formatSpan(['500.15/0001/BLK/I/2025', '500.15/0002/BLK/I/2025', '500.15/0013/BLK/I/2025'])).toBe(
      'nomor 0001–0013',
    )
    expect(formatSpan(['500.15/0098/BLK/I/2025', '500.15/0101/BLK/I/2025'])).toBe('nomor 0098–0101')
    expect(formatSpan(['500.15/0007/KET-BLK/I/2025'])).toBe('nomor 0007')
    expect(formatSpan([])).toBe('')
  })
})
