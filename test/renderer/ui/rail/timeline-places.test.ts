import { describe, expect, it } from 'vitest'
import { monthStarts, sharePlace, spanPlace } from '../../../../renderer/ui/rail/timeline-places.ts'

const first = '2023-01-01'
const last = '2023-12-31'

describe('spanPlace', () => {
  it('covers both of its days', () => {
    expect(spanPlace(first, last, first, last)).toEqual({ left: '0%', width: '100%', cutStart: false, cutEnd: false })
    expect(spanPlace('2023-01-01', '2023-01-10', '2023-01-03', '2023-01-03')).toMatchObject({
      left: '20%',
      width: '10%',
    })
  })

  it('is cut at the edges of the scale and absent outside of it', () => {
    expect(spanPlace(first, last, '2022-06-01', '2024-06-01')).toEqual({
      left: '0%',
      width: '100%',
      cutStart: true,
      cutEnd: true,
    })
    expect(spanPlace(first, last, '2022-06-01', '2022-12-31')).toBeNull()
    expect(spanPlace(first, last, '2024-01-01', '2024-02-01')).toBeNull()
  })
})

describe('sharePlace', () => {
  it('keeps a day outside of the scale on its edge', () => {
    expect(sharePlace(first, last, '2020-01-01')).toBe('0%')
    expect(sharePlace(first, last, '2030-01-01')).toBe('100%')
  })
})

describe('monthStarts', () => {
  it('names every month once, from the first day of the scale', () => {
    const months = monthStarts('2024-11-15', '2025-02-10').map(month => month.date)
    expect(months).toEqual(['2024-11-15', '2024-12-01', '2025-01-01', '2025-02-01'])
  })
})
