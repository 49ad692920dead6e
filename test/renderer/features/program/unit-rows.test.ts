import { describe, expect, it } from 'vitest'
import { unitProblems } from '../../../../renderer/features/program/unit-problems.ts'
import { filledRows, unitDrafts, unitRows, writeUnits } from '../../../../renderer/features/program/unit-rows.ts'
import { programDraft } from '../../../../shared/features/program/contract.ts'

const unit = {
  code: 'TR.BLK.05',
  title: 'Merias',
  theoryHours: 4,
  practiceHours: 16,
  compulsory: true,
  elements: [] as string[],
}

function program(rows: ReturnType<typeof unitRows>) {
  return programDraft.safeParse({
    trade: 'TR',
    title: 'Tata Rias',
    standard: '',
    active: true,
    units: unitDrafts(rows),
  })
}

describe('the curriculum grid', () => {
  it('returns the units it was given', () => {
    const units = [unit, { ...unit, code: 'TR.BLK.06', compulsory: false }]
    expect(unitDrafts(unitRows(units))).toEqual(units)
  })

  it('keeps empty rows below, but never more than a program may have', () => {
    expect(unitRows([])).toHaveLength(15)
    expect(unitRows(Array.from({ length: 20 }, (_, n) => ({ ...unit, code: `U${n}` })))).toHaveLength(30)
    expect(unitRows(Array.from({ length: 60 }, (_, n) => ({ ...unit, code: `U${n}` })))).toHaveLength(60)
  })

  it('reads a pasted choice by its label and ignores emptied rows', () => {
    const rows = writeUnits(unitRows([unit, { ...unit, code: 'TR.BLK.06' }]), [
      { rowKey: 2, columnKey: 'choice', text: 'pilihan' },
      { rowKey: 1, columnKey: 'code', text: '' },
      { rowKey: 1, columnKey: 'title', text: '' },
      { rowKey: 1, columnKey: 'theory', text: '' },
      { rowKey: 1, columnKey: 'practice', text: '' },
      { rowKey: 1, columnKey: 'choice', text: '' },
    ])
    expect(unitDrafts(rows)).toEqual([{ ...unit, code: 'TR.BLK.06', compulsory: false }])
    expect(filledRows(rows).map(row => row.key)).toEqual([2])
  })

  it('names the line of a problem, counting empty lines above', () => {
    const rows = writeUnits(unitRows([]), [
      { rowKey: 4, columnKey: 'code', text: 'TR.BLK.07' },
      { rowKey: 4, columnKey: 'title', text: 'Menata hijab' },
      { rowKey: 4, columnKey: 'practice', text: 'dua' },
    ])
    const parsed = program(rows)
    expect(unitProblems(parsed.error?.issues ?? [], rows)).toEqual(['Baris 4, JP praktik: Tulis angka bulat.'])
  })
})
